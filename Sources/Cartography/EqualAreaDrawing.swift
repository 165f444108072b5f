import Figures
import Geometry
import Pages
import Typesetting

/// Territories as equal squares, or as circles of a measure, in the colours of a choropleth.
struct EqualAreaDrawing {
  private let map: Choropleth
  private let kit: Kit
  private let palette: ClassPalette
  private let marks: [Mark]
  private let area: Rect
  /// How circles grow with values; `nil` for squares.
  let scale: CircleScale?

  private struct Mark {
    var code: String
    var path: Path
    var box: Rect
    /// What a name may take.
    var width: Length
  }

  init(_ map: Choropleth, kit: Kit, palette: ClassPalette, on base: BaseMap, in area: Rect) {
    (self.map, self.kit, self.palette, self.area) = (map, kit, palette, area)
    guard map.style.form == .circles else {
      marks = TileGrid(base, in: area).tiles.map { code, box in
        Mark(code: code, path: .rectangle(box), box: box, width: box.width - 1.5)
      }
      scale = nil
      return
    }
    let sizes = map.circles?.sizes ?? [:]
    let circles = Dorling(base, sizes: sizes, in: area.expanded(by: -0.5)).circles
    marks = circles.map { circle in
      Mark(
        code: circle.code, path: .circle(centre: circle.centre, radius: circle.radius),
        box: Rect(around: circle.centre, radius: circle.radius), width: circle.radius * 1.6)
    }
    scale = circles.max { $0.radius < $1.radius }
      .map { CircleScale(largest: sizes[$0.code] ?? 1, radius: $0.radius) }
  }

  /// Returns the names of the territories that have no size to draw.
  func draw(into frame: inout Frame) throws -> [String] {
    let style = kit.theme.text.mapLabel
    // They are named alike: all by name, or all by code.
    let isNamed = try marks.allSatisfy {
      try kit.typesetter.width(of: StyledText(name(of: $0), style)) <= $0.width
    }
    let outside = try marks.filter { try !draw($0, isNamed: isNamed, into: &frame) }
    // Where few marks hold a name, those at the edge would be named by chance.
    if outside.count * 2 < marks.count { try name(outside, into: &frame) }
    let drawn = Set(marks.map(\.code))
    return map.values.rows.filter { !drawn.contains($0.member.code) }.map(\.member.shortLabel)
  }

  private func name(of mark: Mark) -> String {
    let member = map.values.rows.first { $0.member.code == mark.code }?.member
    return kit.language.typography(member?.shortLabel ?? mark.code)
  }

  /// Codes beside the marks that are too small for them, where there is room.
  private func name(_ outside: [Mark], into frame: inout Frame) throws {
    var placement = LabelPlacement(bounds: area)
    for mark in marks { placement.block(mark.box) }
    let style = kit.theme.text.mapLabel.colored(kit.theme.colors.ink)
    for mark in outside {
      let line = try kit.typesetter.line(mark.code, style)
      let size = Size(width: line.width, height: style.size * 0.97)
      let middle = mark.box.midY - size.height / 2
      let places = [
        Point(x: mark.box.maxX + 1.5, y: middle), Point(x: mark.box.minX - 1.5 - size.width, y: middle),
      ]
      guard let corner = placement.place(size, at: places) else { continue }
      frame.write(line, x: corner.x, baseline: corner.y + style.size * 0.8)
    }
  }

  /// Returns whether the mark holds its name.
  private func draw(_ mark: Mark, isNamed: Bool, into frame: inout Frame) throws -> Bool {
    let colors = kit.theme.colors
    let paint = palette.paint(map.values.value(of: mark.code), map.classes)
    let isMarked = map.style.marked.contains(mark.code)
    let stroke = isMarked ? Stroke(colors.accent, 1.1) : Stroke(colors.outline, 0.35)
    frame.add(Shape(mark.path, fill: paint, stroke: stroke))
    var ink = colors.ink
    if case .color(let fill) = paint { ink = fill.readable(ink) }
    let style = kit.theme.text.mapLabel.colored(ink)
    let line = try kit.typesetter.line(isNamed ? name(of: mark) : mark.code, style)
    guard line.width <= mark.width, style.size <= mark.box.height else { return false }
    if case .color = paint {} else { drawPlate(behind: line, style, in: mark, into: &frame) }
    frame.write(line, x: mark.box.midX, baseline: mark.box.midY + style.size * 0.36, anchor: .middle)
    return true
  }

  /// White behind a name, which lines or dots would make hard to read.
  private func drawPlate(behind line: Frame, _ style: TextStyle, in mark: Mark, into frame: inout Frame) {
    let (width, height) = (line.width + 2, style.size + 1)
    let plate = Rect(
      x: mark.box.midX - width / 2, y: mark.box.midY - height / 2, width: width, height: height)
    frame.add(Shape(.rectangle(plate), fill: .color(.white)))
  }
}
