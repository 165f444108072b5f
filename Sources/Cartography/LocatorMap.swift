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
    base.drawBorders(outline: colors.other, into: &frame)
    base.drawFrames(colors: colors, into: &frame)
    try drawName(on: base, kit: kit, into: &frame)
    return frame
  }

  /// 2 for the territory, 1 for its region, 0 elsewhere.
  private func rank(of code: String) -> Int {
    if code == territory.code { return 2 }
    let parent = atlas.territories.first { $0.level == territory.level && $0.code == code }?.parent
    return parent != nil && parent == region?.code ? 1 : 0
  }

  /// The territory's name, its region being named in the title of the sheet: on the sea beside it where it has a coast,
  /// else at the end of a leader.
  private func drawName(on base: BaseMap, kit: Kit, into frame: inout Frame) throws {
    guard let anchor = base.anchor(of: territory.code) else { return }
    let accent = kit.theme.colors.accent
    let style = kit.theme.text.mapLabel.sized(6.5).weight(600).colored(accent)
    let line = try kit.typesetter.line(territory.shortLabel, style)
    let land = base.land(in: base.plan.area)
    let shape = base.outline(of: territory.code, in: base.plan.main).bounds
    let places = shape.map { Self.corners(of: line.size, around: $0) } ?? []
    let free = places.first { corner in
      let box = Rect(origin: corner, size: line.size)
      return base.plan.area.contains(box) && land.isFree(box)
    }
    if let free { return frame.place(line, at: free) }
    let label = Callouts.Label(anchor: anchor, text: StyledText(territory.shortLabel, style), color: accent)
    try Callouts(labels: [label], kit: kit, longest: 160).draw(on: base, into: &frame)
  }

  /// Above, below, right and left of the box, above and below also flush with its sides.
  private static func corners(of size: Size, around box: Rect) -> [Point] {
    let (above, below) = (box.minY - size.height, box.maxY)
    let middle = (x: box.midX - size.width / 2, y: box.midY - size.height / 2)
    let flush = [middle.x, box.minX, box.maxX - size.width]
    return flush.map { Point(x: $0, y: above) } + flush.map { Point(x: $0, y: below) }
      + [Point(x: box.maxX + 2, y: middle.y), Point(x: box.minX - size.width - 2, y: middle.y)]
  }

  public func alternative(language: Language) -> String {
    let place = region.map { "\(territory.label) (\($0.label))" } ?? territory.label
    return language.typography("\(language.words.map) : \(place).")
  }

  public func reading(language: Language) -> String? { nil }
}
