import Diagnostics
import Figures
import Geometry
import Language
import Pages
import Statistics
import Typesetting

/// A small map that shows where territories lie: they in the accent colour, what is around them in the colour of bars,
/// the rest of the country pale.
public struct LocatorMap: Picture {
  public let atlas: Atlas
  /// Of one level.
  public let territories: [Member]
  /// The territory of the level above that holds them, in the colour of bars; `nil` for none.
  public let region: Member?

  public init(_ territories: [Member], in region: Member? = nil, atlas: Atlas) {
    (self.territories, self.region, self.atlas) = (territories, region, atlas)
  }

  public init(_ territory: Member, in region: Member? = nil, atlas: Atlas) {
    self.init([territory], in: region, atlas: atlas)
  }

  private var level: String { territories.first?.level ?? atlas.finestLevel }

  public func naturalHeight(width: Length, kit: Kit) throws -> Length {
    (width * 0.8).roundedUp(to: kit.theme.page.baseline / 2)
  }

  public func frame(size: Size, kit: Kit) throws -> Frame {
    try kit.listing(size, as: .unplacedOnMap) { try drawn(size: $0, kit: kit) }
  }

  private func drawn(size: Size, kit: Kit) throws -> (frame: Frame, unplaced: [String]) {
    let height = min(size.height, size.width * 0.84)
    let area = Rect(x: 0, y: (size.height - height) / 2, width: size.width, height: height)
    let insets = MapPlan.Insets(gap: 3, largest: min(max(size.width * 0.117, 14), 30), showsZoom: false)
    guard let plan = MapPlan(atlas, in: area, insets: insets) else { throw Failure(MapMessage.emptyAtlas()) }
    let base = BaseMap(atlas: atlas, plan: plan, level: level)
    let colors = kit.theme.colors
    let paints = [colors.hair, colors.bar, colors.accent].map(Paint.color)
    var frame = Frame(size: size)
    base.fill({ paints[rank(of: $0)] }, order: paints, into: &frame)
    base.drawBorders(outline: colors.other, into: &frame)
    base.drawFrames(colors: colors, into: &frame)
    let unplaced = try drawNames(on: base, kit: kit, into: &frame)
    return (frame, unplaced)
  }

  /// 2 for a territory shown, 1 for the others of its region, 0 elsewhere.
  private func rank(of code: String) -> Int {
    if territories.contains(where: { $0.code == code }) { return 2 }
    let parent = atlas.territory(level: level, code: code)?.parent
    return parent != nil && parent == region?.code ? 1 : 0
  }

  /// The territories' names, their region being named in the title of the sheet: on the sea beside them or their frame,
  /// else at the end of a level leader, else wherever there is sea. Returns those without room.
  private func drawNames(on base: BaseMap, kit: Kit, into frame: inout Frame) throws -> [String] {
    let accent = kit.theme.colors.accent
    let style = kit.theme.text.mapLabel.sized(6.5).weight(600).colored(accent)
    let land = base.land(in: base.plan.area)
    var away: [Callouts.Label] = []
    var unplaced: [String] = []
    for territory in territories {
      guard let anchor = base.anchor(of: territory.code) else { continue }
      let line = try kit.typesetter.line(territory.shortLabel, style)
      let inset = base.plan.insets.first { $0.lens == base.place(of: territory.code)?.lens }?.frame
      let shape = inset ?? base.outline(of: territory.code, in: base.plan.main).bounds
      let taken = frame.texts().map(\.box)
      let free = (shape.map { Self.corners(of: line.size, around: $0) } ?? []).first { corner in
        let box = Rect(origin: corner, size: line.size)
        return base.plan.area.contains(box) && land.isFree(box) && !taken.contains { $0.intersects(box) }
      }
      if let free {
        frame.place(line, at: free)
      } else if let inset {
        // No leader crosses the country from a frame.
        let places = NearestPlace(area: base.plan.area, mask: land, taken: taken, keepsToSeaOutside: inset)
        if try !drawAway(territory.shortLabel, style, from: anchor, places, kit, &frame) {
          unplaced.append(territory.shortLabel)
        }
      } else {
        away.append(
          Callouts.Label(anchor: anchor, text: StyledText(territory.shortLabel, style), color: accent))
      }
    }
    let left = try Callouts(labels: away, kit: kit, longest: 160).draw(on: base, into: &frame)
    for label in away where left.contains(label.text.plain) {
      let places = NearestPlace(area: base.plan.area, mask: land, taken: frame.texts().map(\.box))
      if try !drawAway(label.text.plain, style, from: label.anchor, places, kit, &frame) {
        unplaced.append(label.text.plain)
      }
    }
    return unplaced
  }

  /// On one line or two, at the end of a leader.
  private func drawAway(
    _ name: String, _ style: TextStyle, from anchor: Point, _ places: NearestPlace, _ kit: Kit,
    _ frame: inout Frame
  ) throws -> Bool {
    let lines = name.halves
    let blocks = try [[name], lines].filter { $0.count < 2 || lines.count == 2 }.map { lines in
      try kit.label(lines.map { StyledText($0, style) })
    }
    let found = blocks.compactMap { block in places.nearest(to: anchor, size: block.size).map { (block, $0) }
    }
    guard let (block, place) = found.min(by: { $0.1.distance < $1.1.distance }) else { return false }
    frame.drawLeader(from: anchor, to: place.end, style.color)
    frame.place(block, at: place.corner)
    return true
  }

  /// Above and below the box, also flush with its sides and a little farther, then right and left of it.
  private static func corners(of size: Size, around box: Rect) -> [Point] {
    let (above, below) = (box.minY - size.height, box.maxY)
    let middle = (x: box.midX - size.width / 2, y: box.midY - size.height / 2)
    let flush = [middle.x, box.minX, box.maxX - size.width]
    let gaps: [Length] = [0, 3, 6, 9, 12]
    return gaps.flatMap { gap in
      flush.map { Point(x: $0, y: above - gap) } + flush.map { Point(x: $0, y: below + gap) }
    }
      + [Point(x: box.maxX + 2, y: middle.y), Point(x: box.minX - size.width - 2, y: middle.y)]
  }

  public func alternative(language: Language) -> String {
    let names = language.list(territories.map(\.label))
    let place = region.map { "\(names) (\($0.label))" } ?? names
    return language.typography("\(language.words.map)\(language.words.colon)\(place).")
  }

  public func reading(language: Language) -> String? { nil }
}
