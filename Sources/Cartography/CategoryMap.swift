import Diagnostics
import Figures
import Geometry
import Language
import Pages
import Quantities
import Statistics
import Typesetting

/// A map that colours each territory by the member that leads in it: the branch that borrows most.
///
/// Five members have colours, those that lead in most territories; the others are grey together.
public struct CategoryMap: Picture {
  private static let colored = 5

  public let atlas: Atlas
  public let tables: [Tabulation]
  let leaders: Leaders
  private let column: Tabulation.Column?
  private let level: String
  private let noun: String

  /// - Parameters:
  ///   - table: territories of one level, each with its members (`departement > section`).
  ///   - noun: what a member is called: "Section".
  public init(_ table: Tabulation, noun: String, atlas: Atlas) {
    self.noun = noun.prefix(1).uppercased() + noun.dropFirst()
    (self.atlas, tables) = (atlas, [table])
    column = table.columns.first
    level = table.rows.first?.member.level ?? atlas.finestLevel
    leaders = Leaders(table, on: atlas.territories(level: level).map(\.member))
  }

  /// The members with a colour of their own.
  private var named: [Member] { leaders.ranked.prefix(Self.colored).map(\.member) }

  public var coloredSeries: [String] { named.map(\.shortLabel) }

  // MARK: Drawing

  public func naturalHeight(width: Length, kit: Kit) throws -> Length {
    let least = try leastHeight(width: width, kit: kit)
    let height = ChoroplethLayout.naturalHeight(width: width, strip: least)
    return max(height, least).roundedUp(to: kit.theme.page.baseline / 2)
  }

  /// That of the legend.
  public func leastHeight(width: Length, kit: Kit) throws -> Length {
    let isBeside = width >= ChoroplethLayout.sideLegendWidth
    return try list(kit).height(width: isBeside ? ChoroplethLayout.legendWidth : width)
  }

  public func frame(size: Size, kit: Kit) throws -> Frame {
    let list = list(kit)
    let strip = try list.height(width: size.width)
    return try kit.listing(size, as: .unplacedOnMap) { size in
      try drawn(ChoroplethLayout(size: size, strip: strip), list, size: size, kit: kit)
    }
  }

  private func drawn(
    _ layout: ChoroplethLayout, _ list: SwatchList, size: Size, kit: Kit
  ) throws -> (frame: Frame, unplaced: [String]) {
    let style = kit.theme.text.mapLabel.sized(6).colored(kit.theme.colors.grey)
    var insets = layout.insets
    if layout.isLabelled {
      insets = try insets.holding(namesOf: atlas, style, in: layout.map.width, kit: kit)
    }
    insets.showsZoom = level == atlas.finestLevel
    guard let plan = MapPlan(atlas, in: layout.map, insets: insets) else {
      throw Failure(MapMessage.emptyAtlas())
    }
    let base = BaseMap(atlas: atlas, plan: plan, level: level)
    let colors = kit.theme.colors
    let paints = paints(kit)
    var frame = Frame(size: size)
    let order = paints.values.sorted { "\($0)" < "\($1)" } + [colors.noData]
    base.fill({ paints[$0] ?? colors.noData }, order: order.distinctInOrder, into: &frame)
    base.drawBorders(outline: colors.ink, into: &frame)
    base.drawFrames(colors: colors, into: &frame)
    if let square = base.zoomSquare {
      frame.add(Shape(.rectangle(square), stroke: Stroke(colors.ink, 0.5)))
    }
    let land = base.land(in: base.plan.area)
    let names = InsetNames(base: base, kit: kit, style: style, isFree: land.isFree)
    let unplaced = layout.isLabelled ? try names.draw(into: &frame) : []
    let swatches = try list.frame(width: layout.legend.width)
    frame.place(swatches, at: Point(x: layout.legend.minX, y: layout.legend.maxY - swatches.height))
    return (frame, unplaced)
  }

  /// By the code of the territory.
  private func paints(_ kit: Kit) -> [String: Paint] {
    let pairs = leaders.territories.map { territory, leader -> (String, Paint) in
      switch leader {
      case .member(let member, _, _): (territory.code, paint(member, kit))
      case .open: (territory.code, kit.theme.colors.secret)
      case .unavailable: (territory.code, kit.theme.colors.noData)
      }
    }
    return Dictionary(pairs) { first, _ in first }
  }

