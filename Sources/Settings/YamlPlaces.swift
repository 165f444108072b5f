import Diagnostics

/// A place in a YAML text: its line and its column, in scalars; both counted from 1.
struct YamlMark {
  var line, column: Int
}

/// Turns marks of a YAML text into spans of its file.
struct YamlPlaces {
  let file: SourceFile
  /// Of the whole file.
  let bytes: [UInt8]
  /// Byte where each line of the YAML text starts in the file.
  let lines: [Int]

  init(_ file: SourceFile, _ bytes: [UInt8], in range: Range<Int>) {
    (self.file, self.bytes) = (file, bytes)
    lines = [range.lowerBound] + range.filter { bytes[$0] == 0x0A }.map { $0 + 1 }
  }

  var start: Span { Span(file, min(lines[0], bytes.count)..<min(lines[0], bytes.count)) }

  func span(_ mark: YamlMark, length: Int = 1) -> Span {
    guard mark.line <= lines.count else { return start }
    let line = lines[mark.line - 1]
    let end = mark.line < lines.count ? lines[mark.line] : bytes.count
    let row = String(decoding: bytes[line..<max(line, end)], as: UTF8.self)
    let lead = String(String.UnicodeScalarView(row.unicodeScalars.prefix(mark.column - 1))).utf8.count
    let at = min(line + lead, bytes.count)
    return Span(file, at..<min(at + max(1, length), bytes.count))
  }
}
