import Geometry
import Pages

/// An axis: which numbers have a tick, what is written there, and how the domain is mapped.
public protocol Axis: Sendable {
  /// The unit, or what is measured: named once.
  var title: String? { get }
  /// Where grid lines stand.
  var grid: [Double] { get }
  func scale(from start: Length, to end: Length) -> any PositionScale
  /// What stands below a plot: ticks and their texts, none over another. As wide as the whole figure.
  func foot(_ scale: any PositionScale, width: Length, kit: Kit) throws -> Frame
  /// What stands left of a plot: a text for each tick, and its number.
  func side(kit: Kit) throws -> [(value: Double, text: Frame)]
}

extension Axis {
  /// The texts at their places, thinned where they would meet: every second, third …, the first always kept.
  func thinned(
    _ texts: [(value: Double, text: Frame)], _ scale: any PositionScale, width: Length, top: Length
  ) -> [(text: Frame, place: Point)] {
    for stride in 1...max(texts.count, 1) {
      let kept = texts.enumerated().filter { $0.offset % stride == 0 }.map(\.element)
      let placed = kept.map { value, text in
        let left = min(max(scale(value) - text.width / 2, .zero), max(width - text.width, .zero))
        return (text: text, place: Point(x: left, y: top))
      }
      let meets = zip(placed, placed.dropFirst()).contains { a, b in
        a.place.x <= b.place.x
          ? a.place.x + a.text.width + 4 > b.place.x : b.place.x + b.text.width + 4 > a.place.x
      }
      if !meets { return placed }
    }
    return []
  }
}
