/// The cells of one snapshot and every sum over them, numbered: the rows first. Each sum over an axis is an equation.
struct CellEquations {
  /// Of each cell, in the lattice.
  private(set) var keys: [Int] = []
  /// Of each cell; not a number where the source does not tell it.
  private(set) var contributors: [Double] = []
  private let rows: Int
  /// The cells of all equations, one equation after the other: the sum, then its parts, rising.
  private var members: [Int] = []
  /// Where each equation starts; the end last.
  private var starts = [0]
  /// The equations of all cells, one cell after the other.
  private var places: [Int] = []
  /// Where those of each cell start; the end last.
  private var placeStarts = [0]

  /// `rows`: the keys of a table's cells, and how many contributors each has.
  init(_ rows: [(key: Int, contributors: Double)], in lattice: CellLattice) {
    var numbers = [Int](repeating: -1, count: lattice.count)
    for row in rows where numbers[row.key] < 0 {
      numbers[row.key] = keys.count
      keys.append(row.key)
      contributors.append(row.contributors)
    }
    self.rows = keys.count
    addSums(of: rows, in: lattice, &numbers)
    addEquations(in: lattice, numbers)
  }

  /// Whether a cell is a row of the table.
  func isRow(_ cell: Int) -> Bool { cell < rows }

  var cells: Range<Int> { 0..<keys.count }

  var equations: Range<Int> { 0..<starts.count - 1 }

  func sum(of equation: Int) -> Int { members[starts[equation]] }

  func cells(of equation: Int) -> ArraySlice<Int> { members[starts[equation]..<starts[equation + 1]] }

  func parts(of equation: Int) -> ArraySlice<Int> { cells(of: equation).dropFirst() }

  func equations(of cell: Int) -> ArraySlice<Int> { places[placeStarts[cell]..<placeStarts[cell + 1]] }

  /// A sum that is no row has the contributors of the finest rows in it.
  private mutating func addSums(
    of rows: [(key: Int, contributors: Double)], in lattice: CellLattice, _ numbers: inout [Int]
  ) {
    let finest = rows.map { lattice.level(of: $0.key) }.max() ?? 0
    var sums: [Int] = []
    for (key, count) in rows {
      let counts = !count.isNaN && lattice.level(of: key) == finest && !lattice.isSumOfCodes(key)
      lattice.findSums(of: key, into: &sums)
      for sum in sums {
        if numbers[sum] < 0 {
          numbers[sum] = keys.count
          keys.append(sum)
          contributors.append(.nan)
        }
        let cell = numbers[sum]
        guard counts, !isRow(cell) else { continue }
        contributors[cell] = (contributors[cell].isNaN ? 0 : contributors[cell]) + count
      }
    }
  }

  /// In the order of the cells, so that the same table hides the same ones.
  private mutating func addEquations(in lattice: CellLattice, _ numbers: [Int]) {
    var found = [Int](repeating: -1, count: keys.count * lattice.axes)
    var sums: [Int] = []
    var parts: [(equation: Int, cell: Int)] = []
    for (cell, key) in keys.enumerated() {
      lattice.forEachStep(from: key) { axis, sum in
        guard numbers[sum] >= 0 else { return }
        let slot = numbers[sum] * lattice.axes + axis
        if found[slot] < 0 {
          found[slot] = sums.count
          sums.append(numbers[sum])
        }
        parts.append((found[slot], cell))
      }
    }
    let pairs = sums.enumerated().map { (equation: $0, cell: $1) } + parts
    (starts, members) = Self.grouped(pairs.map { ($0.equation, $0.cell) }, into: sums.count)
    (placeStarts, places) = Self.grouped(pairs.map { ($0.cell, $0.equation) }, into: keys.count)
  }

  /// The values of each group, one group after the other, in the order of the pairs; where each starts, and the end.
  private static func grouped(
    _ pairs: [(group: Int, value: Int)], into count: Int
  ) -> (starts: [Int], values: [Int]) {
    var starts = [Int](repeating: 0, count: count + 1)
    for pair in pairs { starts[pair.group + 1] += 1 }
    for group in 0..<count { starts[group + 1] += starts[group] }
    var next = starts
    var values = [Int](repeating: 0, count: pairs.count)
    for pair in pairs {
      values[next[pair.group]] = pair.value
      next[pair.group] += 1
    }
    return (starts, values)
  }
}
