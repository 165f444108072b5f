import Geometry
import Pages

/// An axis of places in an order, the first on top.
public struct RankAxis: Axis {
  public let places: ClosedRange<Int>
  public var title: String? { nil }
  public var grid: [Double] { [] }

  /// From the first to the last place shown.
  public init(_ places: ClosedRange<Int>) { self.places = places }

  public func scale(from start: Length, to end: Length) -> any PositionScale {
    // `start` is the bottom of a plot.
    LinearScale(Double(places.lowerBound) - 0.5...Double(places.upperBound) + 0.5, from: end, to: start)
  }

  public func side(kit: Kit) throws -> [(value: Double, text: Frame)] { [] }

  public func foot(_ scale: any PositionScale, width: Length, kit: Kit) throws -> Frame {
    Frame(size: Size(width: width, height: .zero))
  }
}
