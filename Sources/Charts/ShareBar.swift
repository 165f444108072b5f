import Figures
import Geometry
import Language
import Pages
import Quantities
import Statistics
import Typesetting

/// One bar of 100 %: ordered classes in the sequential palette, their percentage inside, their name below.
///
/// What the source cannot place in a class is outside the bar, and the subtitle says how much of the whole is known.
public struct ShareBar: Sendable {
  let table: Tabulation
  let rows: [Tabulation.Row]
  let ordered: Bool

  /// - Parameters:
  ///   - table: one row a class, in order; a total row, where there is one, tells what share is known.
  ///   - ordered: the classes have an order: sequential colours; else categorical ones.
  public init(_ table: Tabulation, ordered: Bool = true) {
    self.table = table
    self.ordered = ordered
    rows = table.rows.filter { $0.depth == 0 && $0.role != .total && $0.role != .unlocated }
  }

  private struct Part {
    var name, shortName: String
    var value: Double
    /// What has no class, or has no colour of its own.
    var isRest = false

    init(_ row: Tabulation.Row, _ value: Double, isRest: Bool = false) {
      (name, shortName) = (row.member.label, row.member.shortLabel)
      (self.value, self.isRest) = (value, isRest)
    }
  }

  private static let colored = 5

  /// The classes with something to show; of those without order, all but five are added up at the end.
  private func parts(_ language: Language) -> [Part] {
    let shown = rows.compactMap { row in
      row.value(0).finite.flatMap {
        $0.value > 0 ? Part(row, $0.value, isRest: !ordered && row.isRemainder) : nil
      }
    }
    let named = shown.filter { !$0.isRest }
    var rest = (ordered ? [] : Array(named.dropFirst(Self.colored))) + shown.filter(\.isRest)
    if rest.count > 1 {
      let sum = rest.reduce(0) { $0 + $1.value }
      rest = [rest[0]]
      (rest[0].name, rest[0].shortName, rest[0].value) = (language.words.other, language.words.other, sum)
    }
    for index in rest.indices { rest[index].isRest = true }
    return (ordered ? named : Array(named.prefix(Self.colored))) + rest
  }

  private var known: Double { rows.reduce(0) { $0 + max(0, $1.value(0).finite?.value ?? 0) } }

  /// The part of the whole that the classes hold; `nil` where the whole is not published.
  private var share: Double? {
    let total = table.rows.first { $0.role == .total }?.value(0).finite?.value
    return total.flatMap { $0 > 0 && known > 0 ? known / $0 : nil }
  }

  private func color(_ index: Int, of parts: [Part], _ kit: Kit) -> Color {
    let colors = kit.theme.colors
    guard ordered else {
      return parts[index].isRest ? colors.other : kit.color(of: parts[index].shortName, at: index)
    }
    let palette = colors.sequential
    guard parts.count != palette.count, palette.count > 1 else {
      return palette[min(index, palette.count - 1)]
    }
    // Other counts of classes take the palette from end to end.
    let place = Double(index) / Double(max(parts.count - 1, 1)) * Double(palette.count - 1)
    let low = min(Int(place), palette.count - 2)
    return palette[low].mixed(with: palette[low + 1], share: place - Double(low))
  }
}

extension ShareBar: RowPicture {
  public var tables: [Tabulation] { [table] }

  public var coloredSeries: [String] {
    ordered
      ? []
      : rows.filter { !$0.isRemainder && $0.value(0).number > 0 }.prefix(Self.colored).map(
        \.member.shortLabel)
  }

  private static let barHeight: Length = 13

  public func naturalHeight(width: Length, kit: Kit) throws -> Length {
    try (Self.barHeight + 3 + foot(width, kit).height).roundedUp(to: 7)
  }

