import Figures
import Geometry
import Pages
import Typesetting

/// A bar of a round ground distance: each frame of a map has its own scale, and this says which.
struct ScaleBar {
  private static let tick: Length = 1.5

  let lens: MapLens
  let kit: Kit

  /// The largest of 1, 2 or 5 × 10ⁿ kilometres that takes no more than a third of the frame's width.
  private var kilometres: Double {
    let most = lens.box.width.points / 3 * lens.metresPerPoint / 1000
    let base = power10(logarithm(max(most, 1e-6)) / logarithm(10))
    return [5.0, 2, 1].map { $0 * base }.first { $0 <= most } ?? base
  }

  private func power10(_ exponent: Double) -> Double {
    (0..<Int(abs(exponent.rounded(.down)))).reduce(1.0) { value, _ in exponent < 0 ? value / 10 : value * 10 }
  }

  /// The bar with its distance above it.
  func frame() throws -> Frame {
    let width = Length.pt(kilometres * 1000 / lens.metresPerPoint)
    let style = kit.theme.text.mapLabel.sized(6).colored(kit.theme.colors.grey)
    let decimals = kilometres < 1 ? 1 : 0
    let line = try kit.typesetter.line(
      kit.language.number(kilometres, decimals: decimals) + "\u{A0}km", style)
    var frame = Frame(size: Size(width: max(width, line.width), height: 9))
    frame.write(line, x: 0, baseline: 5)
    let y: Length = 8.5
    let bar = Path.polyline([
      Point(x: 0.2, y: y - Self.tick), Point(x: 0.2, y: y), Point(x: width, y: y),
      Point(x: width, y: y - Self.tick),
    ])
    frame.add(Shape(bar, stroke: Stroke(kit.theme.colors.grey, 0.4)))
    return frame
  }

  /// Draws one bar in each frame: at the foot of an inset, in the first free corner of the main map.
  static func draw(on base: BaseMap, kit: Kit, into frame: inout Frame) throws {
    for inset in base.plan.insets {
      let bar = try ScaleBar(lens: inset.lens, kit: kit).frame()
      guard bar.width + 4 <= inset.frame.width else { continue }
      frame.place(bar, at: Point(x: inset.frame.minX + 2, y: inset.frame.maxY - bar.height - 1.5))
    }
    let bar = try ScaleBar(lens: base.plan.main, kit: kit).frame()
    let area = base.plan.area
    let land = base.land(in: area)
    let xs = [area.maxX - bar.width, area.minX, area.midX - bar.width / 2]
    let ys = [area.maxY - bar.height, area.minY, area.midY]
    let corners = ys.flatMap { y in xs.map { Point(x: $0, y: y) } }
    let texts = frame.texts().map(\.box)
    let free = corners.first { corner in
      let box = Rect(origin: corner, size: bar.size).expanded(by: 2)
      return land.isFree(box) && !texts.contains { $0.intersects(box) }
    }
    if let free { frame.place(bar, at: free) }
  }
}
