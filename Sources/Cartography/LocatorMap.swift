import Diagnostics
import Figures
import Geometry
import Language
import Pages
import Statistics
import Typesetting

/// A small map that shows where one territory lies: it in the accent colour, its region in the colour of bars.
public struct LocatorMap: Picture {
  public let atlas: Atlas
  public let territory: Member
  /// Where its name is to be printed, the region around it; `nil` for a region.
  public let region: Member?

  public init(_ territory: Member, in region: Member? = nil, atlas: Atlas) {
    (self.territory, self.region, self.atlas) = (territory, region, atlas)
  }

  public func naturalHeight(width: Length, kit: Kit) throws -> Length {
    (width * 0.8).roundedUp(to: kit.theme.page.baseline / 2)
  }

  public func frame(size: Size, kit: Kit) throws -> Frame {
    let area = Rect(origin: .zero, size: size)
    let insets = MapPlan.Insets(gap: 3, largest: 30, showsZoom: false)
    guard let plan = MapPlan(atlas, in: area, insets: insets) else { throw Failure(MapMessage.emptyAtlas()) }
    let base = BaseMap(atlas: atlas, plan: plan, level: territory.level)
    let colors = kit.theme.colors
    let paints = [colors.hair, colors.bar, colors.accent].map(Paint.color)
    var frame = Frame(size: size)
    base.fill({ paints[rank(of: $0)] }, order: paints, into: &frame)
    base.drawBorders(colors: colors, into: &frame)
    base.drawFrames(colors: colors, into: &frame)
    Callouts(labels: try labels(on: base, kit: kit)).draw(on: base, into: &frame)
    return frame
  }

  /// 2 for the territory, 1 for its region, 0 elsewhere.
  private func rank(of code: String) -> Int {
    if code == territory.code { return 2 }
    let parent = atlas.territories.first { $0.level == territory.level && $0.code == code }?.parent
    return parent != nil && parent == region?.code ? 1 : 0
  }

  /// The territory's name alone: its region is named in the title of the sheet.
  private func labels(on base: BaseMap, kit: Kit) throws -> [Callouts.Label] {
    guard let anchor = base.anchor(of: territory.code) else { return [] }
    let accent = kit.theme.colors.accent
    let style = kit.theme.text.mapLabel.sized(6.5).weight(600).colored(accent)
    let line = try kit.typesetter.line(territory.shortLabel, style)
    return [Callouts.Label(anchor: anchor, line: line, color: accent)]
  }

  public func alternative(language: Language) -> String {
    let place = region.map { "\(territory.label) (\($0.label))" } ?? territory.label
    return language.typography("\(language.words.map) : \(place).")
  }

  public func reading(language: Language) -> String? { nil }
}
