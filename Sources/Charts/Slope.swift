import Figures
import Geometry
import Language
import Pages
import Quantities
import Statistics
import Typesetting

/// Lines from one moment to the next, one a member: by value (slope) or by place (bump).
public struct Slope: Sendable {
  public enum Form: String, Hashable, Sendable, CaseIterable { case slope, bump }

  let table: Tabulation
  let form: Form
  let rows: [Tabulation.Row]
  /// The rows among which places are counted.
  private let ranked: [Tabulation.Row]
  let names: [String]
  let highlight: [String]
  let scale: NumberAxis.Form

  /// - Parameters:
  ///   - table: one row a member, one column a moment, from left to right.
  ///   - names: of the moments.
  ///   - ranking: all members, where the table holds some of them: places are among all.
  public init(
    _ table: Tabulation, form: Form = .slope, names: [String] = [], highlight: [String] = [],
    scale: NumberAxis.Form = .linear, ranking: Tabulation? = nil
  ) {
    (self.table, self.form, self.names) = (table, form, names)
    (self.highlight, self.scale) = (highlight, scale)
    rows = table.drawn.filter { !$0.isRemainder }
    ranked = ranking.map { $0.drawn.filter { !$0.isRemainder } } ?? rows
  }

  private var columns: Range<Int> { table.columns.indices }

  private func name(_ column: Int) -> String {
    names.indices.contains(column) ? names[column] : table.columns[column].label
  }

  /// Its place among the published values of a column, the largest first.
  func rank(_ row: Tabulation.Row, _ column: Int) -> Double {
    guard let value = row.value(column).finite?.value else { return .nan }
    let before = ranked.prefix { $0 != row }.count { $0.value(column).number == value }
    return Double(1 + before + ranked.count { $0.value(column).number > value })
  }

  /// From the best to the worst place that a line has.
  private var places: ClosedRange<Int> {
    let places = rows.flatMap { row in columns.map { rank(row, $0) } }.filter(\.isFinite).map { Int($0) }
    return (places.min() ?? 1)...(places.max() ?? 1)
  }

  private func height(_ row: Tabulation.Row, _ column: Int) -> Double {
    if form == .bump { return rank(row, column) }
    let value = row.value(column).number
    return scale == .log && value <= 0 ? .nan : value
  }
}

extension Slope: Picture {
  public var tables: [Tabulation] { [table.naming(names)] }

  public func naturalHeight(width: Length, kit: Kit) throws -> Length {
    let rows = Length.pt(11) * Double(rows.count)
    return try plot(kit, width: width).height(plot: min(max(rows, 90), 260), width: width, kit: kit)
  }

  public func frame(size: Size, kit: Kit) throws -> Frame {
    try plot(kit, width: size.width).frame(size: size, kit: kit)
  }

  private func plot(_ kit: Kit, width: Length) -> Plot {
    let named = named(width: width)
    let numbers = table.form(rows, columns, kit.language)
    let values = table.numbers(rows, columns)
    let y: any Axis =
      form == .bump
      ? RankAxis(places)
      : NumberAxis(values, numbers: numbers, form: scale, origin: false, tight: true)
    var plot = Plot(
      x: CategoryAxis(columns.map(name), isMoments: true), y: y,
      marks: rows.indices.filter { !named.contains($0) }.flatMap { quiet($0, kit) }
        + named.reversed().flatMap { marks($0, kit) })
    (plot.showsY, plot.zeroLine) = (false, false)
    guard let last = columns.last else { return plot }
    for index in named {
      let row = rows[index]
      plot.starts.append(label(row, 0, numbers, kit))
      if last > 0 { plot.ends.append(label(row, last, numbers, kit)) }
    }
    plot.ends += others(named, last, kit)
    return plot
  }

  /// From this width on, every line has a name. Ranks are as far from one another as names.
  private var wide: Length { form == .slope ? 320 : 220 }
  /// So many lines have a name in a narrower figure too.
  private static let few = 8

  /// Rows with a name, those that stand out first: all of them; of many values in a narrow figure, whose names would
  /// stand far from their lines, those that stand out and the ends of the first and last moments.
  private func named(width: Length) -> [Int] {
    guard let last = columns.last else { return [] }
    let order = order(last)
    guard width < wide, rows.count > Self.few else { return order }
    func ends(_ column: Int, _ high: Int, _ low: Int) -> [Int] {
      let known = rows.indices.filter { rows[$0].value(column).finite != nil }
        .sorted { rows[$1].value(column).number < rows[$0].value(column).number }
      return known.prefix(high) + known.suffix(low)
    }
    let chosen = Set(ends(last, 3, 2) + ends(0, 1, 1))
    return order.filter { isStrong($0) || chosen.contains($0) }
  }

