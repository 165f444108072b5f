/// The cells of a table and all sums over them, each by a number: the key.
///
/// A key counts the places of a level after those of the level above, and the codes of a dimension from its sum on.
struct CellLattice: Sendable {
  typealias Cell = Suppression.Cell

  /// The first place of each level.
  private let firstPlaces: [Int]
  /// The place that each place is a part of; -1 for none.
  private let parents: [Int]
  /// For each dimension: how many codes, its sum included, and by how much a key grows from one to the next.
  private let dimensions: [(count: Int, stride: Int)]

  /// Of a table without cells.
  init() { (firstPlaces, parents, dimensions) = ([], [], []) }

  /// `parents`: for each territorial level, the index of each entry's parent in the level above; -1 for none.
  init(_ cells: some Sequence<Cell>, parents levels: [[Int32]]) {
    var (firstPlaces, parents) = ([Int](), [Int]())
    for (depth, level) in levels.enumerated() {
      firstPlaces.append(parents.count)
      parents += level.map { $0 < 0 || depth == 0 ? -1 : firstPlaces[depth - 1] + Int($0) }
    }
    var counts: [Int] = []
    for cell in cells {
      if counts.isEmpty { counts = cell.codes.map { _ in 1 } }
      for (dimension, code) in cell.codes.enumerated() {
        counts[dimension] = max(counts[dimension], Int(code) + 2)
      }
    }
    var stride = parents.count
    dimensions = counts.map { count in
      defer { stride *= count }
      return (count, stride)
    }
    (self.firstPlaces, self.parents) = (firstPlaces, parents)
  }

  /// Keys are below it.
  var count: Int { dimensions.reduce(parents.count) { $0 * $1.count } }

  /// Territories, and each dimension.
  var axes: Int { dimensions.count + 1 }

  /// Whether the table has such codes: else the cell has no key.
  func holds(_ cell: Cell) -> Bool {
    cell.codes.count == dimensions.count && zip(cell.codes, dimensions).allSatisfy { Int($0) + 1 < $1.count }
  }

  func key(_ cell: Cell) -> Int {
    let place = firstPlaces[Int(cell.place.level)] + Int(cell.place.entry)
    return zip(cell.codes, dimensions).reduce(place) { $0 + (Int($1.0) + 1) * $1.1.stride }
  }

  /// The sums that a cell is directly a part of: over the territories of its parent (axis 0), over each dimension.
  func forEachStep(from key: Int, _ body: (_ axis: Int, _ sum: Int) -> Void) {
    let place = key % parents.count
    if parents[place] >= 0 { body(0, key - place + parents[place]) }
    for index in dimensions.indices {
      let code = key / dimensions[index].stride % dimensions[index].count
      if code > 0 { body(index + 1, key - code * dimensions[index].stride) }
    }
  }

  /// Every sum that a cell is a part of, each once, nearest first.
  func findSums(of key: Int, into found: inout [Int]) {
    found.removeAll(keepingCapacity: true)
    var (next, at) = (key, 0)
    while true {
      forEachStep(from: next) { _, sum in if !found.contains(sum) { found.append(sum) } }
      guard at < found.count else { return }
      (next, at) = (found[at], at + 1)
    }
  }
}
