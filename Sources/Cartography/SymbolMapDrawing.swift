import Diagnostics
import Figures
import Geometry
import Pages
import Quantities
import Statistics
import Typesetting

/// One map of circles at one size.
struct SymbolMapDrawing {
  private static let insets = MapPlan.Insets(
    name: 7.5, gap: 4, largest: 33, aspect: 1.18, value: 15, showsZoom: false)

  private static let tallestFrame: Length = 50

  let map: SymbolMap
  let kit: Kit
  let size: Size
  private let text: ValueText
  private let scale: CircleScale
  private var colors: ThemeColors { kit.theme.colors }

  init(map: SymbolMap, kit: Kit, size: Size) {
    (self.map, self.kit, self.size) = (map, kit, size)
    text = ValueText(map.values, language: kit.language)
    let all = map.values.magnitudes
    scale = CircleScale(
      largest: all.max() ?? 1, radius: min(size.width * 0.064, size.height * 0.1, 19), form: map.form)
  }

  /// The map, and the names and numbers that found no room on it.
  func drawn() throws -> (frame: Frame, unplaced: [String]) {
    let base = try base(beside: try legend(scale).size)
    let scale = CircleSymbols(values: map.values, scale: scale, base: base).fittedScale
    let legend = try legend(scale)
    var frame = Frame(size: size)
    base.fill({ _ in .color(colors.hair) }, order: [.color(colors.hair)], into: &frame)
    base.drawOutlines(colors: colors, into: &frame)
    base.drawFrames(colors: colors, into: &frame)
    let symbols = CircleSymbols(values: map.values, scale: scale, base: base).placed()
    for symbol in symbols { symbol.draw(paint(symbol.row.value), ink: colors.ink, into: &frame) }
    let corner = Rect(x: size.width - legend.width, y: 0, width: legend.width, height: legend.height)
    frame.place(legend, at: corner.origin)
    let labels = SymbolLabels(kit: kit, text: text, base: base, legend: corner)
    let unplaced = try labels.draw(symbols, into: &frame)
    return (frame, unplaced)
  }

  var legendHeight: Length { get throws { try legend(scale).height } }

  private func legend(_ scale: CircleScale) throws -> Frame {
    try CircleLegend(values: map.values, kit: kit, scale: scale, text: text).frame()
  }

  /// The map as wide as the legend's corner allows: an island far in the south-east may lie below the legend.
  private func base(beside legend: Size) throws -> BaseMap {
    let corner = Rect(
      x: size.width - legend.width - 4, y: 0, width: legend.width + 4, height: legend.height + 4)
    let style = kit.theme.text.mapLabel.sized(6)
    var insets = try Self.insets.holding(namesOf: map.atlas, style, in: size.width, kit: kit)
    insets.largest = max(insets.largest, min(largestOverseas * 2 + insets.name + 2, Self.tallestFrame))
    var narrow: BaseMap?
    for overlap in stride(from: 0.6, through: 0, by: -0.1) {
      let width = size.width - legend.width * (1 - overlap)
      let area = Rect(x: 0, y: 0, width: width, height: size.height)
      guard let plan = MapPlan(map.atlas, in: area, insets: insets) else { break }
      let base = BaseMap(atlas: map.atlas, plan: plan, level: map.values.level)
      if base.land(in: corner).isFree(corner) { return base }
      narrow = base
    }
    guard let narrow else { throw Failure(MapMessage.emptyAtlas()) }
    return narrow
  }

  /// The largest radius of what stands in a frame.
  private var largestOverseas: Length {
    let framed = Set(map.atlas.panels.filter { $0.zoomOf == nil && !$0.title.isEmpty }.map(\.id))
    let codes = map.atlas.territories(level: map.values.level).filter { framed.contains($0.panel) }.map(
      \.code)
    let shown = map.values.rows.filter { codes.contains($0.member.code) }
    return shown.compactMap { $0.value.value.map { scale.radius($0.value) } }.max() ?? 0
  }

  private func paint(_ value: Published<Quantity>) -> Paint {
    switch value {
    case .value: .color(colors.blue.opacity(0.8))
    case .secret: colors.secret
    case .unavailable: colors.noData
    }
  }
}
