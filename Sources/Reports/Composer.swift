import Diagnostics
import Fonts
import Geometry
import Language
import Layout
import Pages
import Statistics
import Typesetting

/// Turns the elements of a report into blocks and their structure, in the author's order.
struct Composer {
  let edition: Edition
  let source: SourceFile
  var structure: Structure
  var cover: Cover?
  var outline = Outline()
  /// Every figure with the cells that it shows, in order.
  var figures: [FigureData] = []
  /// The figures whose data table stands at the end.
  var annexed: [NodeID] = []
  private(set) var blocks: [any Block] = []
  private(set) var collector = Collector()
  /// The node that the next block goes under.
  private(set) var section = Structure.root
  /// Cells of a row that is not full yet.
  private var cells: [Row.Cell] = []
  private var running: [TextItem] = []
  private var placeholders: [Markdown.Placeholder] = []
  private var awaitsLead = false
  private var counts: [String: Int] = [:]
  private var cubes: [String] = []

  init(_ edition: Edition, source: SourceFile) {
    self.edition = edition
    self.source = source
    structure = Structure(language: edition.language.tag)
  }

  var language: Language { edition.language }
  var typesetter: Typesetter { edition.kit.typesetter }
  var roles: TextRoles { edition.kit.theme.text }

  /// Composes all elements; every mistake of the report is reported.
  mutating func compose(_ markdown: Markdown, allowStale: Bool) throws {
    placeholders = markdown.placeholders
    note(cubesOf: placeholders)
    for element in markdown.elements { try attempt(at: element.line) { try $0.add(element) } }
    flush()
    blocks += annexBlocks()
    if !allowStale { try checkFreshness() }
    try collector.check()
    insertContents()
  }

  /// Refuses sources that are too old, but for those that the report says may be.
  private mutating func checkFreshness() throws {
    let known = edition.catalog.cubes.map(\.name)
    for word in edition.front.stale where !known.contains((try? word.string()) ?? "") {
      collector.add(Messages.unknownCube(Fence.Word(text: try word.string(), span: word.span), known: known))
    }
    let allowed = try edition.front.stale.map { try $0.string() }
    try collector.attempt {
      try edition.catalog.checkFreshness(
        of: cubes.filter { !allowed.contains($0) }, edition: edition.date)
    }
  }

  /// Notes the cubes that sentences name.
  private mutating func note(cubesOf placeholders: [Markdown.Placeholder]) {
    let names = placeholders.flatMap { placeholder in
      placeholder.text.split { !($0.isLetter || $0.isNumber || "._-".contains($0)) }
        .compactMap { $0.split(separator: ".").first.map(String.init) }
    }
    for name in names where edition.catalog.cube(name) != nil && !cubes.contains(name) { cubes.append(name) }
  }

  /// Runs `body`; a finding that names no place gets that of the element.
  private mutating func attempt(at line: Int, _ body: (inout Composer) throws -> Void) throws {
    do {
      try body(&self)
    } catch let failure as Failure {
      collector.add(
        failure.diagnostics.map { diagnostic in
          var diagnostic = diagnostic
          if diagnostic.place == nil { diagnostic.place = .span(Span(source, line: line, column: 1)) }
          return diagnostic
        })
    }
  }

  private mutating func add(_ element: Element) throws {
    switch element {
    case .heading(let level, let inlines, let line): try addHeading(level, inlines, line)
    case .paragraph(let inlines, _): try addParagraph(inlines)
    case .list(let items, let ordered, _): try addList(items, ordered: ordered)
    case .fence(_, _, let line): try addFence(Fence(source, openedAt: line), line: line)
    }
  }

  // MARK: Text

  /// The styled text of inline Markdown.
  func styled(_ inlines: [Inline], _ style: TextStyle) throws -> StyledText {
    let prose = Prose(edition: edition)
    return try StyledText.composed(inlines, style: style, typesetter: typesetter) { index in
      try prose.text(placeholders[index])
    }
  }

