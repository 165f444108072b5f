import Diagnostics
import Figures
import Geometry
import Pages
import Quantities
import Typesetting

/// One choropleth at one size.
struct ChoroplethDrawing {
  let map: Choropleth
  let kit: Kit
  let layout: ChoroplethLayout
  let palette: ClassPalette

  init(map: Choropleth, kit: Kit, layout: ChoroplethLayout) {
    (self.map, self.kit, self.layout) = (map, kit, layout)
    palette = ClassPalette(map.classes, style: map.style, colors: kit.theme.colors)
  }

  /// The map, and what found no room on it.
  func drawn(size: Size) throws -> (frame: Frame, unplaced: [String]) {
    var insets = layout.insets
    insets.showsZoom = map.values.level == map.atlas.finestLevel
    if map.style.showsScales { insets.foot = 10 }
    guard let plan = MapPlan(map.atlas, in: layout.map, insets: insets) else {
      throw Failure(MapMessage.emptyAtlas())
    }
    let base = BaseMap(atlas: map.atlas, plan: plan, level: map.values.level)
    var frame = Frame(size: size)
    guard map.style.form == .shapes else {
      try EqualAreaDrawing(map: map, kit: kit, palette: palette).draw(on: base, in: layout.map, into: &frame)
      try drawLegend(into: &frame)
      return (frame, [])
    }
    drawTerritories(base, into: &frame)
    var unplaced = layout.isLabelled ? try drawNames(base, into: &frame) : []
    if map.style.showsScales { try ScaleBar.draw(on: base, kit: kit, into: &frame) }
    unplaced += try drawLabels(base, into: &frame)
    try drawLegend(into: &frame)
    return (frame, unplaced)
  }

  private func drawTerritories(_ base: BaseMap, into frame: inout Frame) {
    let colors = kit.theme.colors
    base.fill({ palette.paint(map.values.value(of: $0), map.classes) }, order: palette.all, into: &frame)
    let joint = map.style.printing == .patterns ? colors.other : .white
    base.drawBorders(outline: colors.outline, joint: joint, into: &frame)
    base.drawFrames(colors: colors, into: &frame)
    if let square = base.zoomSquare {
      frame.add(Shape(.rectangle(square), stroke: Stroke(colors.ink, 0.5)))
    }
    drawMarks(base, into: &frame)
  }

  /// Returns the names of insets without room.
  private func drawNames(_ base: BaseMap, into frame: inout Frame) throws -> [String] {
    let land = base.land(in: base.plan.area)
    let style = kit.theme.text.mapLabel.sized(6).colored(kit.theme.colors.grey)
    return try InsetNames(base: base, kit: kit, style: style, isFree: land.isFree).draw(into: &frame)
  }

  private func drawLabels(_ base: BaseMap, into frame: inout Frame) throws -> [String] {
    switch map.style.labels {
    case .none: return []
    case .extremes:
      guard layout.isLabelled else { return [] }
      return try ExtremeLabels(values: map.values, kit: kit, area: layout.names).draw(on: base, into: &frame)
    case .all:
      let labels = ShapeLabels(
        values: map.values, kit: kit, area: layout.names, marked: map.style.marked,
        ground: { palette.paint(map.values.value(of: $0), map.classes) })
      return try labels.draw(on: base, into: &frame)
    }
  }

  /// Outlines what the map is about, over the borders.
  private func drawMarks(_ base: BaseMap, into frame: inout Frame) {
    for lens in base.plan.lenses {
      for code in base.codes(in: lens) where map.style.marked.contains(code) {
        let stroke = Stroke(kit.theme.colors.accent, 1.1, join: .round)
        frame.add(Shape(base.outline(of: code, in: lens), stroke: stroke))
      }
    }
  }

  private func drawLegend(into frame: inout Frame) throws {
    let text = ValueText(map.values, language: kit.language)
    if layout.hasSideLegend {
      let list = ClassList(map: map, kit: kit, palette: palette, text: text)
      let height = list.height
      let box = layout.legend
      frame.place(try list.frame(width: box.width), at: Point(x: box.minX, y: box.maxY - height))
      let room = Size(width: box.width, height: box.height - height - 12)
      let distribution = DistributionLegend(map: map, kit: kit, palette: palette, text: text)
      frame.place(try distribution.frame(size: room), at: box.origin)
    } else {
      let strip = ClassStrip(map: map, kit: kit, palette: palette, text: text)
      frame.place(try strip.frame(width: layout.legend.width), at: layout.legend.origin)
    }
  }
}