  private func paint(_ member: Member, _ kit: Kit) -> Paint {
    guard let index = named.firstIndex(where: { $0.code == member.code }) else {
      return .color(kit.theme.colors.other)
    }
    return .color(kit.color(of: member.shortLabel, at: index))
  }

  private func list(_ kit: Kit) -> SwatchList {
    let language = kit.language
    let rest = leaders.ranked.dropFirst(Self.colored)
    var entries = leaders.ranked.prefix(Self.colored).map { member, count in
      SwatchList.Entry(
        paint: paint(member, kit), words: language.typography(member.shortLabel), count: count)
    }
    if !rest.isEmpty {
      entries.append(
        SwatchList.Entry(
          paint: .color(kit.theme.colors.other), words: MapWords(language).others,
          count: rest.reduce(0) { $0 + $1.count }))
    }
    entries += SwatchList.gaps(
      secret: (kit.theme.colors.secret, count(of: .open)),
      unavailable: (kit.theme.colors.noData, count(of: .unavailable)), kit: kit)
    return SwatchList(entries: entries, heading: noun, kit: kit, wraps: true)
  }

  private func count(of leader: Leaders.Leader) -> Int {
    leaders.territories.filter { $0.leader == leader }.count
  }

  // MARK: Words

  private func what(_ words: MapWords) -> String {
    let measure = column?.label ?? ""
    return "\(noun) \(words.leading) (\(measure.prefix(1).lowercased() + measure.dropFirst()))"
  }

  public func subtitle(language: Language) -> String? {
    guard let table = tables.first else { return nil }
    let words = MapWords(language)
    return language.typography("\(what(words)), \(words.at) \(language.date(table.snapshot.date))")
  }

  public func alternative(language: Language) -> String {
    let words = MapWords(language)
    let count = "\(leaders.territories.count) \(words.territories(level))"
    let what = "\(language.words.map)\(language.words.colon)\(what(words)), \(count)."
    guard !leaders.ranked.isEmpty else { return language.typography("\(what) \(words.noValue).") }
    let parts = leaders.ranked.prefix(Self.colored).map {
      "\(Self.inList($0.member.label))\(language.words.colon)\($0.count)"
    }
    let rest = leaders.ranked.dropFirst(Self.colored).reduce(0) { $0 + $1.count }
    let others = rest > 0 ? ["\(words.others)\(language.words.colon)\(rest)"] : []
    let (open, missing) = (self.count(of: .open), self.count(of: .unavailable))
    let gaps = [
      open > 0 ? "\(open) \(words.hidden)" : nil,
      missing > 0 ? "\(missing) \(missing > 1 ? words.missing[1] : words.missing[0])" : nil,
    ].compactMap { $0 }
    let tail = gaps.isEmpty ? "" : " " + gaps.joined(separator: ", ") + "."
    return language.typography(
      "\(what) \((parts + others).joined(separator: language.words.semicolon)).\(tail)")
  }

  /// A name without the sign that stands between names.
  private static func inList(_ name: String) -> String {
    let parts = name.split(separator: ";")
    return
      ([parts.first.map(String.init) ?? ""] + parts.dropFirst().map { String($0.drop(while: \.isWhitespace)) })
      .map { String($0.reversed().drop(while: \.isWhitespace).reversed()) }.joined(separator: ", ")
  }

  /// The territory where a leader with a colour of its own has the largest amount.
  public func reading(language: Language) -> String? {
    var best: (territory: Member, member: Member, amount: Quantity, total: Quantity?)?
    for case (let territory, .member(let member, let amount, let total)) in leaders.territories
    where amount.value > best?.amount.value ?? -.infinity && named.contains(where: { $0.code == member.code })
    {
      best = (territory, member, amount, total)
    }
    guard let best else { return nil }
    let share = best.total.map { Quantity(best.amount.value / $0.value, .share, .rate) }
    var text = MapWords(language).leads
    for (key, value) in [
      ("{name}", language.withArticle(best.territory)), ("{category}", best.member.label),
      ("{amount}", language.phrase(best.amount)), ("{share}", share.map { language.phrase($0) } ?? ""),
    ] { text = text.replacing(key, with: value) }
    return language.typography(text + ".")
  }
}

extension [Paint] {
  /// Each once, where it comes first.
  fileprivate var distinctInOrder: [Paint] {
    reduce(into: []) { if !$0.contains($1) { $0.append($1) } }
  }
}
