/// Which cells of one snapshot may not be shown, so that none of few contributors can be computed from the others.
///
/// The cells are the rows of a table and every sum over them that a query can print: territories up to the whole
/// country, every other dimension up to all of its codes. Each sum is an equation between cells. Where the cells that
/// are shown would give a hidden one away, or the sum of hidden ones is of too few contributors, a further cell of one of its equations is hidden: a row rather than a sum,
/// and the one of fewest contributors. (Simple secondary suppression; see Willenborg and de Waal, "Elements of
/// Statistical Disclosure Control", 2001, ch. 6. The count of hidden cells is not the least possible.)
struct Suppression: Sendable {
  /// A place and a code of each dimension.
  struct Cell: Hashable, Sendable {
    static let allCodes: Int32 = -1

    var place: Table.Place
    var codes: [Int32]
  }

  private struct Node {
    /// Not a number where the source does not tell it.
    var contributors: Double
    var isRow: Bool
  }

  static let none = Suppression()

  private(set) var hidden: Set<Int> = []
  private var index: [Cell: Int] = [:]
  private var nodes: [Node] = []
  /// The sum first, then its parts.
  private var equations: [[Int]] = []

  private init() {}

  /// `rows`: the cells of a table with their contributors. `parents`: for each territorial level, the index of each
  /// entry's parent in the level above; -1 for none.
  init(_ rows: [(cell: Cell, contributors: Double)], minimum: Double, parents: [[Int32]]) {
    guard rows.contains(where: { $0.contributors > 0 && $0.contributors < minimum }) else { return }
    for row in rows { add(row.cell, Node(contributors: row.contributors, isRow: true)) }
    addSums(of: rows, parents: parents)
    hidden = Set(nodes.indices.filter { nodes[$0].contributors > 0 && nodes[$0].contributors < minimum })
    while hideBesideLoneCells() || hideBesideFewContributors(minimum) || hideBesideDeterminedCells() {}
  }

  func isHidden(_ cell: Cell) -> Bool { index[cell].map(hidden.contains) ?? false }

  // MARK: Cells and equations

  private mutating func add(_ cell: Cell, _ node: Node) {
    guard index[cell] == nil else { return }
    index[cell] = nodes.count
    nodes.append(node)
  }

  private mutating func addSums(of rows: [(cell: Cell, contributors: Double)], parents: [[Int32]]) {
    let finest = rows.map(\.cell.place.level).max() ?? 0
    for (cell, contributors) in rows {
      let isBase = cell.place.level == finest && !cell.codes.contains(Cell.allCodes)
      for sum in cell.sums(parents) {
        add(sum, Node(contributors: .nan, isRow: false))
        guard isBase, !contributors.isNaN, let at = index[sum], !nodes[at].isRow else { continue }
        nodes[at].contributors = (nodes[at].contributors.isNaN ? 0 : nodes[at].contributors) + contributors
      }
    }
    var found: [[Int32]: Int] = [:]
    // In the order of the nodes, so that the same table hides the same cells.
    for (cell, part) in index.sorted(by: { $0.value < $1.value }) {
      for (axis, sum) in cell.steps(parents) {
        guard let whole = index[sum] else { continue }
        let key = [Int32(axis), Int32(whole)]
        if let known = found[key] {
          equations[known].append(part)
        } else {
          found[key] = equations.count
          equations.append([whole, part])
        }
      }
    }
  }

  // MARK: Hiding

  /// A hidden cell alone in an equation is the difference of the others.
  private mutating func hideBesideLoneCells() -> Bool {
    var changed = false
    for equation in equations where equation.count(where: hidden.contains) == 1 {
      guard let next = candidate([equation]) else { continue }
      hidden.insert(next)
      changed = true
    }
    return changed
  }

  /// The hidden parts of a shown whole add up to a known number: of too few contributors together, each could take its
  /// own away and learn the others'.
  private mutating func hideBesideFewContributors(_ minimum: Double) -> Bool {
    var changed = false
    for equation in equations where !hidden.contains(equation[0]) {
      let parts = equation.dropFirst().filter(hidden.contains)
      let sum = parts.reduce(0) { $0 + nodes[$1].contributors }
      guard parts.count > 1, sum < minimum, let next = candidate([equation]) else {
        continue
      }
      hidden.insert(next)
      changed = true
    }
    return changed
  }

