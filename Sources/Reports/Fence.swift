import Diagnostics

/// A fenced block: its kind and perhaps its title, `key: rest of the line, verbatim`, then, after an empty line,
/// Markdown.
struct Fence: Sendable {
  struct Field: Sendable {
    var key: Word
    var value: Word
  }

  /// A piece of the source with its place.
  struct Word: Hashable, Sendable {
    var text: String
    var span: Span
  }

  var kind: Word
  /// What stands after the kind on the opening line: the key `title` by another way.
  var title: Word?
  var fields: [Field]
  /// Where the Markdown part starts and ends in the source, if there is one.
  var body: Range<Int>?
  /// The first line of the Markdown part that is not empty.
  var text: Word?

  /// Reads the fence that opens at this line of the source.
  ///
  /// The fence is read again from the source, because positions and `{{ … }}` are exact there.
  init(_ source: SourceFile, openedAt line: Int) throws {
    let lines = SourceLines(source)
    let opening = lines[line]
    let mark = opening.text.prefix { $0 == "`" || $0 == "~" }
    let info = opening.dropping(mark.utf8.count).trimmed
    kind = info.keeping(
      info.text.utf8.firstIndex(of: 0x20).map { info.text.utf8.distance(from: info.text.startIndex, to: $0) }
        ?? info.text.utf8.count)
    let rest = info.dropping(kind.text.utf8.count).trimmed
    title = rest.text.isEmpty ? nil : rest
    fields = []
    var collector = Collector()
    var at = line + 1
    while at <= lines.count, !lines[at].closes(String(mark)), !lines[at].trimmed.text.isEmpty {
      try collector.attempt { fields.append(try Self.field(lines[at])) }
      at += 1
    }
    let start = at
    while at <= lines.count, !lines[at].closes(String(mark)) { at += 1 }
    if start < at {
      let end = at <= lines.count ? lines[at].span.range.lowerBound : source.text.utf8.count
      body = lines[start].span.range.lowerBound..<end
      text = (start..<at).lazy.map { lines[$0].trimmed }.first { !$0.text.isEmpty }
    }
    try collector.check()
  }

  private static func field(_ line: Word) throws -> Field {
    guard let colon = line.text.utf8.firstIndex(of: 0x3A) else {
      throw Failure(Messages.noColon(line.trimmed))
    }
    let width = line.text.utf8.distance(from: line.text.utf8.startIndex, to: colon)
    return Field(key: line.keeping(width).trimmed, value: line.dropping(width + 1).trimmed)
  }
}

extension Fence.Word {
  func dropping(_ bytes: Int) -> Fence.Word { slice(bytes..<text.utf8.count) }
  func keeping(_ bytes: Int) -> Fence.Word { slice(0..<bytes) }

  func slice(_ range: Range<Int>) -> Fence.Word {
    let utf8 = Array(text.utf8)
    let start = span.range.lowerBound + range.lowerBound
    return Fence.Word(
      text: String(decoding: utf8[range], as: UTF8.self), span: Span(span.file, start..<(start + range.count))
    )
  }

  /// Without the spaces around it.
  var trimmed: Fence.Word {
    let bytes = Array(text.utf8)
    let isSpace: (UInt8) -> Bool = { $0 == 0x20 || $0 == 0x09 || $0 == 0x0D }
    let start = bytes.firstIndex { !isSpace($0) } ?? bytes.count
    let end = bytes.lastIndex { !isSpace($0) }.map { $0 + 1 } ?? start
    return slice(start..<max(start, end))
  }

  /// The pieces between separators, each trimmed.
  func split(_ separator: Character) -> [Fence.Word] {
    guard let byte = separator.asciiValue else { return [self] }
    let bytes = Array(text.utf8)
    var pieces: [Fence.Word] = []
    var start = 0
    for at in bytes.indices where bytes[at] == byte {
      pieces.append(slice(start..<at).trimmed)
      start = at + 1
    }
    return pieces + [slice(start..<bytes.count).trimmed]
  }

  func closes(_ mark: String) -> Bool {
    let line = trimmed.text
    return line.count >= mark.count && !line.isEmpty && line.allSatisfy { $0 == mark.first }
  }
}

/// The lines of a source, counted from 1.
struct SourceLines {
  private let source: SourceFile
  private let ranges: [Range<Int>]
  private let bytes: [UInt8]

  init(_ source: SourceFile) {
    self.source = source
    bytes = Array(source.text.utf8)
    var ranges: [Range<Int>] = []
    var start = 0
    for at in bytes.indices where bytes[at] == 0x0A {
      ranges.append(start..<at)
      start = at + 1
    }
    self.ranges = ranges + [start..<bytes.count]
  }

  var count: Int { ranges.count }

  /// What to say where the fence that opens at this line runs into the next one or the end of the text: Markdown
  /// would take all up to there for its content.
  func unclosedFence(openedAt line: Int) -> Diagnostic? {
    let opening = self[line].trimmed
    let mark = String(opening.text.prefix { $0 == "`" || $0 == "~" })
    // Indented code has no fence; that it is no block is said elsewhere.
    guard mark.count >= 3 else { return nil }
    for next in (line + 1)..<(count + 1) {
      let word = self[next].trimmed
      if word.closes(mark) { return nil }
      if word.text.hasPrefix(mark) { return Messages.unclosedBlock(opening, mark, before: next) }
    }
    return Messages.unclosedBlock(opening, mark, before: nil)
  }

  subscript(line: Int) -> Fence.Word {
    let range = ranges[line - 1]
    return Fence.Word(text: String(decoding: bytes[range], as: UTF8.self), span: Span(source, range))
  }
}