  /// Text without styles: titles, bookmarks, contents.
  func plain(_ inlines: [Inline]) throws -> String {
    let prose = Prose(edition: edition)
    return language.typography(try inlines.plain { try prose.text(placeholders[$0]) })
  }

  /// The text of a fence's value: its `{{ … }}` filled, its spaces put right.
  func text(_ word: Fence.Word) throws -> String {
    let prose = Prose(edition: edition)
    var result = ""
    var rest = word
    while let open = rest.text.firstRange(of: "{{"),
      let close = rest.text.firstRange(of: "}}")
    {
      let start = rest.text.utf8.distance(from: rest.text.startIndex, to: open.lowerBound)
      let end = rest.text.utf8.distance(from: rest.text.startIndex, to: close.lowerBound)
      guard start < end else { break }
      let inner = rest.slice((start + 2)..<end).trimmed
      result += rest.keeping(start).text
      result += try prose.text(Markdown.Placeholder(text: inner.text, span: inner.span))
      rest = rest.dropping(end + 2)
    }
    return language.typography(result + rest.text)
  }

  private mutating func addHeading(_ level: Int, _ inlines: [Inline], _ line: Int) throws {
    switch level {
    case 1:
      flush()
      let title = try plain(inlines)
      let isNumbered = !title.hasSuffix("{-}")
      let name = isNumbered ? title : String(title.dropLast(3)).trimmedEnd
      section = structure.add(.section, title: name)
      outline.open(name, numbered: isNumbered, section: section)
    case 2:
      flush()
      try addPageTitle(try plain(inlines), line)
    default:
      awaitsLead = false
      let node = structure.add(.heading(3), in: section, title: try plain(inlines))
      running.append(.minorHeading(try styled(inlines, roles.minorHeading), node: node))
    }
  }

  /// A section that the author did not write, after all others.
  mutating func openAnnex(_ title: String) {
    section = structure.add(.section, title: title)
    outline.open(title, numbered: false, section: section)
  }

  private mutating func addPageTitle(_ title: String, _ line: Int) throws {
    let isFirst = outline.current?.parts.isEmpty ?? true
    let bookmark = isFirst ? outline.current?.title ?? title : title
    let node = structure.add(.heading(isFirst ? 1 : 2), in: section, title: bookmark)
    outline.add(title, node: node)
    let overline = outline.current.map { TitleBlock.Overline(number: $0.number, section: $0.title) }
    var block = TitleBlock(title, overline: overline, node: node)
    block.placement.source = Span(source, line: line, column: 1)
    blocks.append(block)
    awaitsLead = true
  }

  private mutating func addParagraph(_ inlines: [Inline]) throws {
    flushRow()
    let node = structure.add(.paragraph, in: section)
    let text = try styled(inlines, awaitsLead ? roles.lead : roles.body)
      .withLinkNodes(in: &structure, under: node)
    if awaitsLead {
      awaitsLead = false
      blocks.append(TextBlock.lead(text, node: node))
    } else {
      running.append(.body(text, opening: opensText, node: node))
    }
  }

  /// Whether the next paragraph opens a text, or follows a heading.
  private var opensText: Bool { running.last?.keepsWithNext ?? true }

  private mutating func addList(_ items: [[Element]], ordered: Bool) throws {
    flushRow()
    awaitsLead = false
    let list = structure.add(.list, in: section)
    structure[list].numbering = ordered ? .decimal : .sign
    for (index, item) in items.enumerated() {
      for case .paragraph(let inlines, _) in item {
        let point = structure.add(.listItem, in: list)
        let label = structure.add(.label, in: point)
        let node = structure.add(.listBody, in: point)
        let mark = StyledText([.init(ordered ? "\(index + 1)." : "–", roles.body, owner: label)])
        let text = try styled(inlines, roles.body).withLinkNodes(in: &structure, under: node)
        running.append(.point(text, mark: mark, node: node))
      }
    }
  }

