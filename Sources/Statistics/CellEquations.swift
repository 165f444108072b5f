import Memos
import Synchronization

/// The cells of a snapshot and every sum over them, numbered: the rows first. Each sum over an axis is an equation.
///
/// Of what the cells hold it knows nothing: snapshots of the same rows share it.
struct CellEquations: Sendable {
  let lattice: CellLattice
  /// The keys of the rows that it was made from.
  let rowKeys: [Int]
  /// Of each cell, in the lattice.
  private(set) var keys: [Int] = []
  /// What hidden cells the equations determine: neighbouring snapshots mostly hide the same ones.
  let known = KnownCells()
  /// The cell of each row.
  private var rowCells: [Int] = []
  private var rowCount = 0
  /// Each of the finest rows, with each sum over it that is no row.
  private var additions: [(sum: Int, row: Int)] = []
  /// The cells of all equations, one equation after the other: the sum, then its parts, rising.
  private var members: [Int] = []
  /// Where each equation starts; the end last.
  private var starts = [0]
  /// The equations of all cells, one cell after the other.
  private var places: [Int] = []
  /// Where those of each cell start; the end last.
  private var placeStarts = [0]

  init(_ rowKeys: [Int], in lattice: CellLattice) {
    (self.rowKeys, self.lattice) = (rowKeys, lattice)
    var numbers = [Int](repeating: -1, count: lattice.count)
    for key in rowKeys {
      if numbers[key] < 0 { addCell(key, &numbers) }
      rowCells.append(numbers[key])
    }
    rowCount = keys.count
    addSums(&numbers)
    addEquations(numbers)
  }

  /// How many contributors each cell has, as each row has them: a sum that is no row has those of the finest rows in it.
  /// Not a number where the source does not tell it.
  func contributors(ofRows rows: [Double]) -> [Double] {
    var contributors = [Double](repeating: .nan, count: keys.count)
    for (row, cell) in rowCells.enumerated().reversed() { contributors[cell] = rows[row] }
    for (sum, row) in additions where !rows[row].isNaN {
      contributors[sum] = (contributors[sum].isNaN ? 0 : contributors[sum]) + rows[row]
    }
    return contributors
  }

  /// Whether a cell is a row of the table.
  func isRow(_ cell: Int) -> Bool { cell < rowCount }

  var cells: Range<Int> { 0..<keys.count }

  var equations: Range<Int> { 0..<starts.count - 1 }

  func sum(of equation: Int) -> Int { members[starts[equation]] }

  /// The sum first, then the parts. No slice is made: snapshots on several processors would count its owners in turn.
  @inline(__always)
  func forEachCell(of equation: Int, _ body: (Int) -> Void) {
    for index in starts[equation]..<starts[equation + 1] { body(members[index]) }
  }

  @inline(__always)
  func forEachPart(of equation: Int, _ body: (Int) -> Void) {
    for index in starts[equation] + 1..<starts[equation + 1] { body(members[index]) }
  }

  @inline(__always)
  func forEachEquation(of cell: Int, _ body: (Int) -> Void) {
    for index in placeStarts[cell]..<placeStarts[cell + 1] { body(places[index]) }
  }

  private mutating func addCell(_ key: Int, _ numbers: inout [Int]) {
    numbers[key] = keys.count
    keys.append(key)
  }

  private mutating func addSums(_ numbers: inout [Int]) {
    let finest = rowKeys.map(lattice.level(of:)).max() ?? 0
    var sums: [Int] = []
    for (row, key) in rowKeys.enumerated() {
      let isFinest = lattice.level(of: key) == finest && !lattice.isSumOfCodes(key)
      lattice.findSums(of: key, into: &sums)
      for sum in sums {
        if numbers[sum] < 0 { addCell(sum, &numbers) }
        if isFinest, !isRow(numbers[sum]) { additions.append((numbers[sum], row)) }
      }
    }
  }

  /// In the order of the cells, so that the same table hides the same ones.
  private mutating func addEquations(_ numbers: [Int]) {
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

/// Which of a set of hidden cells can be computed, as it was found before.
final class KnownCells: Sendable {
  private let answers = Mutex(RecentAnswers<[Int], [Int]>(most: 32))

  /// `find`: the same for the same cells.
  func determined(of hidden: [Int], find: ([Int]) -> [Int]) -> [Int] {
    if let known = answers.withLock({ $0.find(hidden) }) { return known }
    let found = find(hidden)
    answers.withLock { $0.keep(found, for: hidden) }
    return found
  }
}

/// The equations of the snapshot that was asked for last: most snapshots of a table have the same rows.
final class RecentEquations: Sendable {
  private let recent = Mutex<CellEquations?>(nil)

  func equations(of rowKeys: [Int], in lattice: CellLattice) -> CellEquations {
    if let known = recent.withLock({ $0 }), known.rowKeys == rowKeys { return known }
    let made = CellEquations(rowKeys, in: lattice)
    recent.withLock { $0 = made }
    return made
  }
}
