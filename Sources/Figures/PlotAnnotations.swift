import Geometry
import Pages
import Typesetting

/// What an author added to a plot, over its marks.
extension PlotDrawing {
  mutating func drawAnnotations() throws {
    var above: [(name: String, x: Length, end: Length)] = []
    for annotation in spec.annotations {
      switch annotation {
      case .period(let span, let name):
        if let span = span.clipped(to: x.domain) {
          above.append((name, x(span.lowerBound), x(span.upperBound)))
        }
      case .event(let value, let name):
        guard x.domain.contains(value) else { continue }
        frame.rule(down: plot.minY...plot.maxY, x: x(value), colors.ink, 0.6, dash: [2.2, 1.6])
        placement.block(Rect(x: x(value) - 0.5, y: plot.minY, width: 1, height: plot.height))
        above.append((name, x(value), x(value)))
      case .level(let value, _, let color):
        guard y.domain.contains(value) else { continue }
        frame.rule(
          from: Point(x: plot.minX, y: y(value)), to: Point(x: plot.maxX, y: y(value)), color, 0.9,
          dash: [2.2, 1.6])
        placement.block(Rect(x: plot.minX, y: y(value) - 0.5, width: plot.width, height: 1))
      case .upright, .range, .remark: continue
      }
    }
    try nameAbove(above)
    try drawUprights()
    for case .remark(let datum, let text) in spec.annotations { try drawRemark(datum, text) }
  }

  /// Names of periods and events, on two lines above the plot. First lines have the better right to a place, and a
  /// second one is left out where it has none.
  private mutating func nameAbove(_ names: [(name: String, x: Length, end: Length)]) throws {
    let style = kit.theme.text.mapLabel.colored(colors.ink)
    let set = try names.filter { !$0.name.isEmpty }.map { name, start, _ in
      let lines = try name.split(separator: "\n").prefix(2).map {
        try kit.typesetter.line(kit.language.typography(String($0)), style)
      }
      let width = lines.map(\.width).max() ?? .zero
      return (name: name, lines: lines, left: max(.zero, min(start, frame.width - width)))
    }
    for (name, lines, left) in set {
      let isPlaced = lines.first.map { place($0, left: left, rows: lines.count > 1 ? [2, 1] : [1, 2]) }
      if isPlaced == false { unplaced.append(name) }
    }
    for (_, lines, left) in set where lines.count > 1 { _ = place(lines[1], left: left, rows: [1]) }
  }

  /// In the first free of the rows above the plot, counted from it.
  private mutating func place(_ line: Frame, left: Length, rows: [Int]) -> Bool {
    let leading = kit.theme.text.mapLabel.leading
    let padded = Size(width: min(line.width + 4, frame.width - left), height: leading)
    let places = rows.map { Point(x: left, y: plot.minY - leading * Double($0) - 1) }
    guard line.width <= frame.width, let corner = placement.place(padded, at: places) else { return false }
    frame.place(line, at: corner)
    return true
  }

  private mutating func drawRemark(_ datum: Datum, _ text: String) throws {
    let target = Point(x: x(datum.x), y: y(datum.y))
    guard plot.contains(target) else { return unplaced.append(text) }
    for measure: Length in [90, 60] {
      let label = try kit.wrapped(text, style.colored(colors.ink), measure: measure, anchor: .start)
      let corners = stride(from: 14.0, through: 60, by: 6).flatMap { distance -> [Point] in
        let d = Length.pt(distance)
        return [
          Point(x: target.x + d, y: target.y - d - label.height),
          Point(x: target.x - d - label.width, y: target.y - d - label.height),
          Point(x: target.x + d, y: target.y + d / 2),
          Point(x: target.x - d - label.width, y: target.y + d / 2),
          Point(x: target.x + d, y: target.y - label.height / 2),
          Point(x: target.x - d - label.width, y: target.y - label.height / 2),
        ]
      }
      guard
        let corner = placement.place(
          label.size, at: corners.filter { plot.contains(Rect(origin: $0, size: label.size)) })
      else {
        continue
      }
      drawArrow(from: Rect(origin: corner, size: label.size), to: target)
      return frame.place(label, at: corner)
    }
    unplaced.append(text)
  }

  /// From the nearest edge of a text to just before its target, with a head.
  private mutating func drawArrow(from box: Rect, to target: Point) {
    let start = Point(
      x: min(max(target.x, box.minX - 2), box.maxX + 2), y: min(max(target.y, box.minY), box.maxY))
    let length = start.distance(to: target)
    guard length > 4 else { return }
    let (ux, uy) = ((target.x - start.x).ratio(to: length), (target.y - start.y).ratio(to: length))
    func along(_ back: Length, _ side: Length) -> Point {
      Point(x: target.x - back * ux - side * uy, y: target.y - back * uy + side * ux)
    }
    frame.stroke([start, along(4, 0)], Pen(colors.ink, 0.6))
    frame.add(Shape(.polygon([along(2, 0), along(6, 1.6), along(6, -1.6)]), fill: .color(colors.ink)))
  }

  /// Each starts lower than the one before, so that its name may pass under those.
  private mutating func drawUprights() throws {
    var tops: [Length] = []
    for case .upright(let value, let name, let pen) in spec.annotations where x.domain.contains(value) {
      let top = name.isEmpty ? plot.minY : plot.minY - Self.uprightHead + 16 * Double(tops.count)
      tops.append(min(top, plot.maxY))
      frame.rule(down: tops[tops.count - 1]...plot.maxY, x: x(value), pen.color, pen.width, dash: pen.dash)
      placement.block(Rect(x: x(value) - 0.5, y: top, width: 1, height: max(plot.maxY - top, .zero)))
    }
    var index = 0
    for case .upright(let value, let name, let pen) in spec.annotations where x.domain.contains(value) {
      let weight = pen.dash.isEmpty ? 600 : style.font.weight
      if !name.isEmpty {
        try nameUpright(name, style.weight(weight).colored(pen.color), at: x(value), top: tops[index])
      }
      index += 1
    }
  }

  /// Right of the line, or left of it; on one line, or on several.
  private mutating func nameUpright(_ name: String, _ style: TextStyle, at line: Length, top: Length) throws {
    let text = kit.language.typography(name)
    let tops = [top, top + 3, top + 10, top + 20]
    for measure: Length in [.pt(1e6), 75, 50] {
      let right = try kit.label(text, style, measure: measure)
      if let corner = placement.place(right.size, at: tops.map { Point(x: line + 3, y: $0) }) {
        return frame.place(right, at: corner)
      }
      let left = try kit.label(text, style, measure: measure, anchor: .end)
      if let corner = placement.place(left.size, at: tops.map { Point(x: line - 3 - left.width, y: $0) }) {
        return frame.place(left, at: corner)
      }
    }
    unplaced.append(name)
  }
}
