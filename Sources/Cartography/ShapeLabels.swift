import Figures
import Geometry
import Pages
import Statistics
import Typesetting

/// The name and value of every territory: inside its shape where they fit, else beside the land with a leader.
struct ShapeLabels {
  /// Kept between a label and the border of its territory.
  private static let margin: Length = 1
  /// Between two places where a label is tried.
  private static let step: Length = 3

  let values: TerritoryValues
  let kit: Kit
  /// Where labels beside the land may stand.
  let area: Rect
  /// Codes of the territories whose names are in the accent colour where they stand on white.
  let marked: Set<String>
  /// Rings, over which no label stands.
  var taken: [Rect] = []
  /// What a territory is filled with.
  let ground: (String) -> Paint

  /// Those that the map is about come first: of the others, the last may find no room.
  private var ordered: [TerritoryValues.Row] {
    let isMarked = { (row: TerritoryValues.Row) in marked.contains(row.member.code) }
    return values.rows.filter(isMarked) + values.rows.filter { !isMarked($0) }
  }

  /// Returns the texts of the labels without room.
  func draw(on base: BaseMap, into frame: inout Frame) throws -> [String] {
    let text = ValueText(values, language: kit.language)
    var outside: [Callouts.Label] = []
    for row in ordered {
      guard let place = base.place(of: row.member.code) else { continue }
      let value = text.published(row.value)
      if let (block, corner) = try inside(row, value, place, base) {
        frame.place(block, at: corner)
      } else {
        outside.append(label(row, value, at: place.anchor))
      }
    }
    return try Callouts(labels: outside, kit: kit, longest: values.rows.count > 24 ? 45 : 110, area: area)
      .draw(on: base, besides: taken, into: &frame)
  }

  /// Draws the label of a territory inside its shape, if it has room there.
  func drawInside(_ code: String, on base: BaseMap, into frame: inout Frame) throws -> Bool {
    guard let row = values.rows.first(where: { $0.member.code == code }), let place = base.place(of: code),
      let (block, corner) = try inside(
        row, ValueText(values, language: kit.language).published(row.value), place, base)
    else { return false }
    frame.place(block, at: corner)
    return true
  }

  private func label(_ row: TerritoryValues.Row, _ value: String, at anchor: Point) -> Callouts.Label {
    let colors = kit.theme.colors
    let color = marked.contains(row.member.code) ? colors.accent : colors.ink
    let style = kit.theme.text.mapLabel.colored(color)
    let name = StyledText(kit.language.typography(row.member.shortLabel) + " ", style)
    return Callouts.Label(
      anchor: anchor, text: name + StyledText(value, style.weight(600)), color: colors.ink)
  }

  /// Name over value, else both on one line, else the name on two, at the first place near the middle of the shape that
  /// holds them.
  private func inside(
    _ row: TerritoryValues.Row, _ value: String, _ place: BaseMap.Place, _ base: BaseMap
  ) throws -> (Frame, Point)? {
    guard case .color(let fill) = ground(row.member.code) else { return nil }
    let ink = fill.readable(kit.theme.colors.ink)
    let style = kit.theme.text.mapLabel.colored(ink)
    let name = kit.language.typography(row.member.shortLabel)
    let parts = [StyledText(name, style), StyledText(value, style.weight(600))]
    let blocks = [
      try kit.label(parts, anchor: .middle),
      try kit.label([StyledText(name + " ", style) + parts[1]], anchor: .middle),
      try kit.label(name.halves.map { StyledText($0, style) } + [parts[1]], anchor: .middle),
    ]
    let shape = base.outline(of: row.member.code, in: place.lens)
    let edge = place.lens == base.plan.main ? base.zoomSquare : nil
    for block in blocks {
      let free = Self.boxes(block.size, in: shape, around: place.anchor).first {
        let box = $0.expanded(by: Self.margin)
        return shape.covers(box) && !taken.contains(where: box.intersects)
          && edge.map { !box.crosses(edgeOf: $0) } ?? true
      }
      if let free { return (block, free.origin) }
    }
    return nil
  }

  /// Where a label may stand in the bounds of a shape: over the anchor, then farther and farther away.
  private static func boxes(_ size: Size, in shape: Path, around anchor: Point) -> [Rect] {
    guard let bounds = shape.bounds, size.width < bounds.width, size.height < bounds.height else { return [] }
    func steps(_ middle: Length, _ length: Length, _ low: Length, _ high: Length) -> [Length] {
      let before = Int(max((middle - length / 2 - low).ratio(to: step), 0))
      let after = Int(max((high - middle - length / 2).ratio(to: step), 0))
      return (-before...after).map { middle + step * Double($0) }
    }
    let rows = steps(anchor.y, size.height, bounds.minY, bounds.maxY)
    return steps(anchor.x, size.width, bounds.minX, bounds.maxX)
      .flatMap { x in rows.map { Point(x: x, y: $0) } }
      .map { (distance: $0.distance(to: anchor), middle: $0) }
      .sorted { ($0.distance, $0.middle.x, $0.middle.y) < ($1.distance, $1.middle.x, $1.middle.y) }
      .map {
        Rect(
          x: $0.middle.x - size.width / 2, y: $0.middle.y - size.height / 2, width: size.width,
          height: size.height)
      }
  }
}

extension Rect {
  /// Whether an edge of a frame runs through the box.
  fileprivate func crosses(edgeOf frame: Rect) -> Bool { intersects(frame) && !frame.contains(self) }
}
