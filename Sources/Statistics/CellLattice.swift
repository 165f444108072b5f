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
  init(_ cells: some Sequence<Cell>, parents: [[Int32]]) {
    var codes: [Int] = []
    for cell in cells {
      if codes.isEmpty { codes = cell.codes.map { _ in 0 } }
      for (dimension, code) in cell.codes.enumerated() {
        codes[dimension] = max(codes[dimension], Int(code) + 1)
      }
    }
    self.init(codes: codes, parents: parents)
  }

  /// `codes`: how many each dimension has.
  init(codes: [Int], parents levels: [[Int32]]) {
    var (firstPlaces, parents) = ([Int](), [Int]())
    for (depth, level) in levels.enumerated() {
      firstPlaces.append(parents.count)
      parents += level.map { $0 < 0 || depth == 0 ? -1 : firstPlaces[depth - 1] + Int($0) }
    }
    var stride = parents.count
    dimensions = codes.map { count in
      defer { stride *= count + 1 }
      return (count + 1, stride)
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
    cell.codes.indices.reduce(key(cell.place)) { $0 + step(to: cell.codes[$1], of: $1) }
  }

  /// The key of the sum over all codes.
  func key(_ place: Table.Place) -> Int { firstPlaces[Int(place.level)] + Int(place.entry) }

  /// How much a key grows from the sum of a dimension to one of its codes.
  func step(to code: Int32, of dimension: Int) -> Int { (Int(code) + 1) * dimensions[dimension].stride }

  /// Whether a territory is another, or a part of it.
  func isWithin(_ place: Table.Place, _ whole: Table.Place) -> Bool {
    if whole.level == 0 { return true }
    let wanted = key(whole)
    var next = key(place)
    while next > wanted, parents[next] >= 0 { next = parents[next] }
    return next == wanted
  }

  /// The territorial level of a cell.
  func level(of key: Int) -> Int {
    let place = key % parents.count
    return (firstPlaces.firstIndex { $0 > place } ?? firstPlaces.count) - 1
  }

  /// Whether a cell is the sum over all codes of a dimension.
  func isSumOfCodes(_ key: Int) -> Bool { dimensions.contains { key / $0.stride % $0.count == 0 } }

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
