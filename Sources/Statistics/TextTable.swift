import Diagnostics
import Settings

/// A small table of texts read whole: a nomenclature. Large tables of figures are read by columns instead.
public struct TextTable: Sendable {
  public struct Row: Sendable {
    /// 1-based, where the row starts in the file.
    public let line: Int
    let fields: [String]
  }

  public let path: String
  public let header: [String]
  public let rows: [Row]

  /// Reads comma-separated values (RFC 4180) whose first line names the columns.
  ///
  /// Throws `cannot-read`, `not-utf8`, `empty-table`, `ragged-row`, and what is wrong with quotes.
  public init(path: String) throws {
    let bytes = try fileBytes(path)
    try checkUTF8(bytes, path: path)
    self.path = path
    (header, rows) = try bytes.withUnsafeBufferPointer { buffer in
      var csv = CSVReader(buffer, path: path)
      var row = csv.emptyRow()
      guard try csv.next(&row) else { throw Failure(Messages.emptyTable(path)) }
      let header = (0..<row.count).map { row.text($0) }
      var rows: [Row] = []
      while try csv.next(&row) {
        guard row.count == header.count else {
          throw Failure(Messages.raggedRow(row, expected: header.count))
        }
        rows.append(Row(line: row.line, fields: header.indices.map { row.text($0) }))
      }
      return (header, rows)
    }
  }

  /// The texts of a column, a row each. Throws `missing-column`.
  public func column(_ name: String) throws -> [String] {
    guard let index = header.firstIndex(of: name) else {
      let line = header.joined(separator: ",")
      throw Failure(Messages.missingColumn(name, path: path, header: line, known: header))
    }
    return rows.map { $0.fields[index] }
  }
}
