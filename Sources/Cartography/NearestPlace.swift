import Geometry

/// Finds the free place nearest to a point, anywhere on a map: for a name that has to stand somewhere.
struct NearestPlace {
  struct Place: Hashable {
    var corner: Point
    /// Where the leader meets the label.
    var end: Point
    /// From the point to there.
    var distance: Length
  }

  let area: Rect
  let mask: LandMask
  /// What no label may stand on and no leader may cross.
  let taken: [Rect]
  /// The frame of what is named, outside which no leader may cross land; `nil`: it may.
  var keepsToSeaOutside: Rect?

  private static let step = 2.0
  /// Kept around a label, and between it and its leader.
  private static let margin: Length = 1.5

  /// `nil`: no place is free.
  func nearest(to anchor: Point, size: Size) -> Place? {
    let lefts = stride(from: area.minX.points, through: (area.maxX - size.width).points, by: Self.step)
    let tops = stride(from: area.minY.points, through: (area.maxY - size.height).points, by: Self.step)
    let corners = tops.flatMap { top in lefts.map { Point(x: .pt($0), y: .pt(top)) } }
    let places = corners.map { place(at: $0, size, anchor) }.sorted { $0.distance < $1.distance }
    return places.first { isFree($0, size, from: anchor) }
  }

  private func place(at corner: Point, _ size: Size, _ anchor: Point) -> Place {
    let box = Rect(origin: corner, size: size).expanded(by: Self.margin)
    let ends = [
      Point(x: box.minX, y: box.midY), Point(x: box.maxX, y: box.midY), Point(x: box.midX, y: box.minY),
      Point(x: box.midX, y: box.maxY),
    ]
    let end = ends.min { $0.distance(to: anchor) < $1.distance(to: anchor) } ?? corner
    return Place(corner: corner, end: end, distance: end.distance(to: anchor))
  }

  private func isFree(_ place: Place, _ size: Size, from anchor: Point) -> Bool {
    let box = Rect(origin: place.corner, size: size).expanded(by: Self.margin)
    let leader = Segment(anchor, place.end)
    guard !box.contains(anchor), mask.isFree(box) else { return false }
    if taken.contains(where: { $0.intersects(box) || leader.meets($0) }) { return false }
    return keepsToSeaOutside.map { isAtSea(leader, outside: $0) } ?? true
  }

  private func isAtSea(_ leader: Segment, outside inset: Rect) -> Bool {
    let length = leader.a.distance(to: leader.b)
    return stride(from: 1.0, to: length.points, by: 1).allSatisfy { step in
      let share = step / length.points
      let point = Point(
        x: leader.a.x + (leader.b.x - leader.a.x) * share, y: leader.a.y + (leader.b.y - leader.a.y) * share)
      let spot = Rect(origin: point, size: Size(width: 0.1, height: 0.1))
      return inset.expanded(by: 1).contains(point) || mask.isFree(spot)
    }
  }
}
