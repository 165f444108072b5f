/// The cheapest way to give each of n rows one of m ≥ n columns (Kuhn 1955, in the form of Jonker and Volgenant 1987:
/// shortest augmenting paths with potentials, O(n²m)).
struct Assignment {
  /// The column of each row.
  let columns: [Int]

  /// - Parameter costs: n rows of m columns.
  init(_ costs: [[Double]]) {
    let (n, m) = (costs.count, costs.first?.count ?? 0)
    // Row and column 0 stand for "none".
    var rowPrices = Array(repeating: 0.0, count: n + 1)
    var columnPrices = Array(repeating: 0.0, count: m + 1)
    var rowOf = Array(repeating: 0, count: m + 1)
    for row in 1..<max(n + 1, 1) {
      var nearest = Array(repeating: Double.infinity, count: m + 1)
      var before = Array(repeating: 0, count: m + 1)
      var seen = Array(repeating: false, count: m + 1)
      rowOf[0] = row
      var column = 0
      while rowOf[column] != 0 {
        seen[column] = true
        let here = rowOf[column]
        var (step, next) = (Double.infinity, 0)
        for other in 1...m where !seen[other] {
          let cost = costs[here - 1][other - 1] - rowPrices[here] - columnPrices[other]
          if cost < nearest[other] { (nearest[other], before[other]) = (cost, column) }
          if nearest[other] < step { (step, next) = (nearest[other], other) }
        }
        for other in 0...m {
          if seen[other] {
            rowPrices[rowOf[other]] += step
            columnPrices[other] -= step
          } else {
            nearest[other] -= step
          }
        }
        column = next
      }
      while column != 0 {
        rowOf[column] = rowOf[before[column]]
        column = before[column]
      }
    }
    var columns = Array(repeating: 0, count: n)
    for column in 1..<max(m + 1, 1) where rowOf[column] > 0 { columns[rowOf[column] - 1] = column - 1 }
    self.columns = columns
  }
}
