import Figures
import Geometry
import Language
import Pages
import Quantities
import Statistics
import Typesetting

/// One row a member, one dot a measure, all on one axis that need not start at zero.
public struct DotPlot: Sendable {
  let table: Tabulation
  let rows: [Tabulation.Row]
  let names: [String]
  let highlight: [String]
  let scale: NumberAxis.Form
  let references: [Reference]
  let bands: [Band]
  /// What a median and a mean are of: every row, also those that are not shown.
  private let whole: Tabulation

  /// - Parameter compared: all rows where `table` holds some of them alone.
  public init(
    _ table: Tabulation, names: [String] = [], highlight: [String] = [], scale: NumberAxis.Form = .linear,
    references: [Reference] = [], bands: [Band] = [], compared: Tabulation? = nil
  ) {
    whole = compared ?? table
    (self.table, self.names, self.highlight) = (table, names, highlight)
    (self.scale, self.references, self.bands) = (scale, references, bands)
    rows = table.drawn
  }

  private var columns: Range<Int> { 0..<min(table.columns.count, 5) }

  private func name(_ column: Int) -> String {
    names.indices.contains(column) ? names[column] : table.columns[column].label
  }
}

extension DotPlot: RowPicture {
  public var tables: [Tabulation] { [table.naming(names)] }

  public var coloredSeries: [String] { columns.count > 1 ? columns.map(name) : [] }

  public func naturalHeight(width: Length, kit: Kit) throws -> Length {
    try plot(kit).height(width: width, kit: kit)
  }

  public func frame(size: Size, kit: Kit) throws -> Frame { try plot(kit).frame(size: size, kit: kit) }

  private func plot(_ kit: Kit) -> RowPlot {
    let numbers = table.form(rows, columns, kit.language)
    let values = table.numbers(rows, columns)
    let compared = whole.numbers(whole.drawn, 0..<1)
    let all = values + references.compactMap { $0.value(compared) } + bands.flatMap(\.ends)
    let axis = NumberAxis(
      all, numbers: numbers, form: scale, origin: isNearZero(values), tight: true, count: 4)
    let style = kit.theme.text.rowLabel
    let figures = columns.map { column in
      RowGrid.Column(
        columns.count == 1 ? numbers.unitLabel : name(column), kit.theme.text.axis,
        rows.map { table.form(numbers, of: column).text($0.value(column)) }, style, rank: column, kit: kit)
    }
    let grid = RowGrid(
      rows.map { RowGrid.Row($0, isStrong: highlight.contains($0.member.code), kit.language) }, figures)
    var plot = RowPlot(grid, axis: axis, marks: rows.indices.flatMap { marks($0, axis, kit) })
    if columns.count > 1 {
      plot.legend = columns.map { LegendEntry(.color(color($0, kit)), kit.language.typography(name($0))) }
    }
    plot.bands = bands.map { $0.column(numbers, kit) }
    plot.references = references.compactMap { $0.line(compared, numbers, kit) }
    return plot
  }

  /// Zero is shown where leaving it out would not help.
  private func isNearZero(_ values: [Double]) -> Bool {
    guard let low = values.min(), let high = values.max() else { return true }
    return low * high <= 0 || min(low.magnitude, high.magnitude) * 3 < max(low.magnitude, high.magnitude)
  }

  private func color(_ column: Int, _ kit: Kit) -> Color {
    columns.count > 1
      ? kit.color(of: name(column), at: column) : kit.theme.colors.categorical.first ?? kit.theme.colors.blue
  }

  private func marks(_ index: Int, _ axis: NumberAxis, _ kit: Kit) -> [Mark] {
    let (row, y) = (rows[index], Double(index))
    let strong = highlight.contains(row.member.code)
    let ends = [axis.domain.lowerBound, axis.domain.upperBound]
    let line = Mark.link(Datum(ends[0], y), Datum(ends[1], y), Pen(kit.theme.colors.hair, 0.4))
    return [line]
      + columns.map { column in
        let value = row.value(column).number
        let drawn = scale == .log && value <= 0 ? Double.nan : value
        let color = strong && columns.count == 1 ? kit.theme.colors.accent : color(column, kit)
        return .dot(Datum(drawn, y), radius: 3, color, open: false)
      }
  }

  // MARK: Words

  public func subtitle(language: Language) -> String? {
    table.form(rows, columns, language).axisTitle + Sentences(language).suffix(scale)
  }

  public func alternative(language: Language) -> String {
    let facts = TableFacts(table, rows: rows, language: language)
    let label = language.list(columns.map { table.spoken($0, names, facts.say) })
    return TableFacts.text(
      facts.subject(.dotChart, label: label), facts.extremes(of: columns.count > 1 ? name(0) : nil),
      TableFacts(whole, rows: whole.drawn, language: language).middle, facts.hidden)
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