  /// "11 autres" beside the middle of the lines without a name.
  private func others(_ named: [Int], _ last: Int, _ kit: Kit) -> [EndLabel] {
    let rest = rows.indices.filter { !named.contains($0) }.map { height(rows[$0], last) }.filter(\.isFinite)
    guard let middle = rest.median else { return [] }
    let text = Sentences(kit.language).say(.otherLines, ["count": String(rest.count)])
    return [EndLabel(text, color: kit.theme.colors.grey, y: middle, weight: 400)]
  }

  /// A line without a name.
  private func quiet(_ index: Int, _ kit: Kit) -> [Mark] {
    let data = columns.map { Datum(Double($0), height(rows[index], $0)) }
    let color = kit.theme.colors.other
    return [.line(data, Pen(color, 0.6))] + data.map { .dot($0, radius: 1.5, color, open: false) }
  }

  /// Rows that stand out first, then by value: the first find a place.
  private func order(_ column: Int) -> [Int] {
    rows.indices.sorted { a, b in
      let (x, y) = (isStrong(a), isStrong(b))
      if x != y { return x }
      return (rows[b].value(column).number, a) < (rows[a].value(column).number, b)
    }
  }

  private func isStrong(_ index: Int) -> Bool { highlight.contains(rows[index].member.code) }

  private func label(_ row: Tabulation.Row, _ column: Int, _ numbers: NumberForm, _ kit: Kit) -> EndLabel {
    let colors = kit.theme.colors
    let strong = highlight.contains(row.member.code)
    let number =
      form == .bump
      ? String(Int(rank(row, column).isFinite ? rank(row, column) : 0)) : numbers.text(row.value(column))
    let name = row.member.shortLabel
    let text = column == 0 ? "\(name) \(number)" : "\(number) \(name)"
    return EndLabel(
      text, color: strong ? colors.accent : colors.ink, y: height(row, column), weight: strong ? 600 : 400)
  }

  private func marks(_ index: Int, _ kit: Kit) -> [Mark] {
    let colors = kit.theme.colors
    let color = isStrong(index) ? colors.accent : highlight.isEmpty ? colors.blue : colors.bar
    let data = columns.map { Datum(Double($0), height(rows[index], $0)) }
    return [.line(data, Pen(color, isStrong(index) ? 1.8 : 1))]
      + data.map { .dot($0, radius: 2.2, color, open: false) }
  }

  // MARK: Words

  public func subtitle(language: Language) -> String? {
    form == .bump
      ? Sentences(language).say(.bumpSubtitle)
      : table.form(rows, columns, language).axisTitle + Sentences(language).suffix(scale)
  }

  public func alternative(language: Language) -> String {
    guard let last = columns.last else { return "" }
    let facts = TableFacts(table, column: last, rows: rows, language: language)
    let names = language.list(columns.map(name))
    return TableFacts.text(
      facts.subject(
        form == .bump ? .bumpChart : .slopeChart,
        label: "\(facts.say.inSentence(facts.head?.label ?? "")) (\(names))"),
      facts.extremes, steepest(language), facts.hidden)
  }

  /// The member that moved most between the first and the last moment.
  private func steepest(_ language: Language) -> String? {
    guard let last = columns.last, last > 0 else { return nil }
    func move(_ row: Tabulation.Row) -> Double { (height(row, last) - height(row, 0)).magnitude }
    let moved = rows.filter { move($0).isFinite }.max { move($0) < move($1) }
    return moved.flatMap { sentence($0, .slopeMost, language) }
  }

  public func reading(language: Language) -> String? {
    guard let last = columns.last else { return nil }
    return order(last).lazy.compactMap { sentence(rows[$0], .slopeReading, language) }.first
  }

  private func sentence(_ row: Tabulation.Row, _ phrase: Sentences.Phrase, _ language: Language) -> String? {
    guard let last = columns.last, last > 0, let from = row.value(0).finite, let to = row.value(last).finite
    else {
      return nil
    }
    let isBump = form == .bump
    return Sentences(language).say(
      phrase,
      [
        "name": row.member.label, "first": name(0), "last": name(last),
        "from": isBump ? language.ordinal(Int(rank(row, 0))) : language.phrase(from),
        "to": isBump ? language.ordinal(Int(rank(row, last))) : language.phrase(to),
      ])
  }
}
