import Figures
import Geometry
import Pages
import Typesetting

/// The numbers of a map of circles: inside where they fit, else at the first free side of their circle.
struct SymbolLabels {
  /// Kept between a number and the rim of its circle, on each side.
  private static let margin: Length = 2

  let kit: Kit
  let text: ValueText
  let base: BaseMap

  func draw(_ symbols: [SymbolMapDrawing.Symbol], into frame: inout Frame) throws {
    var taken = symbols.map { Rect(around: $0.centre, radius: $0.radius) } + frame.texts().map(\.box)
    taken += base.plan.insets.map(\.frame)
    for symbol in symbols where symbol.inset == nil {
      let label = try label(symbol, among: taken)
      guard let label else { continue }
      taken += label.texts().map(\.box)
      frame.place(label, at: .zero)
    }
    for symbol in symbols {
      guard let inset = symbol.inset else { continue }
      try drawInsetName(symbol, inset, into: &frame)
    }
  }

  private func line(_ symbol: SymbolMapDrawing.Symbol, _ color: Color) throws -> Frame {
    let style = kit.theme.text.mapLabel.weight(600).colored(color)
    return try kit.typesetter.line(text.published(symbol.row.value), style)
  }

  private func label(_ symbol: SymbolMapDrawing.Symbol, among taken: [Rect]) throws -> Frame? {
    let inside = try line(symbol, .white)
    var frame = Frame(size: base.plan.area.size)
    if symbol.row.value.value != nil, Self.fits(inside.width, radius: symbol.radius) {
      frame.add(inside, anchor: .middle, baseline: symbol.centre + Point(x: 0, y: 2.35))
      return frame
    }
    let beside = try line(symbol, kit.theme.colors.ink)
    for (anchor, baseline) in Self.sides(symbol) {
      var candidate = frame
      candidate.add(beside, anchor: anchor, baseline: baseline)
      let boxes = candidate.texts().map(\.box)
      let isFree = boxes.allSatisfy { box in
        base.plan.area.contains(box) && !taken.contains { $0.intersects(box) }
      }
      if isFree { return candidate }
    }
    return nil
  }

  /// Whether a number this wide keeps its margins on the circle's diameter.
  private static func fits(_ width: Length, radius: Length) -> Bool { width / 2 + margin <= radius }

  /// Right, under, left, above, then the four corners; each also a little farther away.
  private static func sides(_ symbol: SymbolMapDrawing.Symbol) -> [(TextAnchor, Point)] {
    let middle: Length = 2.35
    let gaps: [Length] = [1.5, 4, 7]
    return gaps.flatMap { gap -> [(TextAnchor, Point)] in
      let r = symbol.radius + gap
      let d = symbol.radius * 0.71 + gap
      let offsets: [(TextAnchor, Length, Length)] = [
        (.start, r, middle), (.middle, 0, r + 5), (.end, -r, middle), (.middle, 0, -r),
        (.start, d, d + 3), (.start, d, -d), (.end, -d, d + 3), (.end, -d, -d),
      ]
      return offsets.map { ($0.0, symbol.centre + Point(x: $0.1, y: $0.2)) }
    }
  }

  /// The name in the upper left corner of the frame, the value in the lower right one.
  private func drawInsetName(
    _ symbol: SymbolMapDrawing.Symbol, _ inset: MapPlan.Inset, into frame: inout Frame
  ) throws {
    let style = kit.theme.text.mapLabel.sized(6)
    let name = try kit.typesetter.line(inset.lens.panel.title, style)
    let value = try kit.typesetter.line(text.published(symbol.row.value), style.sized(6.5).weight(600))
    frame.add(name, baseline: Point(x: inset.frame.minX + 2, y: inset.frame.minY + 6.5))
    frame.add(value, anchor: .end, baseline: Point(x: inset.frame.maxX - 2, y: inset.frame.maxY - 2.5))
  }
}

extension Rect {
  /// The square around a circle.
  init(around centre: Point, radius: Length) {
    self.init(
      x: centre.x - radius, y: centre.y - radius, width: radius + radius, height: radius + radius)
  }
}