  /// Several equations together may have but one solution for a cell.
  private mutating func hideBesideDeterminedCells() -> Bool {
    let known = determined()
    guard !known.isEmpty else { return false }
    // Beside the cell itself where that can be, else anywhere beside a hidden one.
    let near = equations.filter { equation in known.contains { equation.contains($0) } }
    let far = equations.filter { $0.contains(where: hidden.contains) }
    guard let next = candidate(near) ?? candidate(far) else { return false }
    hidden.insert(next)
    return true
  }

  private func candidate(_ equations: [[Int]]) -> Int? {
    func rank(_ node: Int) -> (Int, Double, Int) {
      let contributors = nodes[node].contributors
      return (nodes[node].isRow ? 0 : 1, contributors.isNaN ? .infinity : contributors, node)
    }
    // A true zero hides nothing.
    return equations.joined().filter { !hidden.contains($0) && nodes[$0].contributors != 0 }
      .min { rank($0) < rank($1) }
  }

  /// Hidden cells that the equations and the shown cells determine (reduced row echelon form).
  func determined() -> [Int] {
    let unknowns = hidden.sorted()
    let column = Dictionary(uniqueKeysWithValues: unknowns.enumerated().map { ($1, $0) })
    var rows: [[Double]] = equations.compactMap { equation in
      guard equation.contains(where: hidden.contains) else { return nil }
      var row = [Double](repeating: 0, count: unknowns.count)
      for (place, node) in equation.enumerated() {
        if let at = column[node] { row[at] = place == 0 ? -1 : 1 }
      }
      return row
    }
    reduce(&rows)
    return rows.compactMap { row in
      let used = row.indices.filter { abs(row[$0]) > 1e-9 }
      return used.count == 1 ? unknowns[used[0]] : nil
    }
  }

  /// Gauss and Jordan's elimination with the largest pivot.
  private func reduce(_ rows: inout [[Double]]) {
    var pivot = 0
    for column in (rows.first ?? []).indices {
      guard let best = (pivot..<rows.count).max(by: { abs(rows[$0][column]) < abs(rows[$1][column]) }),
        abs(rows[best][column]) > 1e-9
      else { continue }
      rows.swapAt(pivot, best)
      let scale = rows[pivot][column]
      rows[pivot] = rows[pivot].map { $0 / scale }
      for other in rows.indices where other != pivot && abs(rows[other][column]) > 1e-9 {
        let factor = rows[other][column]
        for at in rows[other].indices { rows[other][at] -= factor * rows[pivot][at] }
      }
      pivot += 1
      if pivot == rows.count { return }
    }
  }
}

extension Suppression.Cell {
  /// The sums it is directly a part of: over the territories of its parent, over each dimension. With the number of the
  /// axis: 0 for territories.
  fileprivate func steps(_ parents: [[Int32]]) -> [(axis: Int, sum: Suppression.Cell)] {
    var steps: [(Int, Suppression.Cell)] = []
    let parent = parents[Int(place.level)][Int(place.entry)]
    if place.level > 0, parent >= 0 {
      let above = Table.Place(level: place.level - 1, entry: parent)
      steps.append((0, Suppression.Cell(place: above, codes: codes)))
    }
    for dimension in codes.indices where codes[dimension] != Self.allCodes {
      var sum = self
      sum.codes[dimension] = Self.allCodes
      steps.append((dimension + 1, sum))
    }
    return steps
  }

  /// Every sum it is a part of, each once, nearest first.
  fileprivate func sums(_ parents: [[Int32]]) -> [Suppression.Cell] {
    var found: [Suppression.Cell] = []
    var known: Set<Suppression.Cell> = [self]
    var next = [self]
    while let cell = next.first {
      next.removeFirst()
      for (_, sum) in cell.steps(parents) where known.insert(sum).inserted {
        found.append(sum)
        next.append(sum)
      }
    }
    return found
  }
}
