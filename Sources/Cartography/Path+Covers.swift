import Geometry

extension Path {
  /// Whether the point lies in straight-sided rings, by the even-odd rule; curves count as their chords.
  func covers(_ p: Point) -> Bool {
    var inside = false
    var start = Point.zero
    var last = Point.zero
    func cross(_ a: Point, _ b: Point) {
      guard (a.y > p.y) != (b.y > p.y) else { return }
      if p.x < a.x + (b.x - a.x) * (p.y - a.y).ratio(to: b.y - a.y) { inside.toggle() }
    }
    for element in elements {
      switch element {
      case .move(let q): (start, last) = (q, q)
      case .line(let q), .curve(_, _, let q): cross(last, q); last = q
      case .close: cross(last, start); last = start
      }
    }
    return inside
  }

  /// Whether all of the box lies in the rings: its middle does, and no edge enters it.
  func covers(_ box: Rect) -> Bool {
    guard covers(box.centre) else { return false }
    var start = Point.zero
    var last = Point.zero
    for element in elements {
      switch element {
      case .move(let q): (start, last) = (q, q)
      case .line(let q), .curve(_, _, let q):
        if Segment(last, q).meets(box) { return false }
        last = q
      case .close:
        if Segment(last, start).meets(box) { return false }
        last = start
      }
    }
    return true
  }
}
