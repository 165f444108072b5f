import Diagnostics
import Yams

extension Setting {
  /// Reads one YAML document.
  public static func parse(_ file: SourceFile) throws -> Setting {
    try parse(file, in: 0..<file.text.utf8.count)
  }

  /// Reads the YAML in a part of a file: the front matter of a report. Spans point into the whole file.
  public static func parse(_ file: SourceFile, in range: Range<Int>) throws -> Setting {
    let bytes = Array(file.text.utf8)
    let text = String(decoding: bytes[range], as: UTF8.self)
    let reader = YamlReader(file: file, bytes: bytes, lines: YamlReader.lineStarts(bytes, in: range))
    do {
      // `compose` only: `load` traps on some input, and marks live on nodes.
      guard let node = try Yams.compose(yaml: text, .basic) else {
        return Setting(.mapping([]), at: Span(file, range.lowerBound..<range.lowerBound))
      }
      return reader.setting(node)
    } catch let error as YamlError {
      throw Failure(reader.diagnostic(error))
    }
  }
}

/// Copies Yams' nodes into settings and its marks into spans.
struct YamlReader {
  let file: SourceFile
  /// Of the whole file.
  let bytes: [UInt8]
  /// Byte where each line of the YAML text starts in the file.
  let lines: [Int]

  static func lineStarts(_ bytes: [UInt8], in range: Range<Int>) -> [Int] {
    [range.lowerBound] + range.filter { bytes[$0] == 0x0A }.map { $0 + 1 }
  }

  func setting(_ node: Node) -> Setting {
    switch node {
    case .scalar(let scalar):
      let quoted = scalar.style == .singleQuoted || scalar.style == .doubleQuoted
      let length = scalar.string.prefix { !$0.isNewline }.utf8.count + (quoted ? 2 : 0)
      return Setting(.scalar(scalar.string, quoted: quoted), at: span(node.mark, length: length))
    case .sequence(let sequence):
      return Setting(.sequence(sequence.map(setting)), at: span(node.mark, length: 1))
    case .mapping(let mapping):
      let pairs = mapping.map { key, value in
        let name = key.string ?? ""
        return Setting.Pair(
          key: name, keySpan: span(key.mark, length: name.utf8.count), value: setting(value))
      }
      return Setting(.mapping(pairs), at: span(node.mark, length: 1))
    case .alias(let alias):
      return Setting(.scalar("*\(alias.anchor.rawValue)", quoted: false), at: span(node.mark, length: 1))
    }
  }

  /// Marks count lines and columns from 1, columns in scalars of the text.
  func span(_ mark: Mark?, length: Int) -> Span {
    guard let mark, mark.line >= 1, mark.line <= lines.count else {
      return Span(file, min(lines[0], bytes.count)..<min(lines[0], bytes.count))
    }
    let start = lines[mark.line - 1]
    let end = mark.line < lines.count ? lines[mark.line] : bytes.count
    let row = String(decoding: bytes[start..<max(start, end)], as: UTF8.self)
    let lead = String(String.UnicodeScalarView(row.unicodeScalars.prefix(max(0, mark.column - 1)))).utf8.count
    let at = min(start + lead, bytes.count)
    return Span(file, at..<min(at + max(1, length), bytes.count))
  }
}
