import Geometry

/// Maps positive values so that equal ratios are equal lengths. What is not positive has no place.
public struct LogScale: Hashable, Sendable, PositionScale {
  public let domain: ClosedRange<Double>
  public let start, end: Length
  private let low, span: Double

  /// - Parameter domain: both ends above zero; otherwise it starts at the least positive number.
  public init(_ domain: ClosedRange<Double>, from start: Length, to end: Length) {
    let least = max(domain.lowerBound, .leastNormalMagnitude)
    self.domain = least...max(domain.upperBound, least)
    (self.start, self.end) = (start, end)
    low = log10(ofPositive: least)
    span = log10(ofPositive: self.domain.upperBound) - low
  }

  public func callAsFunction(_ value: Double) -> Length {
    guard value > 0, span > 0 else { return start }
    return start + (end - start) * ((log10(ofPositive: value) - low) / span)
  }
}
