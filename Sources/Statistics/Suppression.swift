/// Which cells of one snapshot may not be shown, so that none of few contributors can be computed from the others.
///
/// The cells are the rows of a table and every sum over them that a query can print: territories up to the whole
/// country, every other dimension up to all of its codes. Each sum is an equation between cells. Where the cells that
/// are shown would give a hidden one away, or the sum of hidden ones is of too few contributors, a further cell of one
/// of its equations is hidden: a row rather than a sum, and the one of fewest contributors. (Simple secondary
/// suppression; see Willenborg and de Waal, "Elements of Statistical Disclosure Control", 2001, ch. 6. The count of
/// hidden cells is not the least possible.)
struct Suppression: Sendable {
  /// A place and a code of each dimension.
  struct Cell: Hashable, Sendable {
    static let allCodes: Int32 = -1

    var place: Table.Place
    var codes: [Int32]
  }

  static let none = Suppression()

  private var lattice = CellLattice()
  /// The keys of the hidden cells.
  private(set) var hidden: Set<Int> = []

  private init() {}

  /// `rows`: the cells of a table with their contributors. `parents`: for each territorial level, the index of each
  /// entry's parent in the level above; -1 for none.
  init(_ rows: [(cell: Cell, contributors: Double)], minimum: Double, parents: [[Int32]]) {
    guard rows.contains(where: { $0.contributors > 0 && $0.contributors < minimum }) else { return }
    lattice = CellLattice(rows.lazy.map(\.cell), parents: parents)
    var search = SuppressionSearch(rows, in: lattice)
    hidden = search.hiddenKeys(minimum: minimum)
  }

  var hidesNothing: Bool { hidden.isEmpty }

  func isHidden(_ cell: Cell) -> Bool {
    !hidesNothing && lattice.holds(cell) && hidden.contains(lattice.key(cell))
  }
}

/// Looks for the cells to hide in one table.
private struct SuppressionSearch {
  typealias Cell = Suppression.Cell

  private struct Node {
    var key: Int
    /// Not a number where the source does not tell it.
    var contributors: Double
    var isRow: Bool
  }

  private let lattice: CellLattice
  /// By the key of each cell; -1 for none.
  private var index: [Int32]
  private var nodes: [Node] = []
  private var isHidden: [Bool] = []
  /// The sum first, then its parts.
  private var equations: [[Int]] = []

  init(_ rows: [(cell: Cell, contributors: Double)], in lattice: CellLattice) {
    self.lattice = lattice
    index = [Int32](repeating: -1, count: lattice.count)
    for row in rows { add(lattice.key(row.cell), row.contributors, isRow: true) }
    addSums(of: rows)
    equations = sumsWithParts
  }

  mutating func hiddenKeys(minimum: Double) -> Set<Int> {
    isHidden = nodes.map { $0.contributors > 0 && $0.contributors < minimum }
    while hideBesideLoneCells() || hideBesideFewContributors(minimum) || hideBesideDeterminedCells() {}
    return Set(hidden.map { nodes[$0].key })
  }

  private var hidden: [Int] { nodes.indices.filter { isHidden[$0] } }

  // MARK: Cells and equations

  private mutating func add(_ key: Int, _ contributors: Double, isRow: Bool) {
    guard index[key] < 0 else { return }
    index[key] = Int32(nodes.count)
    nodes.append(Node(key: key, contributors: contributors, isRow: isRow))
  }

  private mutating func addSums(of rows: [(cell: Cell, contributors: Double)]) {
    let finest = rows.map(\.cell.place.level).max() ?? 0
    var sums: [Int] = []
    for (cell, contributors) in rows {
      let isBase = cell.place.level == finest && !cell.codes.contains(Cell.allCodes)
      lattice.findSums(of: lattice.key(cell), into: &sums)
      for sum in sums {
        add(sum, .nan, isRow: false)
        let at = Int(index[sum])
        guard isBase, !contributors.isNaN, !nodes[at].isRow else { continue }
        nodes[at].contributors = (nodes[at].contributors.isNaN ? 0 : nodes[at].contributors) + contributors
      }
    }
  }

  /// In the order of the nodes, so that the same table hides the same cells.
  private var sumsWithParts: [[Int]] {
    var equations: [[Int]] = []
    var found = [Int32](repeating: -1, count: nodes.count * lattice.axes)
    for (part, node) in nodes.enumerated() {
      lattice.forEachStep(from: node.key) { axis, sum in
        let whole = Int(index[sum])
        guard whole >= 0 else { return }
        let known = Int(found[whole * lattice.axes + axis])
        if known >= 0 {
          equations[known].append(part)
        } else {
          found[whole * lattice.axes + axis] = Int32(equations.count)
          equations.append([whole, part])
        }
      }
    }
    return equations
  }

  // MARK: Hiding

  /// A hidden cell alone in an equation is the difference of the others.
  private mutating func hideBesideLoneCells() -> Bool {
    var changed = false
    for equation in equations where equation.count(where: { isHidden[$0] }) == 1 {
      guard let next = candidate([equation]) else { continue }
      isHidden[next] = true
      changed = true
    }
    return changed
  }

  /// The hidden parts of a shown whole add up to a known number: of too few contributors together, each could take its
  /// own away and learn the others'.
  private mutating func hideBesideFewContributors(_ minimum: Double) -> Bool {
    var changed = false
    for equation in equations where !isHidden[equation[0]] {
      let parts = equation.dropFirst().filter { isHidden[$0] }
      let sum = parts.reduce(0) { $0 + nodes[$1].contributors }
      guard parts.count > 1, sum < minimum, let next = candidate([equation]) else { continue }
      isHidden[next] = true
      changed = true
    }
    return changed
  }

  /// Several equations together may have but one solution for a cell.
  private mutating func hideBesideDeterminedCells() -> Bool {
    let known = determined()
    guard !known.isEmpty else { return false }
    // Beside the cell itself where that can be, else anywhere beside a hidden one.
    var isKnown = [Bool](repeating: false, count: nodes.count)
    for node in known { isKnown[node] = true }
    let near = equations.filter { $0.contains { isKnown[$0] } }
    let far = equations.filter { $0.contains { isHidden[$0] } }
    guard let next = candidate(near) ?? candidate(far) else { return false }
    isHidden[next] = true
    return true
  }

  private func candidate(_ equations: [[Int]]) -> Int? {
    func rank(_ node: Int) -> (Int, Double, Int) {
      let contributors = nodes[node].contributors
      return (nodes[node].isRow ? 0 : 1, contributors.isNaN ? .infinity : contributors, node)
    }
    // A true zero hides nothing.
    return equations.joined().filter { !isHidden[$0] && nodes[$0].contributors != 0 }
      .min { rank($0) < rank($1) }
  }

  /// Hidden cells that the equations and the shown cells determine.
  private func determined() -> [Int] {
    let unknowns = hidden
    var number = [Int](repeating: -1, count: nodes.count)
    for (at, node) in unknowns.enumerated() { number[node] = at }
    let open = equations.filter { $0.contains { isHidden[$0] } }
    let terms = open.map { equation in
      equation.enumerated().filter { number[$0.element] >= 0 }.map { place, node in
        SparseSystem.Term(unknown: number[node], factor: place == 0 ? -1 : 1)
      }
    }
    return SparseSystem(terms, unknowns: unknowns.count).determined().map { unknowns[$0] }
  }
}
