import Figures
import Geometry
import Pages

extension Frame {
  /// A data line; over bars it has a white casing.
  mutating func curve(_ points: [Point], _ color: Color, casing: Bool = false, width: Length = 1.25) {
    guard points.count > 1 else { return }
    let path = Path.polyline(points)
    if casing { add(Shape(path, stroke: Stroke(.white, 2.6, cap: .round, join: .round))) }
    add(Shape(path, stroke: Stroke(color, width, cap: .round, join: .round)))
  }

  /// Names of series at the right of a plot, each near its end, moved apart where they would meet.
  mutating func nameEnds(
    _ ends: [(text: String, color: Color, y: Length)], plot: Rect, kit: Kit, above: Length = 0
  ) throws {
    let room = width - plot.maxX - 4
    let labels = try ends.map {
      try kit.label($0.text, kit.theme.text.axis.weight(600).colored($0.color), measure: room)
    }
    let wanted = zip(ends, labels).map { LabelSpreading.Label(wanted: $0.y, extent: $1.height) }
    let top = max(.zero, plot.minY - above)
    let starts = LabelSpreading.starts(of: wanted, within: top...min(height, plot.maxY + 6))
    for (label, start) in zip(labels, starts) {
      guard let start, label.width <= room + 0.01 else { continue }
      place(label, at: Point(x: plot.maxX + 4, y: start))
    }
  }
}
