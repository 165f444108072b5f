import Geometry

/// Maps values to places along one axis, in proportion.
public struct LinearScale: Hashable, Sendable {
  public let domain: ClosedRange<Double>
  /// Where the domain's ends fall. On a vertical axis `end` is above `start`, so it is the smaller of the two.
  public let start, end: Length

  public init(_ domain: ClosedRange<Double>, from start: Length, to end: Length) {
    (self.domain, self.start, self.end) = (domain, start, end)
  }

  /// The place of a value; values outside the domain fall outside the range.
  public func callAsFunction(_ value: Double) -> Length {
    let span = domain.upperBound - domain.lowerBound
    guard span > 0 else { return start }
    return start + (end - start) * ((value - domain.lowerBound) / span)
  }
}