  /// Text of a box or side column: each paragraph ragged, in one style.
  mutating func ragged(_ markdown: Markdown, _ style: TextStyle) throws -> [TextItem] {
    let outer = placeholders
    placeholders = markdown.placeholders
    defer { placeholders = outer }
    return try markdown.elements.compactMap { element in
      guard case .paragraph(let inlines, _) = element else { return nil }
      let node = structure.add(.paragraph, in: section)
      return .ragged(try styled(inlines, style).withLinkNodes(in: &structure, under: node), node: node)
    }
  }

  // MARK: Fences

  private mutating func addFence(_ fence: Fence, line: Int) throws {
    let kind = try BlockKind.named(fence.kind)
    if !running.isEmpty { flushText() }
    awaitsLead = awaitsLead && kind.name == "source"
    var fields = FenceFields(fence)
    let columns = fields.integer("columns", in: 2...12) ?? 12
    let made = try kind.compose(&fields, &self)
    try fields.finish()
    let span = Span(source, line: line, column: 1)
    let placed = made.map { block in
      var block = block
      block.placement.source = span
      return block
    }
    if columns == 12 {
      flushRow()
      blocks += placed
    } else if !placed.isEmpty {
      addCell(columns, placed)
    }
  }

  /// Puts blocks beside the row's others; a row of eleven columns leaves one empty before its last cell.
  private mutating func addCell(_ columns: Int, _ made: [any Block]) {
    let taken = cells.reduce(0) { $0 + $1.columns + $1.skipped }
    if taken + columns > 12 { flushRow() }
    let skipped = taken > 0 && taken + columns == 11 ? 1 : 0
    cells.append(Row.Cell(columns: columns, skipping: skipped, made))
    if cells.reduce(0, { $0 + $1.columns + $1.skipped }) >= 12 { flushRow() }
  }

  private mutating func flush() {
    flushRow()
    flushText()
  }

  private mutating func flushRow() {
    if !cells.isEmpty { blocks.append(Row(cells)) }
    cells = []
  }

  private mutating func flushText() {
    if !running.isEmpty {
      blocks.append(TextBlock(running, columns: 2, placement: Placement(above: 21, below: 28)))
    }
    running = []
  }

  // MARK: What block kinds use

  /// Reads an expression and notes its cubes, whose freshness is checked in the end.
  mutating func expression(_ word: Fence.Word) throws -> Expression {
    let expression = try edition.catalog.parse(word.text, at: word.span)
    if let cube = expression.cube, !cubes.contains(cube) { cubes.append(cube) }
    return expression
  }

  /// "Figure 3": counts figures, maps and tables apart.
  mutating func label(_ noun: String) -> String {
    counts[noun, default: 0] += 1
    return "\(noun) \(counts[noun] ?? 1)"
  }

  /// The Markdown after the keys of a fence.
  func body(of fence: Fence) throws -> Markdown? {
    guard let range = fence.body else { return nil }
    let text = String(decoding: Array(source.text.utf8)[..<range.upperBound], as: UTF8.self)
    return try Markdown(SourceFile(path: source.path, text: text), from: range.lowerBound)
  }

  // MARK: Contents

  /// Holds the place of the contents until all titles are known.
  mutating func reserveContents(node: NodeID) {
    outline.contents = Outline.Place(index: blocks.count, node: node)
  }

  private mutating func insertContents() {
    guard let place = outline.contents else { return }
    let made = outline.contentsBlocks(language: language, in: &structure, under: place.node)
    blocks.insert(contentsOf: made, at: place.index)
  }
}

extension Element {
  var line: Int {
    switch self {
    case .heading(_, _, let line), .paragraph(_, let line), .list(_, _, let line), .fence(_, _, let line):
      line
    }
  }
}

extension String {
  fileprivate var trimmedEnd: String {
    var text = self
    while text.last?.isWhitespace == true { text.removeLast() }
    return text
  }
}
