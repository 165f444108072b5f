import Geometry
import Pages
import Typesetting

/// Which point of a line of text stands where it is placed.
enum TextAnchor: Hashable, Sendable { case start, middle, end }

extension Frame {
  /// Places a line with its first baseline at `point`.
  mutating func add(_ line: Frame, anchor: TextAnchor = .start, baseline point: Point) {
    let shift: Length =
      switch anchor {
      case .start: 0
      case .middle: line.width / 2
      case .end: line.width
      }
    place(line, at: Point(x: point.x - shift, y: point.y - line.baseline))
  }
}

extension TextStyle {
  /// The same font in another size, its leading in proportion.
  func sized(_ size: Length) -> TextStyle {
    var copy = self
    copy.leading = leading * size.ratio(to: self.size)
    copy.size = size
    return copy
  }
}
