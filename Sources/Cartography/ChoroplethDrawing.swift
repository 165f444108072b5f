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
    if layout.isLabelled {
      insets = try insets.holding(namesOf: map.atlas, nameStyle, in: layout.map.width, kit: kit)
    }
    // A zoom would show circles twice.
    insets.showsZoom = map.values.level == map.atlas.finestLevel && map.circles == nil
    if map.style.showsScales { insets.foot = 10 }
    guard map.style.form == .shapes else { return try equalAreas(insets, size: size) }
    let scale = circleScale(size)
    let legend = try circleLegend(scale)
    let base = try base(in: ground(beside: legend), insets)
    var frame = Frame(size: size)
    drawTerritories(base, into: &frame)
    drawCircles(base, scale, into: &frame)
    var unplaced = layout.isLabelled ? try drawNames(base, into: &frame) : []
    if map.style.showsScales { try ScaleBar.draw(on: base, kit: kit, into: &frame) }
    unplaced += try drawLabels(base, beside: legend, into: &frame)
    try drawLegend(circles: legend, into: &frame)
    return (frame, unplaced)
  }

  private func base(in area: Rect, _ insets: MapPlan.Insets) throws -> BaseMap {
    guard let plan = MapPlan(map.atlas, in: area, insets: insets) else {
      throw Failure(MapMessage.emptyAtlas())
    }
    return BaseMap(atlas: map.atlas, plan: plan, level: map.values.level)
  }

  /// Squares or circles in place of shapes. Circles are as large as their room allows, and on a narrow map their legend
  /// takes some of it: then both are made again.
  private func equalAreas(
    _ insets: MapPlan.Insets, size: Size
  ) throws -> (frame: Frame, unplaced: [String]) {
    func drawing(in area: Rect) throws -> EqualAreaDrawing {
      EqualAreaDrawing(map, kit: kit, palette: palette, on: try base(in: area, insets), in: area)
    }
    var marks = try drawing(in: layout.map)
    var legend = try marks.scale.flatMap(circleLegend)
    if legend != nil, !layout.hasSideLegend {
      marks = try drawing(in: ground(beside: legend))
      legend = try marks.scale.flatMap(circleLegend)
    }
    var frame = Frame(size: size)
    let unplaced = try marks.draw(into: &frame)
    try drawLegend(circles: legend, into: &frame)
    return (frame, unplaced)
  }

  // MARK: Circles

  private func circleScale(_ size: Size) -> CircleScale {
    let all = map.circles?.magnitudes ?? []
    return CircleScale(largest: all.max() ?? 1, radius: min(size.width * 0.045, size.height * 0.07, 17))
  }

  private func circleLegend(_ scale: CircleScale) throws -> Frame? {
    guard let circles = map.circles else { return nil }
    let text = ValueText(circles, language: kit.language)
    var legend = CircleLegend(values: circles, kit: kit, scale: scale, text: text, isOutlined: true)
    let plain = try legend.frame()
    legend.title = MapWords(kit.language).size + kit.language.words.colon + text.measure(circles.column)
    let titled = try legend.frame()
    // A small map has no room for what its subtitle says as well.
    return titled.height <= layout.map.height ? titled : plain
  }

  /// Where the map stands: a narrow one leaves room at its right for the legend of its circles.
  private func ground(beside legend: Frame?) -> Rect {
    guard let legend, !layout.hasSideLegend else { return layout.map }
    return Rect(
      x: layout.map.minX, y: layout.map.minY, width: layout.map.width - legend.width - 4,
      height: layout.map.height)
  }

  /// Rings with a white edge, which every class shows, and through which it is seen.
  private func drawCircles(_ base: BaseMap, _ scale: CircleScale, into frame: inout Frame) {
    guard let circles = map.circles else { return }
    for symbol in CircleSymbols(values: circles, scale: scale, base: base).placed() {
      symbol.drawRing(colors: kit.theme.colors, into: &frame)
    }
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

  private var nameStyle: TextStyle { kit.theme.text.mapLabel.sized(6).colored(kit.theme.colors.grey) }

  /// Returns the names of insets without room.
  private func drawNames(_ base: BaseMap, into frame: inout Frame) throws -> [String] {
    let land = base.land(in: base.plan.area)
    return try InsetNames(base: base, kit: kit, style: nameStyle, isFree: land.isFree).draw(into: &frame)
  }

  private func drawLabels(
    _ base: BaseMap, beside legend: Frame?, into frame: inout Frame
  ) throws -> [String] {
    let area = legend == nil || layout.hasSideLegend ? layout.names : ground(beside: legend)
    switch map.style.labels {
    case .none: return []
    case .extremes:
      guard layout.isLabelled else { return [] }
      return try ExtremeLabels(values: map.values, kit: kit, area: area).draw(on: base, into: &frame)
    case .all:
      let labels = ShapeLabels(
        values: map.values, kit: kit, area: area, marked: map.style.marked,
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

  private func drawLegend(circles: Frame? = nil, into frame: inout Frame) throws {
    let text = ValueText(map.values, language: kit.language)
    if layout.hasSideLegend {
      let list = ClassList(map: map, kit: kit, palette: palette, text: text).swatches
      let height = try list.height(width: layout.legend.width)
      let box = layout.legend
      frame.place(try list.frame(width: box.width), at: Point(x: box.minX, y: box.maxY - height))
      if let circles { frame.place(circles, at: box.origin) }
      guard map.style.showsDistribution else { return }
      let top = circles.map { $0.height + 14 } ?? 0
      let room = Size(width: box.width, height: box.height - height - 12 - top)
      let distribution = DistributionLegend(map: map, kit: kit, palette: palette, text: text)
      frame.place(try distribution.frame(size: room), at: Point(x: box.minX, y: box.minY + top))
    } else {
      let strip = ClassStrip(map: map, kit: kit, palette: palette, text: text)
      frame.place(try strip.frame(width: layout.legend.width), at: layout.legend.origin)
      if let circles {
        frame.place(circles, at: Point(x: layout.map.maxX - circles.width, y: layout.map.minY))
      }
    }
  }
}
