import Geometry

/// Moves circles that overlap apart, the smaller ones farther: at first none out of its own territory, then, where that
/// is not enough, also onto a neighbour's ground or the sea, from where a leader shows its place. Each stays in bounds.
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

  static func separated(_ circles: [Circle], in bounds: Rect) -> [Point] {
    var moved = circles
    for index in moved.indices { moved[index].clamp(to: bounds) }
    let homes = moved.map(\.centre)
    for round in 0..<(2 * rounds) {
      var changed = false
      let isFree = round >= rounds
      // Free circles grow and are drawn home at first, so that neighbours keep their sides of each other.
      let time = Double(round - rounds) / Double(rounds)
      let size = isFree ? min(1, 0.3 + time * 1.4) : 1
      if isFree, time < 0.5 {
        for index in moved.indices {
          let way = Point(
            x: (homes[index].x - moved[index].centre.x) * 0.2,
            y: (homes[index].y - moved[index].centre.y) * 0.2)
          changed = step(&moved[index], by: way, isFree, bounds) || changed
        }
      }
      for i in moved.indices {
        for j in moved.indices where j > i {
          guard let push = push(moved[i], moved[j], size: size) else { continue }
          changed = step(&moved[i], by: push.0, isFree, bounds) || changed
          changed = step(&moved[j], by: push.1, isFree, bounds) || changed
        }
      }
      if !changed, isFree, size == 1 { break }
    }
    return moved.map(\.centre)
  }

  /// How far two circles have to move, each in proportion to the square of the area of the other; `nil` where they stand apart.
  private static func push(_ a: Circle, _ b: Circle, size: Double) -> (Point, Point)? {
    let reach = (a.radius + b.radius) * size + gap
    // Most pairs lie far apart, and need no root.
    guard (a.centre.x - b.centre.x).magnitude < reach, (a.centre.y - b.centre.y).magnitude < reach else {
      return nil
    }
    let distance = a.centre.distance(to: b.centre)
    let overlap = reach - distance
    guard overlap > 0.01, distance > 0 else { return nil }
    let areas = (a.radius.points * a.radius.points, b.radius.points * b.radius.points)
    let share = areas.1 * areas.1 / max(areas.0 * areas.0 + areas.1 * areas.1, 1e-12)
    let way = (b.centre.x.points - a.centre.x.points, b.centre.y.points - a.centre.y.points)
    func move(_ amount: Double) -> Point {
      let k = overlap.ratio(to: distance) * amount
      return Point(x: .pt(way.0 * k), y: .pt(way.1 * k))
    }
    return (move(-share), move(1 - share))
  }

  private static func step(_ circle: inout Circle, by delta: Point, _ isFree: Bool, _ bounds: Rect) -> Bool {
    var target = circle
    target.centre = circle.centre + delta
    target.clamp(to: bounds)
    guard target.centre != circle.centre, isFree || circle.land.covers(target.centre) else { return false }
    circle = target
    return true
  }
}

extension CircleSeparation.Circle {
  func clamped(to box: Rect) -> Self {
    var copy = self
    copy.clamp(to: box)
    return copy
  }

  /// Moves the circle to where it lies wholly in the box, if it can.
  fileprivate mutating func clamp(to box: Rect) {
    func clamped(_ value: Length, _ low: Length, _ high: Length) -> Length {
      low <= high ? min(max(value, low), high) : (low + high) / 2
    }
    centre = Point(
      x: clamped(centre.x, box.minX + radius, box.maxX - radius),
      y: clamped(centre.y, box.minY + radius, box.maxY - radius))
  }
}
