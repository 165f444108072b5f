import Geometry
import Quantities

/// Maps a number to a place along one axis. Days are numbers (since 1970), categories their index.
public protocol PositionScale: Sendable {
  /// The numbers that it shows, the least first.
  var domain: ClosedRange<Double> { get }
  func callAsFunction(_ value: Double) -> Length
}

extension PositionScale {
  /// Where the ends of the domain stand, the least first.
  public var range: ClosedRange<Length> {
    let (a, b) = (self(domain.lowerBound), self(domain.upperBound))
    return min(a, b)...max(a, b)
  }

  /// A value drawn at the nearest end where it lies outside.
  public func clamped(_ value: Double) -> Length {
    self(min(max(value, domain.lowerBound), domain.upperBound))
  }
}

extension LinearScale: PositionScale {}

extension TimeScale: PositionScale {
  public var domain: ClosedRange<Double> { Double(from.dayNumber)...Double(max(from, to).dayNumber) }

  public func callAsFunction(_ value: Double) -> Length {
    let span = domain.upperBound - domain.lowerBound
    return span > 0 ? start + (end - start) * ((value - domain.lowerBound) / span) : start
  }
}

extension BandScale: PositionScale {
  /// From the first centre to the last.
  public var domain: ClosedRange<Double> { 0...Double(max(count - 1, 0)) }

  /// The centre of a band; between two bands, a place between their centres.
  public func callAsFunction(_ value: Double) -> Length { start + step * (value + 0.5) }
}
