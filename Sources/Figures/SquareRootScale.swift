import Geometry

/// Maps values by their square root, with their sign: small values get more room than on a linear scale, and zero
/// has a place, which a logarithm cannot give it.
public struct SquareRootScale: Hashable, Sendable, PositionScale {
  public let domain: ClosedRange<Double>
  public let start, end: Length

  public init(_ domain: ClosedRange<Double>, from start: Length, to end: Length) {
    (self.domain, self.start, self.end) = (domain, start, end)
  }

  public func callAsFunction(_ value: Double) -> Length {
    let (low, high) = (Self.root(domain.lowerBound), Self.root(domain.upperBound))
    guard high > low else { return start }
    return start + (end - start) * ((Self.root(value) - low) / (high - low))
  }

  static func root(_ value: Double) -> Double {
    value < 0 ? -(-value).squareRoot() : value.squareRoot()
  }
}
