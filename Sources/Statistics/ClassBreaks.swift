import Diagnostics

/// How the values of a map or a histogram are cut into classes.
///
/// Every method gives edges e₀ ≤ e₁ ≤ … ≤ eₙ. Class i is [eᵢ, eᵢ₊₁[: it holds its lower edge and not its upper one; the
/// last class holds both of its edges.
public enum ClassMethod: Hashable, Sendable {
  /// As many values in each class, ties apart: sample quantiles of type 7 (Hyndman and Fan 1996).
  case quantile(Int)
  /// Classes as wide as each other, from the lowest value to the highest.
  case equal(Int)
  /// The least sum of squares inside the classes, exactly (Fisher 1958; Jenks 1977). An edge lies halfway between the
  /// highest value below it and the lowest one above.
  case jenks(Int)
  /// Round steps of the standard deviation from the mean, about this many (steps by Becker, Chambers and Wilks 1988).
  case standardDeviation(Int)
  /// Six classes whose edges are the quantiles 5 %, 27.5 %, 50 %, 72.5 % and 95 % (Waniez 2003).
  case q6
  /// Edges in geometric progression; all values must be over zero.
  case geometric(Int)

  public var classes: Int {
    switch self {
    case .quantile(let n), .equal(let n), .jenks(let n), .standardDeviation(let n), .geometric(let n): n
    case .q6: 6
    }
  }
}

extension ClassMethod {
  /// The edges of the classes, both ends included; values that are not finite are left out.
  ///
  /// Where there are no more distinct values than classes, each value has a class of its own, and the edges lie halfway
  /// between them. One distinct value gives one class; no value, no edge.
  ///
  /// - Throws: `geometric-needs-positive`.
  public func edges(of values: [Double]) throws -> [Double] {
    let sorted = values.filter(\.isFinite).sorted()
    guard let low = sorted.first, let high = sorted.last else { return [] }
    guard low < high else { return [low, high] }
    let distinct = sorted.distinct
    if self != .q6, distinct.count <= classes { return Self.separating(distinct) }
    switch self {
    case .quantile(let n): return sorted.quantiles((0...n).map { min(Double($0) * (1 / Double(n)), 1) })
    case .q6: return sorted.quantiles([0, 0.05, 0.275, 0.5, 0.725, 0.95, 1])
    case .equal(let n): return Self.steps(from: low, to: high, count: n)
    case .jenks(let n): return FisherPartition(sorted).edges(classes: n)
    case .standardDeviation(let n): return sorted.deviationEdges(about: n)
    case .geometric(let n):
      guard low > 0 else { throw Failure(Messages.geometricNeedsPositive(low: low)) }
      let inner = (1..<n).map { low * power(high / low, Double($0) / Double(n)) }
      return [low] + inner + [high]
    }
  }

  /// The bounds between classes, both ends left out.
  public func breaks(of values: [Double]) throws -> [Double] {
    Array(try edges(of: values).dropFirst().dropLast())
  }

  /// One class a value; the outer edges lie half a mean distance beyond the ends.
  private static func separating(_ distinct: [Double]) -> [Double] {
    let gaps = zip(distinct, distinct.dropFirst()).map { $1 - $0 }
    let half = TwoDouble.sum(gaps).value / Double(gaps.count) / 2
    let inner = zip(distinct, gaps).map { $0 + $1 / 2 }
    return [distinct[0] - half] + inner + [distinct[distinct.count - 1] + half]
  }

  static func steps(from low: Double, to high: Double, count: Int) -> [Double] {
    let step = (high - low) / Double(count)
    return [low] + (1..<max(count, 1)).map { low + Double($0) * step } + [high]
  }
}

extension [Double] {
  /// Of sorted values, each once.
  var distinct: [Double] {
    var result: [Double] = []
    for value in self where result.last != value { result.append(value) }
    return result
  }

  /// Quantiles of sorted values by linear interpolation between order statistics (type 7).
  func quantiles(_ shares: [Double]) -> [Double] {
    shares.map { share in
      let place = Double(count - 1) * share
      let low = self[Int(place)]
      let high = self[Swift.min(Int(place.rounded(.up)), count - 1)]
      let weight = place - place.rounded(.down)
      return weight > 0 && high != low ? (1 - weight) * low + weight * high : low
    }
  }

  /// Round numbers of standard deviations from the mean, from under the lowest value to over the highest.
  fileprivate func deviationEdges(about classes: Int) -> [Double] {
    let mean = TwoDouble.sum(self).value / Double(count)
    let squares = TwoDouble.sum(map { ($0 - mean) * ($0 - mean) }).value
    let deviation = (squares / Double(count - 1)).squareRoot()
    let steps = PrettySteps(
      from: (self[0] - mean) / deviation, to: (self[count - 1] - mean) / deviation, about: classes)
    return steps.values.map { $0 * deviation + mean }
  }
}
