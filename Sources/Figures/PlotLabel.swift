import Geometry
import Pages
import Typesetting

/// A name beside a datum. Labels earlier in a list have the better right to a place.
public struct PlotLabel: Sendable {
  public var text: String
  public var style: TextStyle
  public var at: Datum
  /// Of the mark that it names: the label stands clear of it.
  public var radius: Length
  /// May stand away from its datum, at the end of a thin line.
  public var hasLeader: Bool

  public init(_ text: String, _ style: TextStyle, at: Datum, radius: Length = 2, hasLeader: Bool = true) {
    (self.text, self.style, self.at) = (text, style, at)
    (self.radius, self.hasLeader) = (radius, hasLeader)
  }
}

/// The name of a series beside the right end of its marks.
public struct EndLabel: Sendable {
  public var text: String
  public var color: Color
  /// On the vertical axis.
  public var y: Double
  public var weight: Int

  public init(_ text: String, color: Color, y: Double, weight: Int = 600) {
    (self.text, self.color, self.y, self.weight) = (text, color, y, weight)
  }
}

extension LabelPlacement {
  /// Finds a place near a point: beside it first, then further away in eight directions, up to 40 pt.
  ///
  /// The line to a label further away must not cross a label that stands already.
  mutating func place(_ size: Size, near point: Point, radius: Length, hasLeader: Bool) -> Point? {
    let near = Self.corners(size, around: point, distance: radius + 1.5)
    if let corner = place(size, at: near) { return corner }
    guard hasLeader else { return nil }
    let far = stride(from: 8.0, through: 40, by: 4).flatMap {
      Self.corners(size, around: point, distance: radius + .pt($0))
    }
    return place(size, at: far)
  }

  /// Right, left, above, below, then the diagonals.
  private static func corners(_ size: Size, around p: Point, distance d: Length) -> [Point] {
    let (w, h) = (size.width, size.height)
    let s = d * 0.7
    return [
      Point(x: p.x + d, y: p.y - h / 2), Point(x: p.x - d - w, y: p.y - h / 2),
      Point(x: p.x - w / 2, y: p.y - d - h + 1), Point(x: p.x - w / 2, y: p.y + d - 1),
      Point(x: p.x + s, y: p.y - s - h), Point(x: p.x - s - w, y: p.y - s - h),
      Point(x: p.x + s, y: p.y + s), Point(x: p.x - s - w, y: p.y + s),
    ]
  }
}
