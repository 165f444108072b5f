import Diagnostics
import Figures
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
  /// The file that is being composed: the report, or one that it includes.
  private(set) var source: SourceFile
  var structure: Structure
  var cover: Cover?
  var outline = Outline()
  /// Every figure with the cells that it shows, in order.
  var figures: [FigureData] = []
  /// The figures whose data table stands at the end.
  var annexed: [NodeID] = []
  private(set) var blocks: [any Block] = []
  private(set) var collector = Collector()
  private var remarks = Collector()
  /// The node that the next block goes under.
  private(set) var section = Structure.root
  /// Cells of a row that is not full yet.
  private var cells: [Row.Cell] = []
  private var running: [TextItem] = []
  /// Where the running text starts.
  private var runningSource: Span?
  private var placeholders: [Markdown.Placeholder] = []
  /// Of the text that is being composed.
  var calls = NoteCalls()
  /// All of the report, in the order of their numbers.
  var footnotes: [Footnote] = []
  private var awaitsLead = false
  private var counts: [String: Int] = [:]
  private var register: ColorRegister
  /// Where each block of the report stands, with the first node that it made.
  private var fences: [(node: Int, span: Span)] = []
  /// The first place that asks for each cube.
  private var cubes: [(name: String, span: Span)] = []
  /// Cubes that the section names and whose source stands under its first page title.
  private var schemes: [Cube] = []
  /// What the report shows of cubes that have no snapshot yet.
  var awaited: AwaitedCubes

  init(_ edition: Edition, source: SourceFile) {
    self.edition = edition
    awaited = AwaitedCubes(edition.awaited)
    register = ColorRegister(
      edition.kit.theme.colors.categorical,
      reserved: edition.front.colors.map { edition.language.typography($0.name) })
    self.source = source
    structure = Structure(language: edition.language.tag)
  }

  var language: Language { edition.language }
  var typesetter: Typesetter { edition.kit.typesetter }
  var roles: TextRoles { edition.kit.theme.text }
  /// What a figure is drawn with: its series have the colours that they have in the figures before it.
  mutating func kit(coloring series: [String]) -> Kit {
    var kit = edition.kit
    kit.series = register.colors(for: series)
    if let fence = fences.last, !kit.series.shared.isEmpty {
      warn(Messages.sharedColors(kit.series.shared, at: fence.span))
    }
    return kit
  }

  /// Tells which series of `colors` no figure shows in colour.
  private mutating func noteIdleColors() {
    let idle = edition.front.colors.filter { !register.hasShown(language.typography($0.name)) }
    for series in idle { warn(Messages.idleColor(series.name, at: series.span)) }
  }

  var layoutKit: LayoutKit { LayoutKit(typesetter: typesetter, theme: edition.kit.theme) }

  /// Composes all elements; every mistake of the report is reported.
  mutating func compose(_ markdown: Markdown, allowStale: Bool) throws {
    (placeholders, calls) = (markdown.placeholders, NoteCalls(markdown.notes))
    note(placeholders)
    for element in markdown.elements { try attempt(element) }
    flush()
    place(annexBlocks())
    place(figureListBlocks())
    if !allowStale { try checkFreshness() }
    noteIdleColors()
    insertContents()
  }

  /// Throws what is wrong with the report, `found` elsewhere or here: with it, what is wrong with the layout of blocks.
  func check(_ found: Collector = Collector()) throws {
    var found = found
    found.add(collector.diagnostics.gathered)
    guard found.hasErrors else { return }
    for block in blocks { try found.attempt { try (block as? BegunBlock)?.check() } }
    try found.check()
  }

  /// What does not keep the report from being made.
  var warnings: [Diagnostic] { awaited.warnings + remarks.diagnostics }

  mutating func warn(_ diagnostic: Diagnostic) { remarks.add(diagnostic) }

  /// Refuses sources that are too old, but for those that the report says may be.
  private mutating func checkFreshness() throws {
    for setting in edition.front.stale {
      let word = Fence.Word(text: try setting.string(), span: setting.span)
      do {
        _ = try cube(named: word)
      } catch let failure as Failure {
        collector.add(failure.diagnostics)
      }
    }
    let allowed = try edition.front.stale.map { try $0.string() }
    for (name, span) in cubes where !allowed.contains(name) && !awaited.names.contains(name) {
      try collector.attempt {
        try edition.catalog.checkFreshness(of: name, edition: edition.date, at: span)
      }
    }
  }

  /// Adds an element; a finding that names no place gets that of the element. What only shows cubes that have not begun
  /// is left out.
  private mutating func attempt(_ element: Element) throws {
    guard !awaited.hides(element) else { return }
    // A second reference makes every change a copy: it is for reports that may leave something out.
    var before = awaited.names.isEmpty ? nil : self
    do {
      try add(element)
    } catch let failure as Failure {
      let failure = failure.placed(at: Span(source, line: element.line, column: 1))
      if before?.awaited.leavesOut(element, failure) == true, let before {
        self = before
      } else {
        collector.add(failure.diagnostics)
      }
    }
  }

  /// Whether a cube has no snapshot yet, which is noted: what shows it is left out, or not available.
  mutating func isAwaited(_ name: String, at span: Span) throws -> Bool {
    guard awaited.names.contains(name), let cube = edition.catalog.cube(name) else { return false }
    do {
      _ = try edition.catalog.snapshot(of: cube, edition: edition.date)
      return false
    } catch let failure as Failure {
      awaited.note(failure.placed(at: span))
      return true
    }
  }

  /// Notes the cubes that a place asks for; their freshness is checked in the end.
  mutating func note(_ names: [String], _ span: Span) {
    for name in names where !cubes.contains(where: { $0.name == name }) { cubes.append((name, span)) }
  }

  private mutating func note(_ placeholders: [Markdown.Placeholder]) {
    for placeholder in placeholders {
      note(edition.catalog.cubes(namedIn: placeholder.text), placeholder.span)
    }
  }

  private mutating func add(_ element: Element) throws {
    switch element {
    case .heading(let level, let inlines, let line): try addHeading(level, inlines, line)
    case .paragraph(let inlines, let line): try addParagraph(inlines, line)
    case .list(let items, let ordered, let line): try addList(items, ordered: ordered, line)
    case .fence(_, _, let line): try addFence(Fence(source, openedAt: line), line: line)
    }
  }

  // MARK: Text

  /// The styled text of inline Markdown.
  func styled(_ inlines: [Inline], _ style: TextStyle) throws -> StyledText {
    let texts = try texts(in: inlines, of: Prose(edition: edition))
    return StyledText.composed(inlines, style: style, typesetter: typesetter, calls: calls.made) {
      texts[$0] ?? ""
    }
  }

  /// Text without styles: titles, bookmarks, contents.
  func plain(_ inlines: [Inline]) throws -> String {
    try refuseNotes(in: inlines)
    let texts = try texts(in: inlines, of: Prose(edition: edition, isTitle: true))
    return language.typography(inlines.plain { texts[$0] ?? "" })
  }

  /// The text of each placeholder; all that are wrong are reported.
  private func texts(in inlines: [Inline], of prose: Prose) throws -> [Int: String] {
    var found = Collector()
    var texts: [Int: String] = [:]
    for index in inlines.placeholders {
      do {
        texts[index] = try prose.text(placeholders[index])
      } catch let failure as Failure {
        found.add(failure.placed(at: placeholders[index].span).diagnostics)
      } catch {
        found.add(Messages.unreadable("\(error)", at: placeholders[index].span))
      }
    }
    try found.check()
    return texts
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
      try openSection(SectionTitle(try plain(inlines)), at: Span(source, line: line, column: 1))
    case 2:
      flush()
      try addPageTitle(try plain(inlines), line)
    default:
      awaitsLead = false
      openText(at: line)
      let node = structure.add(.heading(3), in: section, title: try plain(inlines))
      running.append(.minorHeading(try styled(inlines, roles.minorHeading), node: node))
    }
  }

  /// Throws where all its cubes are still to begin.
  private mutating func openSection(_ title: SectionTitle, at span: Span) throws {
    let named = try title.cubes.map { try cube(named: Fence.Word(text: $0, span: span)) }
    schemes = named.filter { !awaited.names.contains($0.name) }
    if schemes.isEmpty, let first = named.first {
      _ = try edition.catalog.snapshot(of: first, edition: edition.date)
    }
    section = structure.add(.section, title: title.name)
    outline.open(title.name, numbered: title.isNumbered, section: section)
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
    place([block])
    place(try schemes.map { try sourceLine($0) })
    schemes = []
    awaitsLead = true
  }

  private mutating func addParagraph(_ inlines: [Inline], _ line: Int) throws {
    flushRow()
    let node = structure.add(.paragraph, in: section)
    let text = try prose(inlines, awaitsLead ? roles.lead : roles.body, under: node)
    if awaitsLead {
      awaitsLead = false
      var lead = TextBlock.lead(text, node: node)
      lead.placement.source = Span(source, line: line, column: 1)
      place([lead])
    } else {
      openText(at: line)
      running.append(.body(text, opening: opensText, node: node))
    }
  }

  private mutating func openText(at line: Int) {
    if running.isEmpty { runningSource = Span(source, line: line, column: 1) }
  }

  /// Whether the next paragraph opens a text, or follows a heading.
  private var opensText: Bool { running.last?.keepsWithNext ?? true }

  private mutating func addList(_ items: [[Element]], ordered: Bool, _ line: Int) throws {
    flushRow()
    openText(at: line)
    awaitsLead = false
    let list = structure.add(.list, in: section)
    structure[list].numbering = ordered ? .decimal : .sign
    for (index, item) in items.enumerated() {
      for element in item {
        guard case .paragraph(let inlines, _) = element else {
          throw Failure(Messages.onlyParagraphs(element.noun, in: "a list"))
        }
        let point = structure.add(.listItem, in: list)
        let label = structure.add(.label, in: point)
        let node = structure.add(.listBody, in: point)
        let mark = StyledText([.init(ordered ? "\(index + 1)." : "–", roles.body, owner: label)])
        let text = try prose(inlines, roles.body, under: node)
        running.append(.point(text, mark: mark, node: node))
      }
    }
  }

  /// Text of a box or side column: each paragraph ragged, in one style.
  mutating func ragged(_ markdown: Markdown, _ style: TextStyle) throws -> [TextItem] {
    let outer = (placeholders, calls)
    (placeholders, calls) = (markdown.placeholders, NoteCalls(markdown.notes))
    note(placeholders)
    defer { (placeholders, calls) = outer }
    return try markdown.elements.compactMap { element in
      let before = awaited.names.isEmpty ? nil : structure
      do {
        return try ragged(element, style)
      } catch let failure as Failure {
        guard awaited.leavesOut(element, failure), let before else { throw failure }
        structure = before
        return nil
      }
    }
  }

  private mutating func ragged(_ element: Element, _ style: TextStyle) throws -> TextItem {
    guard case .paragraph(let inlines, _) = element else {
      throw Failure(Messages.onlyParagraphs(element.noun, in: "a box or a side column"))
    }
    let node = structure.add(.paragraph, in: section)
    return .ragged(try prose(inlines, style, under: node), node: node)
  }

  // MARK: Fences

  private mutating func addFence(_ fence: Fence, line: Int) throws {
    let kind = try BlockKind.named(fence.kind)
    if !running.isEmpty { flushText() }
    awaitsLead = awaitsLead && kind.name == "source"
    var fields = FenceFields(fence)
    if !kind.takesText, let text = fence.text { fields.report(Messages.takesNoText(text, kind: fence.kind)) }
    let columns = fields.integer("columns", in: 2...12) ?? 12
    checkRow(columns, &fields)
    let span = Span(source, line: line, column: 1)
    fences.append((structure.nodes.count, span))
    let made = try kind.compose(&fields, &self)
    try fields.finish()
    let placed = made.map { $0.pointing(at: span) }
    if columns == 12 {
      flushRow()
      place(placed)
    } else if !placed.isEmpty {
      addCell(columns, placed)
    }
  }

  /// The columns of the row that is not full yet.
  private var taken: Int { cells.reduce(0) { $0 + $1.columns + $1.skipped } }

  /// Refuses a block too wide for the room beside the one before it: it would leave a hole there.
  private func checkRow(_ columns: Int, _ fields: inout FenceFields) {
    let free = 12 - taken
    let written = fields.fence.fields.last { $0.key.text == "columns" }?.value
    guard columns < 12, free < 12, columns > free, let written else { return }
    fields.report(Messages.rowTooWide(written, free: free))
  }

  /// Puts blocks beside the row's others; a row of eleven columns leaves one empty before its last cell.
  private mutating func addCell(_ columns: Int, _ made: [any Block]) {
    let taken = taken
    if taken + columns > 12 { flushRow() }
    let skipped = taken > 0 && taken + columns == 11 ? 1 : 0
    cells.append(Row.Cell(columns: columns, skipping: skipped, made))
    if cells.reduce(0, { $0 + $1.columns + $1.skipped }) >= 12 { flushRow() }
  }

  /// What the pictures of the laid report had no room for, each at its block.
  func omissions(in document: PagedDocument) -> [Diagnostic] {
    document.pages.flatMap { $0.frame.omissions() }.compactMap { owner, names in
      guard case .node(let node)? = owner, let fence = fences.last(where: { $0.node <= node.index }) else {
        return nil
      }
      return Messages.unplacedNames(names, at: fence.span)
    }
  }

  /// Adds blocks, and begins to lay them out while the rest is composed.
  private mutating func place(_ made: [any Block]) {
    blocks += made.map { BegunBlock($0, kit: layoutKit) ?? $0 }
  }

  private mutating func flush() {
    flushRow()
    flushText()
  }

  private mutating func flushRow() {
    if !cells.isEmpty { place([Row(cells)]) }
    cells = []
  }

  private mutating func flushText() {
    if !running.isEmpty {
      place([
        TextBlock(running, columns: 2, placement: Placement(above: 21, below: 28, source: runningSource))
      ])
    }
    running = []
  }

  /// Composes another file at this place.
  mutating func include(_ file: SourceFile) throws {
    let outer = (source, placeholders, calls)
    defer { (source, placeholders, calls) = outer }
    let markdown = Markdown(file, &collector)
    (source, placeholders, calls) = (file, markdown.placeholders, NoteCalls(markdown.notes))
    note(placeholders)
    for element in markdown.elements { try attempt(element) }
  }

  // MARK: What block kinds use

  /// Reads an expression and notes its cubes.
  mutating func expression(_ word: Fence.Word) throws -> Expression {
    let expression = try edition.catalog.parse(word.text, at: word.span)
    note(expression.cubes, word.span)
    for name in expression.cubes { _ = try isAwaited(name, at: word.span) }
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
  mutating func reserveContents(node: NodeID, figures: Outline.FigureList, at source: Span) {
    outline.contents = Outline.Place(index: blocks.count, node: node, figures: figures, source: source)
  }

  /// Figures, maps and tables, each in a list, as the last page, where the contents say so.
  private mutating func figureListBlocks() -> [any Block] {
    guard outline.contents?.figures == .end, !outline.figures.isEmpty else { return [] }
    let title = language.words.figures
    openAnnex(title)
    let node = structure.add(.heading(1), in: section, title: title)
    outline.add(title, node: node)
    let lists = outline.figureLists(in: &structure, under: section)
    return [TitleBlock(title, node: node)] + lists.map { FigureListBlock($0) }
  }

  private mutating func insertContents() {
    guard let place = outline.contents else { return }
    let made = outline.contentsBlocks(language: language, in: &structure, under: place)
    blocks.insert(contentsOf: made.map { $0.pointing(at: place.source) }, at: place.index)
  }
}

extension Block {
  /// The same block, made for this place of the report.
  fileprivate func pointing(at source: Span) -> any Block {
    var block = self
    block.placement.source = source
    return block
  }
}

extension Element {
  /// What an author calls it.
  var noun: String {
    switch self {
    case .heading: "a heading"
    case .paragraph: "a paragraph"
    case .list: "a list"
    case .fence: "a block"
    }
  }

  var line: Int {
    switch self {
    case .heading(_, _, let line), .paragraph(_, let line), .list(_, _, let line), .fence(_, _, let line):
      line
    }
  }
}

/// The title of a section and what stands in braces after it: `{-}` for no number, `{fds}` for its cubes.
private struct SectionTitle {
  var name: String
  var isNumbered = true
  var cubes: [String] = []

  init(_ text: String) {
    name = text
    guard text.hasSuffix("}"), let open = text.lastIndex(of: "{") else { return }
    name = String(text[..<open]).trimmedEnd
    for word in text[text.index(after: open)...].dropLast().split(whereSeparator: { ", ".contains($0) }) {
      if word == "-" { isNumbered = false } else { cubes.append(String(word)) }
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
