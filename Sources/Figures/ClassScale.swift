/// Maps a value to the class that holds it. A break belongs to the class above it.
public struct ThresholdScale: Hashable, Sendable {
  /// In order, each once.
  public let breaks: [Double]

  public init(_ breaks: [Double]) {
    self.breaks = breaks.filter(\.isFinite).sorted().reduce(into: []) { if $0.last != $1 { $0.append($1) } }
  }

  /// From 0 to the number of breaks.
  public func callAsFunction(_ value: Double) -> Int { breaks.prefix { $0 <= value }.count }
}

/// Maps a value to one of classes that hold equal numbers of the values it was made from.
public struct QuantileScale: Hashable, Sendable {
  public let thresholds: ThresholdScale

  public init(_ values: [Double], classes: Int) {
    let quantiles = Quantiles(values)
    let shares = (1..<max(classes, 1)).map { Double($0) / Double(classes) }
    thresholds = ThresholdScale(shares.compactMap { quantiles($0) })
  }

  public func callAsFunction(_ value: Double) -> Int { thresholds(value) }
}

/// The quantiles of values, interpolated between neighbours: type 7 of Hyndman and Fan (1996), as numpy and R do.
public struct Quantiles: Hashable, Sendable {
  /// From the least.
  public let sorted: [Double]

  public init(_ values: [Double]) { sorted = values.filter(\.isFinite).sorted() }

  /// `nil` of no values. `share` from 0 to 1.
  public func callAsFunction(_ share: Double) -> Double? {
    guard let last = sorted.last else { return nil }
    let place = Double(sorted.count - 1) * min(max(share, 0), 1)
    let low = Int(place.rounded(.down))
    guard low + 1 < sorted.count else { return last }
    let part = place - Double(low)
    let step = sorted[low + 1] - sorted[low]
    // From the nearer end, so that the result never passes it.
    return part < 0.5 ? sorted[low] + step * part : sorted[low + 1] - step * (1 - part)
  }

  public var median: Double? { self(0.5) }
}
