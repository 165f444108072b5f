import Diagnostics
import Settings

/// The numbers of one column of a table, in its order.
public struct NumericColumn: Hashable, Sendable {
  public let values: [Double]

  /// Reads comma-separated values with a header. Empty cells, `NA`, and what is published as `s` or `nd` count as no
  /// value. Of the table of a figure, its members alone count, unless a filter asks for other rows.
  ///
  /// - Parameter filters: names of columns with the text that a row must hold there.
  /// - Throws: `unknown-column`, `not-a-number` (each cell that is none), `no-values`.
  public init(_ name: String, of path: String, where filters: [(column: String, text: String)] = []) throws {
    let bytes = try fileBytes(path)
    values = try bytes.withUnsafeBufferPointer { buffer in
      var reader = CSVReader(buffer, path: path)
      var row = reader.emptyRow()
      let header = try reader.next(&row) ? (0..<row.count).map(row.text) : []
      let filters = filters + Self.members(header, unless: filters)
      var collector = Collector()
      // A name that is copied from the first line of a file may hold the end of that line.
      let name = name.last == "\r" ? String(name.dropLast()) : name
      let places = ([name] + filters.map(\.column)).map { column in
        let place = header.firstIndex(of: column)
        if place == nil { collector.add(Messages.unknownColumn(column, path: path, known: header)) }
        return place ?? 0
      }
      try collector.check()
      let conditions = zip(places.dropFirst(), filters.map(\.text))
      var values: [Double] = []
      while try reader.next(&row) {
        guard conditions.allSatisfy({ row.text($0) == $1 }) else { continue }
        try collector.attempt { try Self.number(row, places[0]).map { values.append($0) } }
      }
      if values.isEmpty, !collector.hasErrors { collector.add(Messages.noNumbers(name, path: path)) }
      try collector.check()
      return values
    }
  }

  /// The table that comes with a figure tells in `row` which rows are sums of others.
  private static func members(_ header: [String], unless filters: [(column: String, text: String)])
    -> [(column: String, text: String)]
  {
    let isOfFigure = header.starts(with: ["level", "code", "label", "row"])
    return isOfFigure && !filters.contains { $0.column == "row" } ? [("row", "member")] : []
  }

  private static func number(_ row: CSVRow, _ column: Int) throws -> Double? {
    let text = row.text(column)
    if ["", "NA", "s", "nd"].contains(text) { return nil }
    guard let number = row.bytes(column).flatMap(decimalNumber), number.isFinite else {
      throw Failure(Messages.notANumber(text, at: row.place(column: column)))
    }
    return number
  }
}
