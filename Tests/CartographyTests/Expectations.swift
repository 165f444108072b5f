import Geometry
import Pages
import Testing

/// No two texts meet and none reaches beyond the frame.
func expectReadable(_ frame: Frame, sourceLocation: SourceLocation = #_sourceLocation) {
  let texts = frame.texts().filter { !$0.text.allSatisfy(\.isWhitespace) }
  let page = Rect(origin: .zero, size: frame.size).expanded(by: 0.01)
  for (index, text) in texts.enumerated() {
    #expect(page.contains(text.box), "\(text.text) is clipped", sourceLocation: sourceLocation)
    for other in texts[(index + 1)...] where text.box.expanded(by: -0.05).intersects(other.box) {
      Issue.record("\(text.text) meets \(other.text)", sourceLocation: sourceLocation)
    }
  }
}

extension Shape {
  /// Whether the point lies in straight-sided rings, by the even-odd rule.
  func covers(_ p: Point) -> Bool {
    var inside = false
    var start = Point.zero
    var last = Point.zero
    func cross(_ a: Point, _ b: Point) {
      guard (a.y > p.y) != (b.y > p.y) else { return }
      if p.x < a.x + (b.x - a.x) * (p.y - a.y).ratio(to: b.y - a.y) { inside.toggle() }
    }
    for element in path.elements {
      switch element {
      case .move(let q): (start, last) = (q, q)
      case .line(let q), .curve(_, _, let q): cross(last, q); last = q
      case .close: cross(last, start); last = start
      }
    }
    return inside
  }
}
