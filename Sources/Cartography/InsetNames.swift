import Figures
import Geometry
import Pages
import Typesetting

/// The names of the insets of a map: above the zoom, in the other frames where they fit, else at their right.
struct InsetNames {
  let base: BaseMap
  let kit: Kit
  let style: TextStyle
  /// Whether nothing stands in a place beside a frame.
  let isFree: (Rect) -> Bool

  /// Returns the names without room.
  func draw(into frame: inout Frame) throws -> [String] {
    var left: [String] = []
    for inset in base.plan.insets {
      let line = try kit.typesetter.line(inset.lens.panel.title, style)
      if let start = start(of: line, in: inset) {
        frame.write(line, x: start.x, baseline: start.y)
      } else {
        left.append(inset.lens.panel.title)
      }
    }
    return left
  }

  /// Where the baseline of a name starts.
  private func start(of line: Frame, in inset: MapPlan.Inset) -> Point? {
    let box = inset.frame
    if inset.isZoom { return Point(x: box.minX, y: box.minY - 3) }
    let baseline = box.minY + 6.5
    if line.width + 1 <= box.width {
      return Point(x: box.minX + min(2, (box.width - line.width) / 2), y: baseline)
    }
    let beside = Rect(x: box.maxX + 2, y: box.minY, width: line.width, height: 8)
    let meets = base.plan.insets.contains { $0.frame.intersects(beside) }
    guard base.plan.area.contains(beside), !meets, isFree(beside.expanded(by: 1.5)) else { return nil }
    return Point(x: beside.minX, y: baseline)
  }
}

extension MapPlan.Insets {
  /// Wide enough for the names of an atlas in this style, but for those that would take too much of the map.
  func holding(namesOf atlas: Atlas, _ style: TextStyle, in width: Length, kit: Kit) throws -> Self {
    let names = atlas.panels.filter { $0.zoomOf == nil && !$0.title.isEmpty }
    let widths = try names.map { try kit.typesetter.line($0.title, style).width + 4 }
    var copy = self
    copy.leastWidth = widths.filter { $0 <= width * 0.18 }.max() ?? 0
    return copy
  }
}
