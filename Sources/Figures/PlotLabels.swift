import Geometry
import Pages

/// Texts beside the marks of a plot, in order of their right to a place.
extension PlotDrawing {
  mutating func drawLabels() throws {
    let labels = spec.labels.filter(\.at.isFinite)
    var wasPlaced = true
    for (turn, label) in labels.enumerated() where !label.followsLast || wasPlaced {
      let isPlaced =
        switch label.side {
        case .around: try drawAround(label)
        case .above:
          try drawAbove(label, waiting: labels[(turn + 1)...].filter { $0.side == .above && $0.hasLeader })
        case .beside: try drawBeside(label)
        }
      wasPlaced = isPlaced
      if !isPlaced, !label.isOptional { unplaced.append(label.name) }
    }
  }

  private func place(of label: PlotLabel) -> Point { Point(x: x(label.at.x), y: y(label.at.y)) }

  private mutating func drawAround(_ label: PlotLabel) throws -> Bool {
    let (text, at) = (try label.frame(kit: kit), place(of: label))
    let corner = placement.place(text.size, near: at, radius: label.radius, hasLeader: label.hasLeader)
    guard let corner else { return false }
    let box = Rect(origin: corner, size: text.size)
    let edge = Point(x: min(max(at.x, box.minX), box.maxX), y: min(max(at.y, box.minY + 1), box.maxY - 1))
    if edge.distance(to: at) > label.radius + 4 { frame.stroke([at, edge], Pen(colors.outline, 0.35)) }
    frame.place(text, at: corner)
    return true
  }

  /// At the height of the datum, or up to 18 pt above it.
  private mutating func drawBeside(_ label: PlotLabel) throws -> Bool {
    let (at, span) = (place(of: label), label.span ?? label.at.x...label.at.x)
    let heights = stride(from: 1.0, through: 18, by: 1).map { max(at.y - .pt($0), plot.minY) }
    let right = try label.frame(kit: kit)
    let after = heights.map { Point(x: x(span.upperBound) + label.radius + 1, y: $0) }
    if let corner = placement.place(right.size, at: after.filter { $0.x + right.width <= plot.maxX }) {
      frame.place(right, at: corner)
      return true
    }
    let left = try label.frame(kit: kit, anchor: .end)
    let before = heights.map { Point(x: x(span.lowerBound) - label.radius - 1 - left.width, y: $0) }
    let inside = before.filter { $0.x >= plot.minX }
    guard let corner = placement.place(left.size, at: inside) else { return false }
    frame.place(left, at: corner)
    return true
  }

  // MARK: Above

  /// Off the columns of those that wait, so that no leader has to cross a name.
  private mutating func drawAbove(_ label: PlotLabel, waiting: [PlotLabel]) throws -> Bool {
    let text = try label.frame(kit: kit, anchor: .middle)
    let at = place(of: label)
    let ground = at.y - label.radius
    func leader(_ name: Rect) -> Rect {
      Rect(x: at.x - 0.5, y: name.maxY, width: 1, height: max(.zero, ground - name.maxY))
    }
    let lefts = lefts(label, at.x, text.width)
    let free = stride(from: 0.0, through: label.hasLeader ? 60 : 0, by: 6).flatMap { rise in
      lefts.map { Rect(origin: Point(x: $0, y: ground - text.height - .pt(rise)), size: text.size) }
    }.filter { placement.isFree(aired($0, label)) && placement.isFree(leader($0)) }
    let columns = waiting.map { x($0.at.x) }
    let clear = free.first { name in
      let box = aired(name, label)
      return !columns.contains { (box.minX - 1...box.maxX + 1).contains($0) }
    }
    guard let name = clear ?? free.first else { return false }
    frame.place(text, at: name.origin)
    placement.block(aired(name, label))
    if ground - name.maxY > 3 {
      frame.rule(down: name.maxY...(ground - 1), x: at.x, colors.outline, 0.35)
      placement.block(leader(name))
    }
    return true
  }

  /// Over the datum; then as near to it as its span allows, or else with either end over it.
  private func lefts(_ label: PlotLabel, _ middle: Length, _ width: Length) -> [Length] {
    let (least, most) = (plot.minX - 2, max(frame.width - width, .zero))
    var wishes = [middle - width / 2]
    if let span = label.span {
      let reach = min(middle - x(span.lowerBound), x(span.upperBound) - middle)
      wishes += stride(from: 1.0, through: max(reach.points, 0), by: 1).flatMap {
        [wishes[0] + .pt($0), wishes[0] - .pt($0)]
      }
    } else if label.hasLeader {
      wishes += [middle - 2, middle + 2 - width]
    }
    return wishes.map { min(max($0, least), most) }
  }

  /// With three points at each side of a name, so that neighbours do not read as one line.
  private func aired(_ name: Rect, _ label: PlotLabel) -> Rect {
    guard label.hasLeader else { return name }
    let left = max(.zero, name.minX - 3)
    return Rect(x: left, y: name.minY, width: min(frame.width, name.maxX + 3) - left, height: name.height)
  }
}
