/// A text that a user wrote, with its path, so that errors can point into it.
public final class SourceFile: Sendable {
  /// As the user named it: relative paths stay relative.
  public let path: String
  public let text: String

  public init(path: String, text: String) {
    self.path = path
    self.text = text
  }
}

extension SourceFile: Hashable {
  public static func == (a: SourceFile, b: SourceFile) -> Bool {
    a === b || (a.path == b.path && a.text == b.text)
  }
  public func hash(into hasher: inout Hasher) { hasher.combine(path) }
}

/// A stretch of a source file, in UTF-8 bytes from its start; the upper end is not included.
public struct Span: Hashable, Sendable {
  public let file: SourceFile
  public let range: Range<Int>

  public init(_ file: SourceFile, _ range: Range<Int>) {
    self.file = file
    self.range = range
  }

  /// A span of `length` bytes at a 1-based line and column (columns in characters).
  public init(_ file: SourceFile, line: Int, column: Int, length: Int = 1) {
    let lines = file.text.utf8.split(separator: 0x0A, maxSplits: line, omittingEmptySubsequences: false)
    guard line >= 1, line <= lines.count else {
      let end = file.text.utf8.count
      self.init(file, end..<end)
      return
    }
    let row = lines[line - 1]
    let start = file.text.utf8.distance(from: file.text.utf8.startIndex, to: row.startIndex)
    let lead = String(Substring(row)).prefix(max(0, column - 1)).utf8.count
    self.init(file, (start + lead)..<(start + lead + length))
  }

  /// The first place of a text from here to the end of the file.
  public func first(of text: String) -> Span? {
    let (bytes, wanted) = (Array(file.text.utf8), Array(text.utf8))
    guard !wanted.isEmpty, range.lowerBound + wanted.count <= bytes.count else { return nil }
    return (range.lowerBound...(bytes.count - wanted.count)).first { bytes[$0...].starts(with: wanted) }
      .map { Span(file, $0..<($0 + wanted.count)) }
  }

  /// The 1-based line and column (in characters) of the start, and the text of that line.
  public var position: (line: Int, column: Int, text: String) {
    let bytes = file.text.utf8
    let offset = min(range.lowerBound, bytes.count)
    let at = bytes.index(bytes.startIndex, offsetBy: offset)
    let start = bytes[..<at].lastIndex(of: 0x0A).map { bytes.index(after: $0) } ?? bytes.startIndex
    let end = bytes[at...].firstIndex(of: 0x0A) ?? bytes.endIndex
    let line = bytes[..<start].reduce(1) { $1 == 0x0A ? $0 + 1 : $0 }
    var text = String(file.text[start..<end])
    if text.last == "\r" { text.removeLast() }
    return (line, file.text[start..<at].count + 1, text)
  }
}
