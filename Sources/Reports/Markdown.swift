internal import CCMark
import Diagnostics

/// A paragraph's content.
enum Inline: Hashable, Sendable {
  case text(String)
  /// `{{ … }}`: the n-th placeholder of the text.
  case placeholder(Int)
  case strong([Inline])
  case emphasis([Inline])
  case link(String, [Inline])
  case code(String)
  /// `[^…]`: calls the n-th note of the text.
  case note(Int)
}

/// A block of Markdown, with the 1-based line where it starts in its source.
indirect enum Element: Hashable, Sendable {
  case heading(level: Int, [Inline], line: Int)
  case paragraph([Inline], line: Int)
  case list([[Element]], ordered: Bool, line: Int)
  /// A fenced block: its info string and the lines between the fences.
  case fence(kind: String, body: String, line: Int)
}

/// A text split into Markdown and the placeholders found in it.
struct Markdown: Sendable {
  var elements: [Element]
  var placeholders: [Placeholder]
  /// In the order of their first calls.
  var notes: [Note]

  /// What stands between `{{` and `}}`, and where.
  struct Placeholder: Hashable, Sendable {
    var text: String
    var span: Span
  }

  /// What `[^label]: …` says, with the place of its label.
  struct Note: Hashable, Sendable {
    var paragraphs: [[Inline]]
    var span: Span
  }

  /// Reads CommonMark, with footnotes, from byte `start` of a source. Throws what it cannot set on paper: HTML, images,
  /// tables.
  init(_ source: SourceFile, from start: Int = 0) throws {
    var found = Collector()
    self.init(source, from: start, &found)
    try found.check()
  }

  /// As above, with what can be set of a text with mistakes; they are added to `found`. A block that is left open hides
  /// all that follows it.
  init(_ source: SourceFile, from start: Int = 0, _ found: inout Collector) {
    var scanner = PlaceholderScanner(source: source, start: start)
    let text = scanner.replaced()
    placeholders = scanner.placeholders
    let before = source.text.utf8.prefix(start).reduce(0) { $1 == 0x0A ? $0 + 1 : $0 }
    var reader = MarkdownReader(source: source, lineOffset: before)
    elements = reader.read(text)
    notes = reader.notes
    found.add(scanner.collector.diagnostics)
    found.add(reader.collector.diagnostics)
  }
}

/// Replaces each placeholder by one private-use character, so that Markdown leaves it alone.
struct PlaceholderScanner {
  static let base: UInt32 = 0xF0000

  let source: SourceFile
  let start: Int
  var placeholders: [Markdown.Placeholder] = []
  private(set) var collector = Collector()

  init(source: SourceFile, start: Int) {
    self.source = source
    self.start = start
  }

  mutating func replaced() -> String {
    let bytes = Array(source.text.utf8)
    var output: [UInt8] = []
    var at = start
    while at < bytes.count {
      guard bytes[at] == 0x7B, at + 1 < bytes.count, bytes[at + 1] == 0x7B else {
        output.append(bytes[at])
        at += 1
        continue
      }
      guard let end = closing(bytes, after: at) else {
        collector.add(Messages.unclosedPlaceholder(at: Span(source, at..<(at + 2))))
        at += 2
        continue
      }
      let inner = (at + 2)..<end
      placeholders.append(trimmed(bytes, inner))
      if let scalar = Unicode.Scalar(Self.base + UInt32(placeholders.count - 1)) {
        output += Array(String(Character(scalar)).utf8)
      }
      at = end + 2
    }
    return String(decoding: output, as: UTF8.self)
  }

  private func closing(_ bytes: [UInt8], after open: Int) -> Int? {
    var at = open + 2
    while at + 1 < bytes.count, bytes[at] != 0x0A {
      if bytes[at] == 0x7D, bytes[at + 1] == 0x7D { return at }
      at += 1
    }
    return nil
  }

  private func trimmed(_ bytes: [UInt8], _ range: Range<Int>) -> Markdown.Placeholder {
    var range = range
    while let first = range.first, bytes[first] == 0x20 { range = (first + 1)..<range.upperBound }
    while let last = range.last, bytes[last] == 0x20 { range = range.lowerBound..<last }
    let text = String(decoding: bytes[range], as: UTF8.self)
    return Markdown.Placeholder(text: text, span: Span(source, range))
  }
}

/// Walks the tree that cmark-gfm makes and copies it into values.
struct MarkdownReader {
  let source: SourceFile
  let lineOffset: Int
  private let lines: SourceLines
  private(set) var notes: [Markdown.Note] = []
  private(set) var collector = Collector()
  private var labels: NoteLabels
  /// The line where the first block opens that is not closed.
  private var unclosed: Int?