  public func frame(size: Size, kit: Kit) throws -> Frame {
    var frame = Frame(size: size)
    guard known > 0 else {
      let sign = kit.language.text(rows.first?.value(0).finite == nil ? .unavailable : rows[0].value(0))
      frame.write(try kit.typesetter.line(sign, kit.theme.text.axis), x: .zero, baseline: 9)
      return frame
    }
    let parts = parts(kit.language)
    for (index, span) in spans(parts, size.width).enumerated() {
      let rect = Rect(
        x: span.lowerBound, y: .zero, width: span.upperBound - span.lowerBound, height: Self.barHeight)
      let ground = color(index, of: parts, kit)
      frame.fill(rect, ground)
      if index > 0 { frame.rule(down: .zero...Self.barHeight, x: rect.minX, .white, 0.7) }
      let style = kit.theme.text.axis.weight(600).colored(ground.text(kit.theme.colors))
      let number = try kit.typesetter.line(percent(parts[index], kit.language), style)
      guard number.width + 3 <= rect.width else { continue }
      frame.write(number, x: rect.midX, baseline: 9, anchor: .middle)
    }
    frame.place(try foot(size.width, kit), at: Point(x: .zero, y: Self.barHeight + 3))
    return frame
  }

  private func spans(_ parts: [Part], _ width: Length) -> [ClosedRange<Length>] {
    var sum = 0.0
    return parts.map { part in
      let start = width * (sum / known)
      sum += part.value
      return start...max(start, width * (sum / known))
    }
  }

  private func percent(_ part: Part, _ language: Language) -> String {
    language.number(part.value / known * 100, decimals: decimals(part, language))
  }

  /// None, but for a part that would be nought of a hundred.
  private func decimals(_ part: Part, _ language: Language) -> Int {
    let share = part.value / known
    return share < 0.005 ? language.decimals(for: share, unit: .share, scale: .one) : 0
  }

  /// Each name under its part, or else a legend: names that strayed would tell lies.
  private func foot(_ width: Length, _ kit: Kit) throws -> Frame {
    let style = kit.theme.text.axis
    let parts = parts(kit.language)
    let spans = spans(parts, width)
    let names = try parts.map { try kit.name($0.shortName, style) }
    let wishes = zip(spans, names).map { span, name in
      LabelSpreading.Label(wanted: (span.lowerBound + span.upperBound) / 2, extent: name.width + 5)
    }
    let starts = LabelSpreading.starts(of: wishes, within: -2.5...width + 2.5)
    var foot = Frame(size: Size(width: width, height: style.leading))
    for (index, start) in starts.enumerated() {
      guard let start else { return try legend(parts, width, kit) }
      let centre = start + wishes[index].extent / 2
      guard spans[index].contains(centre) else { return try legend(parts, width, kit) }
      foot.place(names[index], at: Point(x: start + 2.5, y: .zero))
    }
    return foot
  }

  private func legend(_ parts: [Part], _ width: Length, _ kit: Kit) throws -> Frame {
    let entries = parts.indices.map { index in
      LegendEntry(
        .color(color(index, of: parts, kit)),
        "\(parts[index].shortName) \(percent(parts[index], kit.language))")
    }
    return try Legend(entries).frame(width: width, kit: kit)
  }

  // MARK: Words

  public func subtitle(language: Language) -> String? {
    let say = Sentences(language)
    guard let share, share < 0.995 else { return say.say(.shareSubtitle) }
    let percent = language.amount(Quantity(share, .share, .rate), decimals: 0)
    return say.say(.shareSubtitleKnown, ["share": percent])
  }

  public func alternative(language: Language) -> String {
    let label = table.columns.first?.label ?? ""
    let facts = TableFacts(table, rows: rows, language: language)
    let list = parts(language).prefix(8).map { part in
      let percent = language.amount(
        Quantity(part.value / known, .share, .rate), decimals: decimals(part, language))
      return "\(part.shortName) \(percent)"
    }
    guard !list.isEmpty else {
      return TableFacts.text(facts.subject(.shareChart), facts.extremes)
    }
    let shares = facts.say.say(.linesEndNow, ["name": label, "amount": language.list(list)])
    return TableFacts.text(
      facts.subject(.shareChart), shares, subtitleSentence(language), facts.hidden)
  }

  private func subtitleSentence(_ language: Language) -> String? {
    subtitle(language: language).map { $0.capitalizedFirst + "." }
  }

  public func reading(language: Language) -> String? {
    guard let largest = parts(language).max(by: { $0.value < $1.value }), let column = table.columns.first
    else {
      return nil
    }
    return Sentences(language).say(
      .shareReading,
      [
        "name": largest.name,
        "amount": language.phrase(Quantity(largest.value, column.unit, column.kind)),
        "share": language.amount(Quantity(largest.value / known, .share, .rate)),
      ])
  }
}
