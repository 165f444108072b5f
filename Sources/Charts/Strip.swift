import Figures
import Geometry
import Language
import Pages
import Quantities
import Statistics
import Typesetting

/// One row a measure, one tick a member: where a territory stands among all.
///
/// Each row has its own scale; its ends are printed. The member of interest is in red, the median in ink.
public struct Strip: Sendable {
  let table: Tabulation
  let own: String?
  let names: [String]
  let isTrimmed: Bool

  /// - Parameters:
  ///   - table: one row a member, one column a measure.
  ///   - own: the code of the member that stands out.
  ///   - names: of the rows, in place of the measures' own.
  ///   - trimmed: a scale ends at three times the box beyond its quartiles (the outer fences of Tukey, 1977), and
  ///     an arrow stands for what lies beyond.
  public init(_ table: Tabulation, own: String? = nil, names: [String] = [], trimmed: Bool = false) {
    (self.table, self.own, self.names, isTrimmed) = (table, own, names, trimmed)
  }

  private var members: [Tabulation.Row] { table.rows.filter { $0.role == .member } }
  private var ownRow: Tabulation.Row? { own.flatMap { code in members.first { $0.member.code == code } } }

  private func name(_ column: Int) -> String {
    names.indices.contains(column) ? names[column] : table.columns[column].label
  }

  /// The place of the own member, the largest first; equal values share a place.
  private func rank(_ column: Int) -> Int? {
    guard let value = ownRow?.value(column).finite else { return nil }
    return 1 + members.count { $0.value(column).number > value.value }
  }
}

extension Strip: RowPicture {
  public var tables: [Tabulation] { [table.naming(names)] }

  private static let pitch: Length = 22.4

  public func naturalHeight(width: Length, kit: Kit) throws -> Length {
    try grid(kit).laid(width: width, kit: kit).height.roundedUp(to: 7)
  }

  public func frame(size: Size, kit: Kit) throws -> Frame {
    var frame = Frame(size: size)
    let layout = try grid(kit).laid(width: size.width, kit: kit)
    for column in table.columns.indices { drawRow(column, layout, kit, in: &frame) }
    layout.drawTexts(in: &frame)
    return frame
  }

  private func drawRow(_ column: Int, _ layout: RowLayout, _ kit: Kit, in frame: inout Frame) {
    let numbers = TableFacts(table, column: column, language: kit.language).numbers
    guard let domain = domain(numbers) else { return }
    let x = LinearScale(domain, from: layout.plot.lowerBound, to: layout.plot.upperBound)
    let (colors, row) = (kit.theme.colors, Double(column))
    func tick(_ value: Double, _ length: Length, _ width: Length, _ color: Color) -> Mark {
      domain.contains(value)
        ? .tick(Datum(value, row), length: length, width: width, color) : .beyond(Datum(value, row), color)
    }
    var marks = numbers.map { tick($0, 10.4, 0.8, colors.bar) }
    if let median = numbers.median {
      marks.append(.tick(Datum(median, row), length: 13, width: 1.2, colors.ink))
    }
    if let own = ownRow?.value(column).finite {
      marks.append(tick(own.value, 17, 2, colors.accent))
    }
    for mark in marks { mark.draw(in: &frame, x: x, y: layout.rows) }
  }

  /// From the lowest to the highest value, `numbers` being in falling order, or to the fences.
  private func domain(_ numbers: [Double]) -> ClosedRange<Double>? {
    guard let high = numbers.first, let low = numbers.last else { return nil }
    let quantiles = Quantiles(numbers)
    guard isTrimmed, let first = quantiles(0.25), let third = quantiles(0.75) else { return low...high }
    let reach = (third - first) * 3
    return max(low, first - reach)...min(high, third + reach)
  }

