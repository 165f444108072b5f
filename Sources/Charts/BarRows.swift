import Figures
import Geometry
import Language
import Pages
import Quantities
import Statistics
import Typesetting

/// Bars in rows, several to a row: side by side, stacked, as shares of 100 %, or one to a row about zero or on a stem.
///
/// Zero is always on the axis, and the axis is never broken.
public struct BarRows: Sendable {
  public enum Form: String, Hashable, Sendable, CaseIterable {
    case grouped, stacked, percent, diverging, lollipop
  }

  let table: Tabulation
  let form: Form
  let names: [String]
  let highlight: [String]
  let bands: [Band]
  let rows: [Tabulation.Row]
  private let wholes: [Member: Double]
  private let most: Int

  /// - Parameters:
  ///   - table: one row a member, one column a bar (or a part of a stacked one), all in the unit of the first.
  ///   - names: of the columns, in place of their labels.
  ///   - highlight: codes of rows that stand out.
  ///   - wholes: the published sums that parts make up, in the unit of the first column; without one, that of a row
  ///     is the sum of its parts, which must then all be published.
  ///   - most: so many columns have a colour; those after them are added up where bars are stacked.
  public init(
    _ table: Tabulation, form: Form, names: [String] = [], highlight: [String] = [], bands: [Band] = [],
    wholes: [Member: Double] = [:], most: Int = 5
  ) {
    (self.table, self.form, self.names, self.highlight) = (table, form, names, highlight)
    self.bands = bands
    (self.wholes, self.most) = (wholes, most)
    rows = table.drawn
  }

  private var columns: Range<Int> {
    switch form {
    case .diverging, .lollipop: 0..<min(1, table.columns.count)
    case .grouped, .stacked, .percent: 0..<min(table.columns.count, most)
    }
  }

  /// The columns that are added up as "others" at the end of a stacked bar.
  private var rest: Range<Int> {
    form == .stacked || form == .percent ? columns.upperBound..<table.columns.count : 0..<0
  }

  /// The parts of a stacked bar: those with a colour, then the sum of the others. Negative ones have no length.
  private func parts(_ row: Tabulation.Row) -> [Double] {
    let named = columns.map { max(0, row.value($0).finite?.value ?? 0) }
    guard !rest.isEmpty else { return named }
    return named + [rest.reduce(0) { $0 + max(0, row.value($1).finite?.value ?? 0) }]
  }

  /// The sign of a part that is withheld: the bar is then shorter than the whole.
  private func missing(_ row: Tabulation.Row) -> Published<Quantity>? {
    (columns.lowerBound..<max(columns.upperBound, rest.upperBound)).map { row.value($0) }.first {
      $0.finite == nil
    }
  }

  private func name(_ column: Int) -> String {
    names.indices.contains(column) ? names[column] : table.columns[column].label
  }

  private func sum(_ row: Tabulation.Row) -> Double { parts(row).reduce(0, +) }

  /// What the parts make up; `nil` where neither it nor all of them are published: shares of what is published
  /// alone would pass for shares of the whole.
  private func whole(_ row: Tabulation.Row) -> Double? {
    let sum = sum(row)
    if let published = wholes[row.member], published > 0, published >= sum * (1 - 1e-9) { return published }
    return missing(row) == nil && (sum > 0 || form == .stacked) ? sum : nil
  }

  /// What none of the published parts of a stacked bar fills.
  private func hidden(_ row: Tabulation.Row) -> Double {
    guard form == .percent || form == .stacked, let whole = whole(row) else { return 0 }
    let rest = whole - sum(row)
    return rest > whole * 1e-6 ? rest : 0
  }

  /// The end of a stacked bar.
  private func end(_ row: Tabulation.Row) -> Double { sum(row) + hidden(row) }

  /// No row has shares: every one has a part that is not published, and no whole.
  public var lacksShares: Bool { form == .percent && !rows.contains { whole($0) != nil } }
}

extension BarRows: RowPicture {
  public var tables: [Tabulation] { [table.naming(names)] }

  public var coloredSeries: [String] { columns.count > 1 ? columns.map(name) : [] }

