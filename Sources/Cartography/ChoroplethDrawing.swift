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

  /// A map as flat as its parts allow: its frames, and the legend beside it.
  var leastHeight: Length {
    get throws {
      let frames = Length.pt(17 * Double(map.atlas.panels.count { !$0.title.isEmpty }))
      let land = max(layout.map.width * 0.2, frames)
      let sizes = try circleLegend(circleScale(Size(width: layout.map.width, height: 200)))?.height ?? 0
      guard layout.hasSideLegend else { return max(land, sizes) + layout.legend.height + 12 }
      let text = ValueText(map.values, language: kit.language)
      let list = ClassList(map: map, kit: kit, palette: palette, text: text)
      return max(land, try list.height(width: layout.legend.width) + sizes + (sizes > 0 ? 14 : 0))
    }
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
    let base = try base(in: ground(beside: try circleLegend(circleScale(size))), insets)
    let rings = rings(base, circleScale(size))
    let legend = try circleLegend(rings?.scale ?? circleScale(size))
    var frame = Frame(size: size)
    drawTerritories(base, into: &frame)
    let symbols = rings?.placed() ?? []
    for symbol in symbols { symbol.drawRing(colors: kit.theme.colors, into: &frame) }
    var unplaced = layout.isLabelled ? try drawNames(base, into: &frame) : []
    if map.style.showsScales { try ScaleBar.draw(on: base, kit: kit, into: &frame) }
    let taken = symbols.map { Rect(around: $0.centre, radius: $0.radius + 1) }
    unplaced += try drawLabels(base, beside: legend, besides: taken, into: &frame)
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
    if map.style.form == .circles { legend.largest = layout.hasSideLegend ? 34 : 26 }
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

  /// Rings with a white edge, which every class shows, and through which it is seen; at the scale at which they have room
  /// in the frames.
  private func rings(_ base: BaseMap, _ scale: CircleScale) -> CircleSymbols? {
    map.circles.map { circles in
      let fitted = CircleSymbols(values: circles, scale: scale, base: base).fittedScale
      return CircleSymbols(values: circles, scale: fitted, base: base)
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

  /// - Parameter taken: rings, over which no label stands.
  private func drawLabels(
    _ base: BaseMap, beside legend: Frame?, besides taken: [Rect], into frame: inout Frame
  ) throws -> [String] {
    let area = legend == nil || layout.hasSideLegend ? layout.names : ground(beside: legend)
    switch map.style.labels {
    case .none: return []
    case .extremes:
      let labels = ExtremeLabels(
        values: map.values, kit: kit, area: area, isNarrow: !layout.isLabelled,
        shapes: shapeLabels(area, taken))
      return try labels.draw(on: base, into: &frame)
    case .all: return try shapeLabels(area, taken).draw(on: base, into: &frame)
    }
  }

  private func shapeLabels(_ area: Rect, _ taken: [Rect]) -> ShapeLabels {
    ShapeLabels(
      values: map.values, kit: kit, area: area, marked: map.style.marked, taken: taken,
      ground: { palette.paint(map.values.value(of: $0), map.classes) })
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
      let list = ClassList(map: map, kit: kit, palette: palette, text: text)
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