  init(source: SourceFile, lineOffset: Int) {
    self.source = source
    self.lineOffset = lineOffset
    lines = SourceLines(source)
    labels = NoteLabels(source, after: lineOffset)
  }

  mutating func read(_ text: String) -> [Element] {
    let root = text.withCString { cmark_parse_document($0, text.utf8.count, CMARK_OPT_FOOTNOTES) }
    guard let root else { return [] }
    defer { cmark_node_free(root) }
    let found = children(of: root).flatMap { elements($0) }
    if let unclosed { return found.filter { $0.line < unclosed } }
    collector.add(labels.findings())
    return found
  }

  private typealias Node = OpaquePointer

  private func children(of node: Node) -> [Node] {
    var result: [Node] = []
    var child = cmark_node_first_child(node)
    while let node = child {
      result.append(node)
      child = cmark_node_next(node)
    }
    return result
  }

  private func line(of node: Node) -> Int { lineOffset + Int(cmark_node_get_start_line(node)) }

  private mutating func elements(_ node: Node) -> [Element] {
    let line = line(of: node)
    switch cmark_node_get_type(node) {
    case CMARK_NODE_HEADING:
      return [.heading(level: Int(cmark_node_get_heading_level(node)), inlines(node), line: line)]
    case CMARK_NODE_PARAGRAPH: return [.paragraph(inlines(node), line: line)]
    case CMARK_NODE_LIST:
      let items = children(of: node).map { item in children(of: item).flatMap { elements($0) } }
      return [.list(items, ordered: cmark_node_get_list_type(node) == CMARK_ORDERED_LIST, line: line)]
    case CMARK_NODE_CODE_BLOCK:
      let kind = string(cmark_node_get_fence_info(node))
      labels.skip(line...(lineOffset + Int(cmark_node_get_end_line(node))))
      if let finding = lines.unclosedFence(openedAt: line) {
        collector.add(finding)
        unclosed = min(line, unclosed ?? line)
      }
      return [.fence(kind: kind, body: string(cmark_node_get_literal(node)), line: line)]
    case CMARK_NODE_FOOTNOTE_DEFINITION:
      addNote(node, line: line)
      return []
    default:
      refuse(node, line: line)
      return []
    }
  }

  private mutating func addNote(_ node: Node, line: Int) {
    let paragraphs = children(of: node).flatMap { elements($0) }.compactMap { element -> [Inline]? in
      if case .paragraph(let inlines, _) = element { return inlines }
      collector.add(Messages.notAParagraph(at: Span(source, line: element.line, column: 1)))
      return nil
    }
    let span = labels.use(line) ?? Span(source, line: line, column: 1)
    notes.append(Markdown.Note(paragraphs: paragraphs, span: span))
  }

  private mutating func inlines(_ node: Node) -> [Inline] {
    children(of: node).flatMap { child -> [Inline] in
      switch cmark_node_get_type(child) {
      case CMARK_NODE_TEXT:
        let text = string(cmark_node_get_literal(child))
        labels.noteCalls(in: text, line: line(of: child))
        return split(text)
      // The library counts notes in the order of their first calls, and gives them in that order.
      case CMARK_NODE_FOOTNOTE_REFERENCE:
        return Int(string(cmark_node_get_literal(child))).map { [.note($0 - 1)] } ?? []
      case CMARK_NODE_SOFTBREAK, CMARK_NODE_LINEBREAK: return [.text(" ")]
      case CMARK_NODE_CODE: return [.code(string(cmark_node_get_literal(child)))]
      case CMARK_NODE_EMPH: return [.emphasis(inlines(child))]
      case CMARK_NODE_STRONG: return [.strong(inlines(child))]
      case CMARK_NODE_LINK: return [.link(string(cmark_node_get_url(child)), inlines(child))]
      default:
        refuse(child, line: line(of: node))
        return []
      }
    }
  }

  /// Cuts a text at its placeholders.
  private func split(_ text: String) -> [Inline] {
    var result: [Inline] = []
    var plain = ""
    for character in text.unicodeScalars {
      if character.value >= PlaceholderScanner.base, character.value < 0xFFFFE {
        if !plain.isEmpty { result.append(.text(plain)) }
        plain = ""
        result.append(.placeholder(Int(character.value - PlaceholderScanner.base)))
      } else {
        plain.unicodeScalars.append(character)
      }
    }
    if !plain.isEmpty { result.append(.text(plain)) }
    return result
  }

  private mutating func refuse(_ node: Node, line: Int) {
    let name = string(cmark_node_get_type_string(node))
    collector.add(Messages.unsupportedMarkdown(name, at: Span(source, line: line, column: 1)))
  }

  private func string(_ text: UnsafePointer<CChar>?) -> String { text.map { String(cString: $0) } ?? "" }
}
