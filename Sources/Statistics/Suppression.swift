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
    let lattice = CellLattice(rows.lazy.map(\.cell), parents: parents)
    let table = CellEquations(rows.map { lattice.key($0.cell) }, in: lattice)
    self.init(table, contributors: rows.map(\.contributors), minimum: minimum)
  }

  /// `contributors`: of each row of the table.
  init(_ table: CellEquations, contributors: [Double], minimum: Double) {
    lattice = table.lattice
    var search = SuppressionSearch(table, table.contributors(ofRows: contributors))
    hidden = search.hiddenKeys(minimum: minimum)
  }

  var hidesNothing: Bool { hidden.isEmpty }

  func isHidden(_ cell: Cell) -> Bool {
    !hidesNothing && lattice.holds(cell) && hidden.contains(lattice.key(cell))
  }
}

/// Looks for the cells to hide in one table.
private struct SuppressionSearch {
  private let table: CellEquations
  /// Of each cell; not a number where they are not known.
  private let contributors: [Double]
  private var isHidden: [Bool]
  /// For each equation, how many of its cells are hidden.
  private var counts: [Int]

  init(_ table: CellEquations, _ contributors: [Double]) {
    (self.table, self.contributors) = (table, contributors)
    isHidden = table.cells.map { _ in false }
    counts = table.equations.map { _ in 0 }
  }

  mutating func hiddenKeys(minimum: Double) -> Set<Int> {
    for cell in table.cells where contributors[cell] > 0 && contributors[cell] < minimum {
      hide(cell)
    }
    while hideBesideLoneCells() || hideBesideFewContributors(minimum) || hideBesideDeterminedCells() {}
    return Set(hidden.map { table.keys[$0] })
  }

  private var hidden: [Int] { table.cells.filter { isHidden[$0] } }

  private mutating func hide(_ cell: Int) {
    isHidden[cell] = true
    table.forEachEquation(of: cell) { counts[$0] += 1 }
  }

  /// A hidden cell alone in an equation is the difference of the others.
  private mutating func hideBesideLoneCells() -> Bool {
    var changed = false
    for equation in table.equations where counts[equation] == 1 {
      guard let next = candidate([equation]) else { continue }
      hide(next)
      changed = true
    }
    return changed
  }

  /// The hidden parts of a shown whole add up to a known number: of too few contributors together, each could take its
  /// own away and learn the others'.
  private mutating func hideBesideFewContributors(_ minimum: Double) -> Bool {
    var changed = false
    for equation in table.equations where counts[equation] > 1 && !isHidden[table.sum(of: equation)] {
      guard hiddenContributors(in: equation) < minimum, let next = candidate([equation]) else { continue }
      hide(next)
      changed = true
    }
    return changed
  }

  private func hiddenContributors(in equation: Int) -> Double {
    var sum = 0.0
    table.forEachPart(of: equation) { if isHidden[$0] { sum += contributors[$0] } }
    return sum
  }

  /// Several equations together may have but one solution for a cell.
  private mutating func hideBesideDeterminedCells() -> Bool {
    let known = table.known.determined(of: hidden, find: determined)
    guard !known.isEmpty else { return false }
    // Beside the cell itself where that can be, else anywhere beside a hidden one.
    var near: [Int] = []
    for cell in known { table.forEachEquation(of: cell) { near.append($0) } }
    guard let next = candidate(near) ?? candidate(table.equations.filter { counts[$0] > 0 }) else {
      return false
    }
    hide(next)
    return true
  }

  private func candidate(_ equations: [Int]) -> Int? {
    func rank(_ cell: Int) -> (Int, Double, Int) {
      let count = contributors[cell]
      return (table.isRow(cell) ? 0 : 1, count.isNaN ? .infinity : count, cell)
    }
    var best: Int?
    for equation in equations {
      table.forEachCell(of: equation) { cell in
        // A true zero hides nothing.
        if isHidden[cell] || contributors[cell] == 0 { return }
        if let known = best, rank(known) <= rank(cell) { return }
        best = cell
      }
    }
    return best
  }

  /// Hidden cells that the equations and the shown cells determine.
  private func determined(_ unknowns: [Int]) -> [Int] {
    var numbers = [Int](repeating: -1, count: table.cells.count)
    for (number, cell) in unknowns.enumerated() { numbers[cell] = number }
    var system = SparseSystem(unknowns: unknowns.count)
    for equation in table.equations where counts[equation] > 0 {
      let sum = table.sum(of: equation)
      table.forEachCell(of: equation) { cell in
        if isHidden[cell] { system.add(numbers[cell], factor: cell == sum ? -1 : 1) }
      }
      system.endEquation()
    }
    return system.determined().map { unknowns[$0] }
  }
}
