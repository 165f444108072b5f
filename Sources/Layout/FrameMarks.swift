import Geometry
import Pages
import Typesetting

extension Frame {
  /// Places a line so that its baseline stands at `baseline`.
  mutating func set(_ line: Frame, x: Length = .zero, baseline: Length, owner: Owner? = nil) {
    place(line, at: Point(x: x, y: baseline - line.baseline), owner: owner)
  }

  /// Places a line that ends at `right`.
  mutating func set(_ line: Frame, right: Length, baseline: Length, owner: Owner? = nil) {
    set(line, x: right - line.width, baseline: baseline, owner: owner)
  }

  /// A rule across the frame; it is drawn, not read.
  mutating func rule(y: Length, from: Length = .zero, to: Length? = nil, _ stroke: Stroke) {
    let path = Path.line(from: Point(x: from, y: y), to: Point(x: to ?? width, y: y))
    add(Shape(path, stroke: stroke), owner: .artifact(.layout))
  }

  mutating func fill(_ rect: Rect, _ color: Color) {
    add(Shape(.rectangle(rect), fill: .color(color)), owner: .artifact(.layout))
  }
}

/// The rules of the house.
extension ThemeColors {
  /// Starts a figure, a tile; ends a table.
  var strongRule: Stroke { Stroke(navy, 0.75) }
  /// Around a table's head, above its total.
  var headRule: Stroke { Stroke(navy, 0.4) }
  /// Between groups, entries, and under the running head.
  var lightRule: Stroke { Stroke(rule, 0.4) }
  /// Between rows.
  var hairRule: Stroke { Stroke(hair, 0.4) }
}
