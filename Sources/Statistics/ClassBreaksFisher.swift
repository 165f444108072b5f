/// The partition of values into classes with the least sum of squared distances to the means of their classes.
///
/// Fisher (1958) by dynamic programming over the distinct values. The best start of the last class never moves left as
/// values are added, so that each class takes n log n steps (divide and conquer, as in Grønlund and others 2017). Sums
/// are kept in twice the precision of a double: a tight class far from the others is judged rightly.
struct FisherPartition {
  private let values: [Double]
  /// Before each value and after the last: how many, their sum, and the sum of their squares, from the lowest value.
  private var weights = [0.0]
  private var sums = [TwoDouble()]
  private var squares = [TwoDouble()]

  /// - Parameter sorted: increasing; equal values never part.
  init(_ sorted: [Double]) {
    values = sorted.distinct
    let origin = sorted.first ?? 0
    var index = 0
    for value in values {
      var count = 0.0
      while index < sorted.count, sorted[index] == value { (count, index) = (count + 1, index + 1) }
      let distance = TwoDouble(value) - TwoDouble(origin)
      weights.append(weights[weights.count - 1] + count)
      sums.append(sums[sums.count - 1] + distance * TwoDouble(count))
      squares.append(squares[squares.count - 1] + distance * distance * TwoDouble(count))
    }
  }

  /// Edges from the lowest value to the highest, halfway between neighbours of two classes.
  func edges(classes: Int) -> [Double] {
    guard let low = values.first, let high = values.last else { return [] }
    let inner = starts(classes: min(classes, values.count)).dropFirst()
    return [low] + inner.map { (values[$0 - 1] + values[$0]) / 2 } + [high]
  }

  /// The index of the first value of each class.
  private func starts(classes: Int) -> [Int] {
    var costs = values.indices.map { cost(0...$0) }
    var origins: [[Int]] = []
    for taken in 1..<max(classes, 1) {
      var layer = Layer(costs: values.map { _ in .infinity }, starts: values.map { _ in 0 })
      fill(&layer, after: costs, ends: taken..<values.count, starts: taken...(values.count - 1))
      costs = layer.costs
      origins.append(layer.starts)
    }
    var starts: [Int] = []
    var end = values.count - 1
    for origin in origins.reversed() {
      starts.append(origin[end])
      end = origin[end] - 1
    }
    return [0] + starts.reversed()
  }

  /// For each last value of a class: the least cost up to it, and where its class starts.
  private struct Layer {
    var costs: [Double]
    var starts: [Int]
  }

  /// Solves the middle end first; those on its sides have their starts on its start's sides.
  private func fill(
    _ layer: inout Layer, after costs: [Double], ends: Range<Int>, starts: ClosedRange<Int>
  ) {
    guard !ends.isEmpty else { return }
    let end = ends.lowerBound + ends.count / 2
    var best = (cost: Double.infinity, start: starts.lowerBound)
    for start in starts.lowerBound...max(starts.lowerBound, min(starts.upperBound, end)) {
      let sum = costs[start - 1] + cost(start...max(start, end))
      if sum < best.cost { best = (sum, start) }
    }
    (layer.costs[end], layer.starts[end]) = best
    fill(&layer, after: costs, ends: ends.lowerBound..<end, starts: starts.lowerBound...best.start)
    fill(&layer, after: costs, ends: (end + 1)..<ends.upperBound, starts: best.start...starts.upperBound)
  }

  /// The sum of squares of one class about its mean.
  private func cost(_ range: ClosedRange<Int>) -> Double {
    let (from, to) = (range.lowerBound, range.upperBound + 1)
    let sum = sums[to] - sums[from]
    let square = squares[to] - squares[from]
    return max((square - sum * sum / TwoDouble(weights[to] - weights[from])).value, 0)
  }
}
