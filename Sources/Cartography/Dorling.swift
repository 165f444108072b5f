import Geometry

/// Circles in place of territories, their areas in proportion to a measure, as near their places as they go without one
/// lying over another (Dorling 1996).
struct Dorling: Sendable {
  private static let rounds = 400
  /// The part of the way home that a circle goes each round.
  private static let pull = 0.06
  /// How much of the area the circles cover before they are fitted to it.
  private static let cover = 0.42
  /// A circle that would be smaller is as large as this, so that it is seen.
  private static let least = 1.2

  struct Circle: Hashable, Sendable {
    let code: String
    var centre: Point
    var radius: Length
  }

  let circles: [Circle]

  /// - Parameter sizes: what areas stand for; a territory without one has no circle.
  init(_ base: BaseMap, sizes: [String: Double], in area: Rect) {
    let codes = base.plan.lenses.filter { $0.panel.zoomOf == nil }.flatMap(base.codes)
    let homes = codes.map { code in base.ownAnchor(of: code) ?? area.centre }
    let total = codes.compactMap { sizes[$0] }.filter { $0 > 0 }.reduce(0, +)
    let unit = (Self.cover * area.width.points * area.height.points / .pi / max(total, 1e-300)).squareRoot()
    var circles = zip(codes, homes).compactMap { code, home -> Circle? in
      guard let size = sizes[code], size > 0 else { return nil }
      return Circle(code: code, centre: home, radius: .pt(max(unit * size.squareRoot(), Self.least)))
    }
    let (places, radii) = (circles.map(\.centre), circles.map(\.radius))
    for round in 0..<Self.rounds {
      // Circles grow from points, so that neighbours keep their sides of each other; the pull fades out, so that the
      // last rounds only part what overlaps.
      let time = Double(round) / Double(Self.rounds)
      let pull = Self.pull * max(0, 1 - time * 1.5)
      for index in circles.indices {
        circles[index].radius = radii[index] * min(1, 0.1 + time * 1.8)
        circles[index].move(towards: places[index], by: pull)
      }
      Self.part(&circles)
    }
    self.circles = Self.fitted(Self.shrunk(circles), in: area)
  }

  private static func part(_ circles: inout [Circle]) {
    for i in circles.indices {
      for j in circles.indices where j > i {
        let (a, b) = (circles[i], circles[j])
        let (dx, dy) = ((b.centre.x - a.centre.x).points, (b.centre.y - a.centre.y).points)
        let distance = max((dx * dx + dy * dy).squareRoot(), 1e-6)
        let overlap = (a.radius + b.radius).points + 0.8 - distance
        guard overlap > 0 else { continue }
        // Two circles on one spot part sideways.
        let (x, y) = distance > 1e-5 ? (dx / distance, dy / distance) : (1, 0)
        let share = b.radius.points / max((a.radius + b.radius).points, 1e-9)
        circles[i].shift(x: -x * overlap * share, y: -y * overlap * share)
        circles[j].shift(x: x * overlap * (1 - share), y: y * overlap * (1 - share))
      }
    }
  }

  /// All of them smaller by the same share, where any two still overlap.
  private static func shrunk(_ circles: [Circle]) -> [Circle] {
    var share = 1.0
    for i in circles.indices {
      for j in circles.indices where j > i {
        let sum = circles[i].radius + circles[j].radius
        share = min(share, circles[i].centre.distance(to: circles[j].centre).ratio(to: sum))
      }
    }
    return circles.map { Circle(code: $0.code, centre: $0.centre, radius: $0.radius * share) }
  }

  private static func fitted(_ circles: [Circle], in area: Rect) -> [Circle] {
    guard let first = circles.first else { return [] }
    let all = circles.reduce(Rect(around: first.centre, radius: first.radius)) {
      $0.union(Rect(around: $1.centre, radius: $1.radius))
    }
    let scale = min(area.width.ratio(to: all.width), area.height.ratio(to: all.height))
    let origin = Point(x: area.midX - all.width * scale / 2, y: area.midY - all.height * scale / 2)
    return circles.map { circle in
      Circle(
        code: circle.code,
        centre: Point(
          x: origin.x + (circle.centre.x - all.minX) * scale,
          y: origin.y + (circle.centre.y - all.minY) * scale), radius: circle.radius * scale)
    }
  }
}

extension Dorling.Circle {
  fileprivate mutating func shift(x: Double, y: Double) { centre = centre + Point(x: .pt(x), y: .pt(y)) }

  fileprivate mutating func move(towards place: Point, by share: Double) {
    centre = centre + Point(x: (place.x - centre.x) * share, y: (place.y - centre.y) * share)
  }
}