  public func naturalHeight(width: Length, kit: Kit) throws -> Length {
    try plot(kit).height(width: width, kit: kit)
  }

  public func frame(size: Size, kit: Kit) throws -> Frame { try plot(kit).frame(size: size, kit: kit) }

  private func plot(_ kit: Kit) -> RowPlot {
    let numbers = numbers(kit.language)
    let values: [Double] =
      switch form {
      case .grouped, .diverging, .lollipop: table.numbers(rows, columns)
      case .stacked: rows.map(end)
      case .percent: [0, 1]
      }
    let axis = NumberAxis(values + bands.flatMap(\.ends), numbers: numbers, tight: true, count: 4)
    let pitch: Length = form == .grouped ? 7 * Double(columns.count) + 5 : 14
    let grid = RowGrid(
      rows.map { RowGrid.Row($0, isStrong: highlight.contains($0.member.code), kit.language) },
      figures(numbers, kit), pitch: pitch)
    var plot = RowPlot(grid, axis: axis, marks: rows.indices.flatMap { marks($0, kit) })
    plot.bands = bands.map { $0.column(numbers, kit) }
    if columns.count > 1 {
      plot.legend = columns.map { LegendEntry(.color(color($0, kit)), kit.language.typography(name($0))) }
    }
    if !rest.isEmpty {
      plot.legend.append(LegendEntry(.color(kit.theme.colors.other), kit.language.words.other))
    }
    if rows.contains(where: { hidden($0) > 0 }) {
      let name = Sentences(kit.language).say(.notPublished)
      plot.legend.append(LegendEntry(.color(kit.theme.colors.hair), name))
    }
    return plot
  }

  private func numbers(_ language: Language) -> NumberForm {
    switch (form, table.columns.first) {
    case (.percent, _): return NumberForm([1], unit: .share, kind: .rate, language: language)
    case (.stacked, let column?):
      return NumberForm(rows.map(end), unit: column.unit, kind: column.kind, language: language)
    default: return table.form(rows, columns, language)
    }
  }

  private func color(_ column: Int, _ kit: Kit) -> Color {
    kit.color(of: name(column), at: column)
  }

  private func marks(_ index: Int, _ kit: Kit) -> [Mark] {
    let (row, y, colors) = (rows[index], Double(index), kit.theme.colors)
    func bar(_ from: Double, _ to: Double, _ color: Color, thickness: Length = 9, at place: Double = 0)
      -> Mark
    {
      .bar(Datum(from, y + place), Datum(to, y + place), thickness: thickness, color)
    }
    let value = row.value(0).number
    switch form {
    case .diverging:
      let palette = colors.diverging
      let sides = palette.count > 3 ? (palette[1], palette[3]) : (colors.other, colors.bar)
      let strong = highlight.contains(row.member.code)
      return [
        bar(0, value, strong ? (value < 0 ? colors.accent : colors.blue) : value < 0 ? sides.0 : sides.1)
      ]
    case .lollipop:
      let color = highlight.contains(row.member.code) ? colors.accent : colors.blue
      return [
        .link(Datum(0, y), Datum(value, y), Pen(colors.bar, 1.2)),
        .dot(Datum(value, y), radius: 3, color, open: false),
      ]
    case .grouped: return grouped(row, y, kit)
    case .stacked, .percent: return stacked(row, y, kit)
    }
  }

  /// One under the other within the row.
  private func grouped(_ row: Tabulation.Row, _ y: Double, _ kit: Kit) -> [Mark] {
    columns.map { column in
      .bar(
        Datum(0, y), Datum(row.value(column).number, y), thickness: 6, color(column, kit),
        shift: (Double(column) - Double(columns.count - 1) / 2) * 7)
    }
  }

  /// From zero on, negative parts left out: they have no length.
  private func stacked(_ row: Tabulation.Row, _ y: Double, _ kit: Kit) -> [Mark] {
    guard let whole = form == .percent ? whole(row) : 1 else { return [] }
    var start = 0.0
    let bars: [Mark] = parts(row).enumerated().compactMap { part, value in
      guard value > 0 else { return nil }
      defer { start += value }
      let color = part < columns.count ? color(part, kit) : kit.theme.colors.other
      return .bar(Datum(start / whole, y), Datum((start + value) / whole, y), thickness: 9, color)
    }
    guard hidden(row) > 0 else { return bars }
    let end = Datum((start + hidden(row)) / whole, y)
    return bars + [.bar(Datum(start / whole, y), end, thickness: 9, kit.theme.colors.hair)]
  }

