import Quantities
import Statistics

/// Series as a table: one row a day, one column a series.
public enum SeriesTable {
  /// The level of rows that are days.
  public static let level = "day"

  /// A day on which a series says nothing is not available there.
  static func table(_ lines: [(name: String, series: Series)]) -> Tabulation? {
    guard let first = lines.first else { return nil }
    let dates = Set(lines.flatMap { $0.series.points.map(\.date) }).sorted()
    let known = lines.map { line in
      Dictionary(line.series.points.map { ($0.date, $0.value) }) { first, _ in first }
    }
    let rows = dates.map { date in
      Tabulation.Row(
        member: Member(level: level, code: date.iso, label: date.iso),
        values: known.map { $0[date] ?? .unavailable })
    }
    let columns = lines.map { line in
      var column = line.series.column
      if !line.name.isEmpty { (column.label, column.name) = (line.name, line.name) }
      return column
    }
    return Tabulation(columns: columns, rows: rows, snapshot: first.series.snapshot)
  }
}

extension FlowChart {
  public var tables: [Tabulation] { [SeriesTable.table([("", series)])].compactMap(\.self) }
}
extension CoverBars {
  public var tables: [Tabulation] { [SeriesTable.table([("", series)])].compactMap(\.self) }
}
extension Sparkline {
  public var tables: [Tabulation] { [SeriesTable.table([("", series)])].compactMap(\.self) }
}
extension StackedBars { public var tables: [Tabulation] { [table] } }
extension Histogram { public var tables: [Tabulation] { [table] } }
