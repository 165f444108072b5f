import Figures
import Geometry
import Language
import Pages
import Quantities
import Statistics
import Typesetting

/// Upright bars over categories, side by side where there are several measures. Zero is always on the axis.
///
/// Where the names of the categories have no room under the columns, they lie down as bars in rows.
public struct ColumnChart: Sendable {
  let table: Tabulation
  let names: [String]
  let highlight: [String]
  let bands: [Band]
  let rows: [Tabulation.Row]

  /// - Parameters:
  ///   - table: one row a category, one column a measure, up to five, in the unit of the first.
  ///   - names: of the columns, in place of their labels.
  ///   - highlight: codes of rows that stand out.
  public init(_ table: Tabulation, names: [String] = [], highlight: [String] = [], bands: [Band] = []) {
    (self.table, self.names, self.highlight, self.bands) = (table, names, highlight, bands)
    rows = table.drawn
  }

  private var columns: Range<Int> { 0..<min(table.columns.count, 5) }

  private func name(_ column: Int) -> String {
    names.indices.contains(column) ? names[column] : table.columns[column].label
  }
}

extension ColumnChart: Picture {
  public var tables: [Tabulation] { [table.naming(names)] }

  public var coloredSeries: [String] { columns.count > 1 ? columns.map(name) : [] }

  public func naturalHeight(width: Length, kit: Kit) throws -> Length {
    guard try hasRoom(width, kit) else { return try lying.naturalHeight(width: width, kit: kit) }
    return try plot(kit).height(plot: 130, width: width, kit: kit)
  }

  public func leastHeight(width: Length, kit: Kit) throws -> Length {
    try hasRoom(width, kit) ? .zero : lying.leastHeight(width: width, kit: kit)
  }

  public func frame(size: Size, kit: Kit) throws -> Frame {
    try hasRoom(size.width, kit) ? plot(kit).frame(size: size, kit: kit) : lying.frame(size: size, kit: kit)
  }

  private var lying: BarRows {
    BarRows(table, form: .grouped, names: names, highlight: highlight, bands: bands)
  }

  /// Whether every word of the names fits under its columns.
  private func hasRoom(_ width: Length, _ kit: Kit) throws -> Bool {
    let names: Length = bands.isEmpty ? 0 : width * 0.3
    let room = try (width - names - plot(kit).numberRoom(kit)) / Double(max(rows.count, 1)) - CategoryAxis.gap
    return try rows.allSatisfy { row in
      let name = kit.language.typography(row.member.shortLabel)
      return try kit.widestPiece(name, kit.theme.text.axis) <= room
    }
  }

  private func plot(_ kit: Kit) -> Plot {
    let numbers = table.form(rows, columns, kit.language)
    let values = table.numbers(rows, columns) + bands.flatMap(\.ends)
    var plot = Plot(
      x: CategoryAxis(rows.indices.map(shortName)), y: NumberAxis(values, numbers: numbers),
      marks: rows.indices.flatMap { row in columns.map { mark(row, $0, kit) } })
    plot.labels = rows.indices.flatMap { row in columns.map { label(row, $0, numbers, kit) } }
    plot.annotations = bands.map { $0.level(numbers, kit) }
    if columns.count > 1 {
      plot.legend = columns.map { LegendEntry(.color(color(0, $0, kit)), name($0)) }
    }
    return plot
  }

  /// A month tells its year where it is not that of the month before.
  private func shortName(_ row: Int) -> String {
    let member = rows[row].member
    let before = row > 0 ? rows[row - 1].member.code.prefix(4) : ""
    return member.level == "month" && member.code.prefix(4) != before ? member.label : member.shortLabel
  }

  /// The stretch of the axis that a column stands on; those of one row share four fifths of its band.
  private func slot(_ row: Int, _ column: Int) -> ClosedRange<Double> {
    let width = 0.8 / Double(max(columns.count, 1))
    let start = Double(row) - 0.4 + width * Double(column)
    return start...start + width
  }

  private func color(_ row: Int, _ column: Int, _ kit: Kit) -> Color {
    if columns.count > 1 { return kit.color(of: name(column), at: column) }
    return highlight.contains(rows[row].member.code) ? kit.theme.colors.accent : kit.theme.colors.bar
  }

  private func mark(_ row: Int, _ column: Int, _ kit: Kit) -> Mark {
    let slot = slot(row, column)
    return .rect(
      Datum(slot.lowerBound, 0), Datum(slot.upperBound, rows[row].value(column).number),
      color(row, column, kit), joint: column == 0 ? 0 : 0.5)
  }

  /// The number over its column, or the sign of what is withheld, which no axis tells.
  private func label(_ row: Int, _ column: Int, _ numbers: NumberForm, _ kit: Kit) -> PlotLabel {
    let (slot, value) = (slot(row, column), rows[row].value(column))
    var label = PlotLabel(
      table.form(numbers, of: column).text(value), kit.theme.text.axis.colored(kit.theme.colors.ink),
      at: Datum((slot.lowerBound + slot.upperBound) / 2, max(value.finite?.value ?? 0, 0)), radius: 0,
      hasLeader: false)
    (label.side, label.isOptional) = (.above, value.value != nil)
    return label
  }

  // MARK: Words

  public func subtitle(language: Language) -> String? { table.form(rows, columns, language).axisTitle }

  public func alternative(language: Language) -> String {
    let facts = TableFacts(table, rows: rows, language: language)
    let label = language.list(columns.map { table.spoken($0, names, facts.say) })
    return TableFacts.text(
      facts.subject(.barChart, label: label), facts.extremes(of: columns.count > 1 ? name(0) : nil),
      facts.hidden)
  }

  public func reading(language: Language) -> String? {
    let facts = TableFacts(table, rows: rows, language: language)
    guard let first = facts.ranked.first, let amount = facts.values(of: first.member, columns, names)
    else {
      return nil
    }
    return facts.say.say(.linesEndNow, ["name": first.member.label, "amount": amount])
  }
}
