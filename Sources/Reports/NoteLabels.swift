import Diagnostics

/// The labels of a text's footnotes, as they stand in its source: what the Markdown library passes over in silence
/// is found here.
struct NoteLabels {
  /// `nil` where the source has no footnotes.
  private let lines: SourceLines?
  /// The lines before the text.
  private let offset: Int
  private var skipped: [ClosedRange<Int>] = []
  private var used: [Int] = []
  private var missing: [Diagnostic] = []

  init(_ source: SourceFile, after offset: Int) {
    self.offset = offset
    lines = source.text.firstRange(of: "[^") == nil ? nil : SourceLines(source)
  }

  /// Lines of code hold no notes.
  mutating func skip(_ code: ClosedRange<Int>) { skipped.append(code) }

  /// Notes that the definition on a line is called. Returns the place of its label.
  mutating func use(_ line: Int) -> Span? {
    used.append(line)
    return definition(line)?.span
  }

  /// Notes the calls that were left in a text of this line, because nothing answers them.
  mutating func noteCalls(in text: String, line: Int) {
    guard let lines, text.firstRange(of: "[^") != nil else { return }
    for label in Self.labels(in: lines[line]) where text.firstRange(of: label.text) != nil {
      missing.append(Messages.missingNote(label))
    }
  }

  /// All that is wrong, once the whole text is read.
  func findings() -> [Diagnostic] {
    guard let lines, offset < lines.count else { return missing }
    let known = Set(used.compactMap { definition($0)?.text })
    let idle = (offset + 1...lines.count).filter { line in
      !used.contains(line) && !skipped.contains { $0.contains(line) }
    }
    return missing
      + idle.compactMap(definition).map { label in
        known.contains(label.text) ? Messages.noteTwice(label) : Messages.unusedNote(label)
      }
  }

  /// The label of `[^label]: …`, if the line starts with one.
  private func definition(_ line: Int) -> Fence.Word? {
    guard let word = lines?[line].trimmed, word.text.hasPrefix("[^"),
      let label = Self.labels(in: word).first, word.dropping(label.text.utf8.count).text.hasPrefix(":")
    else { return nil }
    return label
  }

  /// Every `[^label]` of a line that is not escaped.
  private static func labels(in line: Fence.Word) -> [Fence.Word] {
    let bytes = Array(line.text.utf8)
    return bytes.indices.dropLast().compactMap { start in
      guard bytes[start] == UInt8(ascii: "["), bytes[start + 1] == UInt8(ascii: "^"),
        start == 0 || bytes[start - 1] != UInt8(ascii: "\\"),
        let end = bytes[start...].firstIndex(of: UInt8(ascii: "]")), end > start + 2
      else { return nil }
      return line.slice(start..<(end + 1))
    }
  }
}
