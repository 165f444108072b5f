import Diagnostics
import Settings

/// The numbers of one column of a table, in its order.
public struct NumericColumn: Hashable, Sendable {
  public let values: [Double]

  /// Reads comma-separated values with a header. Empty cells and `NA` count as no value.
  ///
  /// - Parameter filters: names of columns with the text that a row must hold there.
  /// - Throws: `unknown-column`, `not-a-number` (each cell that is none), `no-values`.
  public init(_ name: String, of path: String, where filters: [(column: String, text: String)] = []) throws {
    let bytes = try fileBytes(path)
    values = try bytes.withUnsafeBufferPointer { buffer in
      var reader = CSVReader(buffer, path: path)
      var row = reader.emptyRow()
      let header = try reader.next(&row) ? (0..<row.count).map(row.text) : []
      var collector = Collector()
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

  private static func number(_ row: CSVRow, _ column: Int) throws -> Double? {
    let text = row.text(column)
    if text.isEmpty || text == "NA" { return nil }
    guard let number = row.bytes(column).flatMap(decimalNumber), number.isFinite else {
      throw Failure(Messages.notANumber(text, at: row.place(column: column)))
    }
    return number
  }
}