  private func grid(_ kit: Kit) -> RowGrid {
    let (style, colors) = (kit.theme.text.rowLabel, kit.theme.colors)
    let ends = table.columns.indices.map { self.ends($0, kit.language) }
    func small(_ text: String) -> StyledText { kit.typesetter.styled(text, kit.theme.text.axis) }
    var columns = [
      RowGrid.Column(nil, ends.map { small($0.low) }, side: .before, rank: 1),
      RowGrid.Column(nil, ends.map { small($0.high) }, anchor: .start, rank: 1),
    ]
    let values = table.columns.indices.map { column in
      kit.typesetter.styled(
        ends[column].value, style.weight(600).colored(ownRow == nil ? colors.ink : colors.accent))
    }
    let head = ownRow == nil ? small(kit.language.words.median) : nil
    columns.append(RowGrid.Column(head, values))
    if ownRow != nil {
      let ranks = table.columns.indices.map { column in
        kit.typesetter.styled(rank(column).map { kit.language.ordinal($0) } ?? "–", style)
      }
      columns.append(RowGrid.Column(nil, ranks, rank: 2))
    }
    return RowGrid(
      table.columns.indices.map { RowGrid.Row(name($0)) }, columns, pitch: Self.pitch)
  }

  /// What a row prints: the ends of its scale, and the own value or else the median.
  private func ends(_ column: Int, _ language: Language) -> (low: String, high: String, value: String) {
    let numbers = TableFacts(table, column: column, language: language).numbers
    guard let high = numbers.first, let low = numbers.last, let median = numbers.median else {
      return ("", "", language.text(ownRow?.value(column) ?? .unavailable))
    }
    let form = form(column, language)
    let shown = ownRow.map { form.amount($0.value(column)) } ?? form.amount(median)
    return (form.text(low), form.text(high), shown)
  }

  /// One number of decimals a row, after its middle.
  private func form(_ column: Int, _ language: Language) -> NumberForm {
    let head = table.columns[column]
    let median = TableFacts(table, column: column, language: language).median ?? 0
    return NumberForm(
      [median], unit: head.unit, kind: head.kind, signed: head.isChange, language: language)
  }

  // MARK: Words

  public func subtitle(language: Language) -> String? {
    let say = Sentences(language)
    let level = say.one(members.first?.member.level ?? "")
    let trimmed = isTrimmed ? say.say(.stripTrimmed) : ""
    guard let ownRow else { return say.say(.stripSubtitle, ["level": level]) + trimmed }
    let name = language.withArticle(
      ownRow.member.label, article: ownRow.member.article ?? 0, preposition: .none)
    return say.say(.stripSubtitleOwn, ["level": level, "name": name]) + trimmed
  }

  public func alternative(language: Language) -> String {
    guard !table.columns.isEmpty else { return "" }
    let say = Sentences(language)
    let labels = language.list(table.columns.indices.map { table.spoken($0, names, say) })
    let facts = TableFacts(table, language: language)
    let sentences = table.columns.indices.prefix(4).compactMap { sentence($0, language) }
    return ([facts.subject(.stripChart, label: labels)] + sentences).joined(separator: " ")
  }

  public func reading(language: Language) -> String? {
    table.columns.indices.lazy.compactMap { sentence($0, language) }.first
  }

  /// "Montant par habitant : 247 € dans le Finistère, 56e sur 101 ; de 163 € (Mayotte) à 1 068 € (Paris)."
  private func sentence(_ column: Int, _ language: Language) -> String? {
    let facts = TableFacts(table, column: column, language: language)
    guard let high = facts.ranked.first, let low = facts.ranked.last, let median = facts.median else {
      return nil
    }
    let say = facts.say
    let form = form(column, language)
    let spread = say.say(
      .stripSpread,
      [
        "least": form.amount(low.value.value), "low": low.member.label, "most": form.amount(high.value.value),
        "high": high.member.label, "median": form.amount(median),
      ])
    guard let ownRow, let value = ownRow.value(column).finite, let rank = rank(column) else {
      return say.say(.stripRow, ["name": name(column), "spread": spread])
    }
    return say.say(
      .stripRowOwn,
      [
        "name": name(column), "own": ownRow.member.label, "amount": form.amount(value.value),
        "rank": language.ordinal(rank), "count": String(facts.numbers.count), "spread": spread,
      ])
  }
}