  private func figures(_ numbers: NumberForm, _ kit: Kit) -> [RowGrid.Column] {
    let (style, small) = (kit.theme.text.rowLabel, kit.theme.text.axis)
    switch form {
    case .diverging, .lollipop:
      let cells = rows.map { numbers.text($0.value(0)) }
      return [RowGrid.Column(numbers.unitLabel, small, cells, style, kit: kit)]
    case .grouped:
      return columns.map { column in
        RowGrid.Column(
          name(column), small, rows.map { table.form(numbers, of: column).text($0.value(column)) }, style,
          rank: column, kit: kit)
      }
    case .stacked:
      let cells = rows.map { row in
        whole(row).map { numbers.text($0) } ?? kit.language.text(missing(row) ?? .unavailable)
      }
      return columns.isEmpty ? [] : [RowGrid.Column(numbers.unitLabel, small, cells, style, kit: kit)]
    case .percent:
      return columns.map { column in
        let cells = rows.map { row -> String in
          guard let whole = whole(row) else { return kit.language.text(missing(row) ?? .unavailable) }
          let value = row.value(column).finite?.value
          return value.map { kit.language.number($0 / whole * 100, decimals: 0) }
            ?? kit.language.text(row.value(column))
        }
        return RowGrid.Column(name(column), small, cells, style, rank: column, kit: kit)
      }
    }
  }

  // MARK: Words

  public func subtitle(language: Language) -> String? { numbers(language).axisTitle }

  public func alternative(language: Language) -> String {
    let facts = TableFacts(form == .percent ? shares : table, rows: drawn, language: language)
    let label = language.list(columns.map { table.spoken($0, names, facts.say) })
    return TableFacts.text(
      facts.subject(form == .lollipop ? .lollipopChart : .barChart, label: label),
      facts.extremes(of: columns.count > 1 ? name(0) : nil),
      form == .percent ? reading(language: language) : nil,
      TableFacts(table, rows: rows, language: language).hidden)
  }

  /// The rows as the bars have them: shares in a chart of shares.
  private var drawn: [Tabulation.Row] {
    form == .percent ? shares.drawn : rows
  }

  /// The parts as shares of their whole; not available where there is none.
  private var shares: Tabulation {
    var shares = table
    for column in shares.columns.indices {
      (shares.columns[column].unit, shares.columns[column].kind) = (.share, .rate)
    }
    for (index, row) in shares.rows.enumerated() {
      let whole = whole(row)
      shares.rows[index].values = row.values.map { value in
        guard let whole, let part = value.finite else { return value.finite == nil ? value : .unavailable }
        return .value(Quantity(part.value / whole, .share, .rate))
      }
    }
    return shares
  }

  public func reading(language: Language) -> String? {
    let facts = TableFacts(table, rows: rows, language: language)
    let told = facts.ranked.lazy.compactMap { first in rows.first { $0.member == first.member } }
    guard let row = told.first(where: { form != .percent || whole($0) != nil }) else { return nil }
    let parts = columns.compactMap { reading($0, of: row, facts) }
    return facts.say.say(.linesEndNow, ["name": row.member.label, "amount": language.list(parts)])
  }

  /// "5,35 Md€ (fonds de solidarité)"; in a chart of shares, "24,9 % (fonds de solidarité, 5,35 Md€)".
  private func reading(_ column: Int, of row: Tabulation.Row, _ facts: TableFacts) -> String? {
    guard let value = row.value(column).finite else { return nil }
    let (amount, name) = (facts.phrase(value, of: column), table.spoken(column, names, facts.say))
    guard form == .percent else { return columns.count > 1 ? "\(amount) (\(name))" : amount }
    guard let whole = whole(row) else { return nil }
    let share = facts.language.amount(Quantity(value.value / whole, .share, .rate))
    return "\(share) (\(name), \(amount))"
  }
}
