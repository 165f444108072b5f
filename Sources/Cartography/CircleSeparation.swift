import Geometry

/// Moves circles that overlap apart, the smaller ones farther, none out of its own territory.
///
/// What still overlaps after a few rounds is left so: a circle on a neighbour's ground would mislead.
struct CircleSeparation {
  struct Circle: Hashable, Sendable {
    var centre: Point
    var radius: Length
    /// Where the centre may stand.
    var land: Path
  }

  private static let rounds = 30
  /// Kept between two circles.
  private static let gap: Length = 1

  static func separated(_ circles: [Circle]) -> [Point] {
    var moved = circles
    for _ in 0..<rounds {
      var changed = false
      for i in moved.indices {
        for j in moved.indices where j > i {
          guard let push = push(moved[i], moved[j]) else { continue }
          changed = step(&moved[i], by: push.0) || changed
          changed = step(&moved[j], by: push.1) || changed
        }
      }
      if !changed { break }
    }
    return moved.map(\.centre)
  }

  /// How far two circles have to move, each in proportion to the area of the other; `nil` where they stand apart.
  private static func push(_ a: Circle, _ b: Circle) -> (Point, Point)? {
    let distance = a.centre.distance(to: b.centre)
    let overlap = a.radius + b.radius + gap - distance
    guard overlap > 0.01, distance > 0 else { return nil }
    let areas = (a.radius.points * a.radius.points, b.radius.points * b.radius.points)
    let share = areas.1 / max(areas.0 + areas.1, 1e-12)
    let way = (b.centre.x.points - a.centre.x.points, b.centre.y.points - a.centre.y.points)
    func move(_ amount: Double) -> Point {
      let k = overlap.ratio(to: distance) * amount
      return Point(x: .pt(way.0 * k), y: .pt(way.1 * k))
    }
    return (move(-share), move(1 - share))
  }

  private static func step(_ circle: inout Circle, by delta: Point) -> Bool {
    let target = circle.centre + delta
    guard circle.land.covers(target) else { return false }
    circle.centre = target
    return true
  }
}
