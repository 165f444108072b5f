import Diagnostics

/// A row of a table, with its place in the file.
struct CSVRow {
  let reader: UnsafeBufferPointer<UInt8>
  let path: String
  /// 1-based line where the row starts.
  var line = 1
  /// Byte ranges of the fields; quotes are inside, escapes not undone.
  var fields: [Range<Int>] = []
  var start = 0
  var end = 0

  var count: Int { fields.count }

  /// The bytes of a field without its quotes; `nil` where the row is too short.
  func bytes(_ index: Int) -> UnsafeBufferPointer<UInt8>? {
    guard index < fields.count else { return nil }
    var range = fields[index]
    if range.count >= 2, reader[range.lowerBound] == 0x22 {
      range = (range.lowerBound + 1)..<(range.upperBound - 1)
    }
    return UnsafeBufferPointer(rebasing: reader[range])
  }

  /// The text of a field, doubled quotes undone.
  func text(_ index: Int) -> String {
    guard let bytes = bytes(index) else { return "" }
    let text = String(decoding: bytes, as: UTF8.self)
    guard text.utf8.contains(0x22) else { return text }
    var result: [UInt8] = []
    var afterQuote = false
    for byte in text.utf8 {
      if byte == 0x22, afterQuote {
        afterQuote = false
        continue
      }
      afterQuote = byte == 0x22
      result.append(byte)
    }
    return String(decoding: result, as: UTF8.self)
  }

  /// Where field `column` (0-based) stands; behind the row where it has no such field.
  func place(column: Int) -> Diagnostic.Place {
    let range = column < fields.count ? fields[column] : end..<end
    return CSVPlace(bytes: reader, path: path, from: start, line: line).place(of: range)
  }
}

/// Finds the line of a place: a row goes over several where a quoted field holds newlines.
private struct CSVPlace {
  let bytes: UnsafeBufferPointer<UInt8>
  let path: String
  /// Where a row starts, and its 1-based line.
  let from: Int
  let line: Int

  func place(of range: Range<Int>) -> Diagnostic.Place {
    let before = bytes[from..<range.lowerBound]
    let start = before.lastIndex(of: 0x0A).map { $0 + 1 } ?? from
    let end = bytes[range.lowerBound...].firstIndex { $0 == 0x0A || $0 == 0x0D } ?? bytes.count
    return .row(
      path: path, line: line + before.count { $0 == 0x0A }, column: text(start..<range.lowerBound).count + 1,
      width: max(1, text(range.lowerBound..<min(range.upperBound, end)).count), text: text(start..<end))
  }

  private func text(_ range: Range<Int>) -> String { String(decoding: bytes[range], as: UTF8.self) }
}

/// Reads comma-separated values (RFC 4180): quotes, doubled quotes, newlines in quotes, CRLF, byte-order mark.
struct CSVReader {
  private let bytes: UnsafeBufferPointer<UInt8>
  private let path: String
  private var at = 0
  private var line = 1

  init(_ bytes: UnsafeBufferPointer<UInt8>, path: String) {
    self.bytes = bytes
    self.path = path
    if bytes.count >= 3, bytes[0] == 0xEF, bytes[1] == 0xBB, bytes[2] == 0xBF { at = 3 }
  }

  /// The whole of the line that starts at this byte.
  static func place(ofLineAt start: Int, in bytes: UnsafeBufferPointer<UInt8>, path: String)
    -> Diagnostic.Place
  {
    CSVPlace(bytes: bytes, path: path, from: 0, line: 1).place(of: start..<bytes.count)
  }

  func emptyRow() -> CSVRow { CSVRow(reader: bytes, path: path) }

  /// Reads the next row into `row`, using its storage again; `false` at the end. Empty lines are passed over.
  mutating func next(_ row: inout CSVRow) throws -> Bool {
    while at < bytes.count, bytes[at] == 0x0A || bytes[at] == 0x0D {
      if bytes[at] == 0x0A { line += 1 }
      at += 1
    }
    guard at < bytes.count else { return false }
    row.fields.removeAll(keepingCapacity: true)
    row.line = line
    row.start = at
    var start = at
    while at < bytes.count {
      let byte = bytes[at]
      if byte == 0x2C {
        row.fields.append(start..<at)
        start = at + 1
      } else if byte == 0x0A {
        break
      } else if byte == 0x22 {
        try skipQuoted(of: row, opensField: at == start)
        continue
      }
      at += 1
    }
    let end = at > start && at > 0 && bytes[at - 1] == 0x0D ? at - 1 : at
    row.fields.append(start..<max(start, end))
    row.end = max(row.start, end)
    if at < bytes.count { at += 1 }
    line += 1
    return true
  }

  /// Moves behind the closing quote of the field that opens here; nothing else of the field may follow.
  private mutating func skipQuoted(of row: CSVRow, opensField: Bool) throws {
    let opened = CSVPlace(bytes: bytes, path: path, from: row.start, line: row.line).place(of: at..<(at + 1))
    guard opensField else { throw Failure(Messages.strayQuote(at: opened)) }
    at += 1
    while at < bytes.count {
      if bytes[at] == 0x0A { line += 1 }
      if bytes[at] == 0x22 {
        if at + 1 < bytes.count, bytes[at + 1] == 0x22 {
          at += 2
          continue
        }
        at += 1
        let ends = at == bytes.count || bytes[at] == 0x2C || bytes[at] == 0x0A || bytes[at] == 0x0D
        guard ends else { throw Failure(Messages.strayQuote(at: opened)) }
        return
      }
      at += 1
    }
    throw Failure(Messages.unclosedQuote(at: opened))
  }
}

/// Reads `1234.5`, `-0.25`; `nil` for anything else. Exact for up to 15 digits and 22 decimals.
func decimalNumber(_ bytes: UnsafeBufferPointer<UInt8>) -> Double? {
  var mantissa: UInt64 = 0
  var decimals = 0
  var digits = 0
  var seenPoint = false
  var index = 0
  let negative = bytes.first == 0x2D
  if negative { index = 1 }
  while index < bytes.count {
    let byte = bytes[index]
    if byte == 0x2E, !seenPoint {
      seenPoint = true
    } else if byte >= 0x30, byte <= 0x39 {
      mantissa = mantissa &* 10 &+ UInt64(byte &- 0x30)
      digits += 1
      if seenPoint { decimals += 1 }
    } else if byte == 0x65 || byte == 0x45 {
      return Double(String(decoding: bytes, as: UTF8.self))
    } else {
      return nil
    }
    index += 1
  }
  guard digits > 0 else { return nil }
  // Both operands are exact below 2^53 and 10^22, so one division rounds correctly (Clinger 1990).
  guard digits <= 15, decimals <= 22 else { return Double(String(decoding: bytes, as: UTF8.self)) }
  let value = Double(mantissa) / powersOfTen[decimals]
  return negative ? -value : value
}

private let powersOfTen: [Double] = (0...22).map { exponent in (0..<exponent).reduce(1.0) { p, _ in p * 10 } }
