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

  let map: SymbolMap
  let kit: Kit
  let size: Size
  private let text: ValueText
  private let scale: CircleScale
  private var colors: ThemeColors { kit.theme.colors }

  /// A circle with the place of its number.
  struct Symbol {
    let row: TerritoryValues.Row
    var centre: Point
    /// Its own place, where it was moved off its territory: joined by a leader.
    var home: Point?
    let radius: Length
    /// In a framed inset, whose name and value stand beside the frame.
    let inset: MapPlan.Inset?
  }

  init(map: SymbolMap, kit: Kit, size: Size) {
    (self.map, self.kit, self.size) = (map, kit, size)
    text = ValueText(map.values, language: kit.language)
    let all = (map.values.rows + map.values.unlocated).compactMap { $0.value.value?.value }
    scale = CircleScale(largest: all.max() ?? 1, radius: min(size.width * 0.064, size.height * 0.1, 24))
  }

  /// The map, and the names and numbers that found no room on it.
  func drawn() throws -> (frame: Frame, unplaced: [String]) {
    let legend = try CircleLegend(map: map, kit: kit, scale: scale, text: text).frame()
    let base = try base(beside: legend.size)
    var frame = Frame(size: size)
    base.fill({ _ in .color(colors.hair) }, order: [.color(colors.hair)], into: &frame)
    base.drawOutlines(colors: colors, into: &frame)
    base.drawFrames(colors: colors, into: &frame)
    let symbols = symbols(on: base)
    for symbol in symbols { draw(symbol, into: &frame) }
    let corner = Rect(x: size.width - legend.width, y: 0, width: legend.width, height: legend.height)
    frame.place(legend, at: corner.origin)
    let labels = SymbolLabels(kit: kit, text: text, base: base, legend: corner)
    let unplaced = try labels.draw(symbols, into: &frame)
    return (frame, unplaced)
  }

  /// The map as wide as the legend's corner allows: an island far in the south-east may lie below the legend.
  private func base(beside legend: Size) throws -> BaseMap {
    let corner = Rect(
      x: size.width - legend.width - 4, y: 0, width: legend.width + 4, height: legend.height + 4)
    var narrow: BaseMap?
    for overlap in stride(from: 0.6, through: 0, by: -0.1) {
      let width = size.width - legend.width * (1 - overlap)
      let area = Rect(x: 0, y: 0, width: width, height: size.height)
      guard let plan = MapPlan(map.atlas, in: area, insets: Self.insets) else { break }
      let base = BaseMap(atlas: map.atlas, plan: plan, level: map.values.level)
      if base.land(in: corner).isFree(corner) { return base }
      narrow = base
    }
    guard let narrow else { throw Failure(MapMessage.emptyAtlas()) }
    return narrow
  }

  /// Larger circles first, so that smaller ones stay in sight.
  private func symbols(on base: BaseMap) -> [Symbol] {
    let symbols = map.values.rows.compactMap { row -> Symbol? in
      guard let centre = base.anchor(of: row.member.code) else { return nil }
      let inset = base.plan.insets.first { $0.frame.contains(centre) }
      let radius = row.value.value.map { scale.radius($0.value) } ?? 3.5
      return Symbol(row: row, centre: centre, radius: radius, inset: inset)
    }
    .sorted { $0.radius != $1.radius ? $0.radius > $1.radius : $0.row.member.code < $1.row.member.code }
    return separated(symbols, on: base)
  }

  private func separated(_ symbols: [Symbol], on base: BaseMap) -> [Symbol] {
    let circles = symbols.map { symbol in
      CircleSeparation.Circle(
        centre: symbol.centre, radius: symbol.radius,
        land: base.outline(of: symbol.row.member.code, in: symbol.inset?.lens ?? base.plan.main))
    }
    let bounds = base.plan.area.expanded(by: -4)
    return zip(zip(symbols, circles), CircleSeparation.separated(circles, in: bounds)).map { pair, centre in
      var moved = pair.0
      if pair.0.inset == nil {
        moved.home = pair.1.land.covers(centre) || pair.0.radius < 0.5 ? nil : pair.0.centre
        moved.centre = centre
      }
      return moved
    }
  }

  private func draw(_ symbol: Symbol, into frame: inout Frame) {
    guard symbol.radius > 0 else { return }
    if let home = symbol.home {
      frame.add(Shape(.line(from: home, to: symbol.centre), stroke: Stroke(colors.ink, 0.35)))
      frame.dot(home, radius: 0.9, colors.ink)
    }
    let circle = Path.circle(centre: symbol.centre, radius: symbol.radius)
    frame.add(Shape(circle, fill: paint(symbol.row.value), stroke: Stroke(.white, 0.5)))
  }

  private func paint(_ value: Published<Quantity>) -> Paint {
    switch value {
    case .value: .color(colors.blue.opacity(0.8))
    case .secret: colors.secret
    case .unavailable: colors.noData
    }
  }
}
