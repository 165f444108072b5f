import Geometry

/// How a panel of the atlas stands on paper: one scale, north upwards.
struct MapLens: Hashable, Sendable {
  let panel: Atlas.Panel
  /// Where the north-west corner of the panel stands.
  let origin: Point
  let pointsPerMetre: Double

  /// The panel as large as `room` allows, in its middle.
  init(_ panel: Atlas.Panel, fitting room: Rect) {
    let width = max(panel.high.x - panel.low.x, 1)
    let height = max(panel.high.y - panel.low.y, 1)
    self.panel = panel
    pointsPerMetre = min(room.width.points / width, room.height.points / height)
    origin = Point(
      x: room.midX - .pt(width * pointsPerMetre / 2), y: room.midY - .pt(height * pointsPerMetre / 2))
  }

  var metresPerPoint: Double { 1 / max(pointsPerMetre, 1e-12) }

  /// What the panel covers on paper.
  var box: Rect { Rect(from: origin, to: place(MapPoint(x: panel.high.x, y: panel.low.y))) }

  func place(_ p: MapPoint) -> Point {
    Point(
      x: origin.x + .pt((p.x - panel.low.x) * pointsPerMetre),
      y: origin.y + .pt((panel.high.y - p.y) * pointsPerMetre))
  }

  func polygons(_ rings: [[MapPoint]]) -> Path {
    var path = Path()
    for ring in rings { path.append(.polygon(drawn(ring))) }
    return path
  }

  func polylines(_ lines: [[MapPoint]]) -> Path {
    var path = Path()
    for line in lines { path.append(.polyline(drawn(line))) }
    return path
  }

  /// Points as they are drawn: on a grid of an eighth of a point (0.04 mm), each place once. A reader sees no difference,
  /// and a file holds a fifth fewer bytes.
  private func drawn(_ points: [MapPoint]) -> [Point] {
    var line: [Point] = []
    line.reserveCapacity(points.count)
    for point in points {
      let exact = place(point)
      let near = Point(x: Self.snapped(exact.x), y: Self.snapped(exact.y))
      if near != line.last { line.append(near) }
    }
    return line
  }

  private static func snapped(_ length: Length) -> Length { .pt((length.points * 8).rounded() / 8) }
}
