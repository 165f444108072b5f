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
  let legend: Rect

  /// Returns the names that found no room. A number without room is left out: the area of its circle tells it.
  func draw(_ symbols: [CircleSymbol], into frame: inout Frame) throws -> [String] {
    var placement = LabelPlacement(bounds: base.plan.area)
    for symbol in symbols { placement.block(Rect(around: symbol.centre, radius: symbol.radius)) }
    for inset in base.plan.insets { placement.block(inset.frame) }
    for text in frame.texts() { placement.block(text.box) }
    placement.block(legend.expanded(by: 2))
    let names = InsetNames(
      base: base, kit: kit, style: kit.theme.text.mapLabel.sized(6), isFree: placement.isFree)
    let left = try names.draw(into: &frame)
    for text in frame.texts() { placement.block(text.box) }
    for symbol in symbols { try drawValue(symbol, among: symbols, &placement, into: &frame) }
    return left
  }

  private func drawValue(
    _ symbol: CircleSymbol, among symbols: [CircleSymbol], _ placement: inout LabelPlacement,
    into frame: inout Frame
  ) throws {
    let style = kit.theme.text.mapLabel.weight(600)
    let words = text.published(symbol.row.value)
    let isHollow = (symbol.row.value.value?.value ?? 0) < 0
    let inside = try kit.typesetter.line(words, style.colored(isHollow ? kit.theme.colors.ink : .white))
    let middle = Rect(
      x: symbol.centre.x - inside.width / 2, y: symbol.centre.y - style.size * 0.4, width: inside.width,
      height: style.size * 0.97)
    if symbol.row.value.value != nil, Self.fits(inside.width, radius: symbol.radius),
      !frame.texts().contains(where: { $0.box.intersects(middle) })
    {
      frame.write(inside, x: symbol.centre.x, baseline: symbol.centre.y + style.size * 0.36, anchor: .middle)
      return
    }
    if let inset = symbol.inset { return try drawValue(words, of: symbol, in: inset, into: &frame) }
    let beside = try kit.typesetter.line(words, style.colored(kit.theme.colors.ink))
    let size = Size(width: beside.width, height: style.size * 0.97)
    let corners = Self.corners(of: size, around: symbol).filter { corner in
      Self.isNearest(symbol, to: Rect(origin: corner, size: size), among: symbols)
    }
    guard let corner = placement.place(size, at: corners) else { return }
    frame.write(beside, x: corner.x, baseline: corner.y + style.size * 0.75)
  }

  /// Whether a number stands clearly nearer to its own circle than to any other: else it would be read as that one's.
  private static func isNearest(_ symbol: CircleSymbol, to box: Rect, among symbols: [CircleSymbol]) -> Bool {
    let own = symbol.distance(to: box)
    return symbols.allSatisfy { $0.row == symbol.row || $0.distance(to: box) >= own + 1 }
  }

  /// Whether a number this wide keeps its margins on the circle's diameter.
  private static func fits(_ width: Length, radius: Length) -> Bool { width / 2 + margin <= radius }

  /// Top left corners of the label right, under, left and above its circle, then at the four diagonals; each also a
  /// little farther away.
  private static func corners(of size: Size, around symbol: CircleSymbol) -> [Point] {
    let sides: [(Double, Double)] = [(1, 0), (0, 1), (-1, 0), (0, -1), (1, 1), (1, -1), (-1, 1), (-1, -1)]
    let gaps: [Length] = [1.5, 4, 7]
    return gaps.flatMap { gap in
      sides.map { x, y in
        let reach = symbol.radius * (x * y == 0 ? 1 : 0.71) + gap
        return Point(
          x: symbol.centre.x + (reach + size.width / 2) * x - size.width / 2,
          y: symbol.centre.y + (reach + size.height / 2) * y - size.height / 2)
      }
    }
  }

  /// In the lower right corner of the frame, else in another beside the circle, else at the right of the frame.
  private func drawValue(
    _ words: String, of symbol: CircleSymbol, in inset: MapPlan.Inset, into frame: inout Frame
  ) throws {
    let style = kit.theme.text.mapLabel.weight(600)
    let value = try kit.typesetter.line(words, style)
    let size = Size(width: value.width, height: style.size * 0.97)
    let room = inset.room.expanded(by: -2)
    let (right, bottom) = (room.maxX - size.width, room.maxY - size.height)
    let corners = [
      Point(x: right, y: bottom), Point(x: room.minX, y: bottom), Point(x: right, y: room.minY),
      Point(x: room.minX, y: room.minY), Point(x: inset.frame.maxX + 2, y: bottom),
    ]
    let free = corners.first { symbol.distance(to: Rect(origin: $0, size: size)) >= 0.5 }
    guard let free else { return }
    frame.write(value, x: free.x, baseline: free.y + style.size * 0.97 - 0.5)
  }
}

extension CircleSymbol {
  /// From its rim; below zero over it.
  fileprivate func distance(to box: Rect) -> Length {
    let near = Point(
      x: min(max(centre.x, box.minX), box.maxX), y: min(max(centre.y, box.minY), box.maxY))
    return centre.distance(to: near) - radius
  }
}

extension Rect {
  /// The square around a circle.
  init(around centre: Point, radius: Length) {
    self.init(
      x: centre.x - radius, y: centre.y - radius, width: radius + radius, height: radius + radius)
  }
}
