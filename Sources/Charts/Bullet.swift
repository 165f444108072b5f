import Figures
import Geometry
import Language
import Pages
import Quantities
import Statistics
import Typesetting

/// A bar against its target: the first column as a bar, the second as a tick, ranges as the ground behind.
///
/// After Stephen Few, "Bullet Graph Design Specification" (2006); zero is always on the axis.
public struct Bullet: Sendable {
  let table: Tabulation
  let rows: [Tabulation.Row]
  let names: [String]
  let ranges: [Double]

  /// How many bounds the shades of the ground are enough for.
  public static let mostRanges = 3

  /// - Parameter ranges: bounds of the ground's shades, ascending.
  public init(_ table: Tabulation, names: [String] = [], ranges: [Double] = []) {
    (self.table, self.names) = (table, names)
    self.ranges = ranges.filter { $0.isFinite && $0 > 0 }.sorted()
      .prefix(Self.mostRanges).map(\.self)
    rows = table.drawn
  }

  private var columns: Range<Int> { 0..<min(2, table.columns.count) }

  private func name(_ column: Int) -> String {
    if names.indices.contains(column) { return names[column] }
    return table.columns.indices.contains(column) ? table.columns[column].label : ""
  }
}

extension Bullet: RowPicture {
  public var tables: [Tabulation] { [table.naming(names)] }

  public func naturalHeight(width: Length, kit: Kit) throws -> Length {
    try plot(kit).height(width: width, kit: kit)
  }

  public func frame(size: Size, kit: Kit) throws -> Frame { try plot(kit).frame(size: size, kit: kit) }

  private func plot(_ kit: Kit) -> RowPlot {
    let numbers = table.form(rows, columns, kit.language)
    let axis = NumberAxis(table.numbers(rows, columns) + ranges, numbers: numbers, tight: true, count: 4)
    let (style, small) = (kit.theme.text.rowLabel, kit.theme.text.axis)
    let figures = columns.map { column in
      RowGrid.Column(
        name(column), small.weight(column == 0 ? 600 : 400),
        rows.map { table.form(numbers, of: column).text($0.value(column)) },
        style.weight(column == 0 ? 600 : 400), rank: column, kit: kit)
    }
    let grid = RowGrid(rows.map { RowGrid.Row($0, kit.language) }, figures, pitch: 17)
    var plot = RowPlot(grid, axis: axis, marks: rows.indices.flatMap { marks($0, axis, kit) })
    plot.legend = [
      LegendEntry(.color(kit.theme.colors.blue), kit.language.typography(name(0))),
      LegendEntry(.color(kit.theme.colors.accent), kit.language.typography(name(1)), shape: .tick),
    ]
    plot.legend += shades(axis, kit).map { LegendEntry(.color($0.color), classes($0.span, numbers, kit)) }
    return plot
  }

  /// The stretches of the ground between the bounds, each with its shade.
  private func shades(_ axis: NumberAxis, _ kit: Kit) -> [(span: ClosedRange<Double>, color: Color)] {
    let colors = kit.theme.colors
    guard !ranges.isEmpty else { return [] }
    let bounds = [0] + ranges.filter { $0 < axis.domain.upperBound } + [axis.domain.upperBound]
    let shades = [colors.rule, colors.hair, colors.band, colors.vellum]
    return zip(zip(bounds, bounds.dropFirst()), shades).map { ($0.0...$0.1, $1) }
  }

  /// "moins de 200", "de 200 à moins de 400", "400 et plus": what a shade stands for.
  private func classes(_ span: ClosedRange<Double>, _ numbers: NumberForm, _ kit: Kit) -> String {
    let low = ranges.contains(span.lowerBound) ? numbers.bound(span.lowerBound) : nil
    let high = ranges.contains(span.upperBound) ? numbers.bound(span.upperBound) : nil
    return kit.language.interval(from: low, to: high)
  }

  private func marks(_ index: Int, _ axis: NumberAxis, _ kit: Kit) -> [Mark] {
    let (y, colors) = (Double(index), kit.theme.colors)
    let ground = shades(axis, kit).map { shade in
      Mark.bar(Datum(shade.span.lowerBound, y), Datum(shade.span.upperBound, y), thickness: 12, shade.color)
    }
    return ground + [
      .bar(Datum(0, y), Datum(rows[index].value(0).number, y), thickness: 5, colors.blue),
      .tick(Datum(rows[index].value(1).number, y), length: 11, width: 2, colors.accent),
    ]
  }

  // MARK: Words

  public func subtitle(language: Language) -> String? { table.form(rows, columns, language).axisTitle }

  public func alternative(language: Language) -> String {
    let facts = TableFacts(table, rows: rows, language: language)
    let label = facts.say.say(.dumbbellLabel, ["own": name(0), "other": name(1)])
    let reached = both.filter { $0.value(0).number >= $0.value(1).number }.count
    let count = facts.say.say(
      .bulletReached, ["count": String(reached), "total": String(both.count), "target": name(1)])
    return TableFacts.text(
      facts.subject(.bulletChart, label: label), facts.extremes(of: name(0)), both.isEmpty ? nil : count,
      facts.hidden)
  }

  private var both: [Tabulation.Row] {
    rows.filter { $0.value(0).finite != nil && $0.value(1).finite != nil }
  }

  public func reading(language: Language) -> String? {
    guard let row = both.first, let value = row.value(0).finite, let target = row.value(1).finite else {
      return nil
    }
    let facts = TableFacts(table, rows: rows, language: language)
    return facts.say.say(
      .bulletReading,
      [
        "row": row.member.label, "amount": facts.phrase(value, of: 0), "name": name(0),
        "target": facts.phrase(target, of: 1), "other": name(1),
      ])
  }
}
