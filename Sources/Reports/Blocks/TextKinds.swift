import Diagnostics
import Figures
import Geometry
import Layout
import Pages
import Statistics
import Typesetting

extension BlockKind {
  /// Where the contents stand: title, sections, signs, and the list of figures unless it ends the report.
  static let contents = BlockKind(name: "contents") { fields, composer in
    let figures = fields.choice("figures", Outline.FigureList.self) ?? .here
    let node = composer.structure.add(.section)
    composer.reserveContents(node: node, figures: figures, at: fields.fence.kind.span)
    return []
  }

  /// Who publishes a scheme, until when, how often: a line under the page title.
  static let source = BlockKind(name: "source") { fields, composer in
    guard let name = fields.required("cube") else { return [] }
    let cube = try composer.cube(named: name)
    composer.note([cube.name], name.span)
    return [try composer.sourceLine(cube)]
  }

  /// Another file of the report's folder, in this place: a text that several reports share.
  static let include = BlockKind(name: "include") { fields, composer in
    guard let name = fields.required("file") else { return [] }
    try composer.include(composer.edition.file(beside: name.text))
    return []
  }

  /// Prose in a side column.
  static let text = BlockKind(name: "text", takesText: true) { fields, composer in
    let file = try fields.word("file").map { try composer.edition.file(beside: $0.text) }
    if file != nil, let text = fields.fence.text { fields.report(Messages.textTwice(text)) }
    guard let body = try file.map({ try Markdown($0) }) ?? composer.body(of: fields.fence) else { return [] }
    var items = try composer.ragged(body, composer.roles.sideBody)
    if items.isEmpty, !body.elements.isEmpty { return [] }
    if !items.isEmpty { items[0].above = .zero }
    return [TextBlock(items)]
  }

  /// A tinted box: a title, the edition's comment where asked, and prose.
  static let box = BlockKind(name: "box", takesText: true) { fields, composer in
    let title = try fields.required("title").map(composer.text) ?? ""
    let include = fields.word("include")
    let node = composer.structure.add(.heading(3), in: composer.section, title: title)
    var items: [TextItem] = []
    if let include {
      guard include.text == "comment" else { throw Failure(Messages.notAChoice(include, known: ["comment"])) }
      if let comment = composer.edition.comment {
        let text = try Markdown(comment)
        if text.elements.isEmpty { throw Failure(Messages.emptyComment(comment.path)) }
        items += try composer.ragged(text, composer.roles.boxBody)
      }
    }
    if let body = try composer.body(of: fields.fence) {
      items += try composer.ragged(body, composer.roles.boxBody)
    }
    if !items.isEmpty { items[0].above = .zero }
    return [BoxBlock(title, [TextBlock(items)], node: node)]
  }

  /// Key figures: each line names a tile and gives its measure.
  static let tiles = BlockKind(name: "tiles", takesText: true) { fields, composer in
    var tiles: [TileGrid.Tile] = []
    for field in fields.fence.fields where field.key.text != "columns" {
      guard let word = fields.word(field.key.text) else { continue }
      if let tile = try fields.attempt({ try composer.tile(field.key.text, word) }) { tiles.append(tile) }
    }
    let grid = TileGrid(tiles, perRow: tiles.count % 3 == 0 ? 3 : tiles.count < 4 ? max(1, tiles.count) : 4)
    guard let body = try composer.body(of: fields.fence) else { return [grid] }
    let node = composer.structure.add(.note, in: composer.section)
    let notes = try body.elements.compactMap { try composer.tileNote($0, of: body) }
    return [grid, NotesBlock(notes, node: node)]
  }
}

extension Composer {
  /// A paragraph under tiles; `nil` for what is no paragraph, and for one that waits for a cube to begin.
  fileprivate mutating func tileNote(_ element: Element, of body: Markdown) throws -> Note? {
    guard case .paragraph(let inlines, _) = element else { return nil }
    try NoteCalls(body.notes).refuse(in: inlines)
    let prose = Prose(edition: edition)
    do {
      let text = try inlines.plain { index in
        try placing(at: body.placeholders[index].span) { try prose.text(body.placeholders[index]) }
      }
      return Note(nil, language.typography(text))
    } catch let failure as Failure {
      guard awaited.leavesOut(element, failure) else { throw failure }
      return nil
    }
  }

  /// A cube's producer, the date of its data and how often they come.
  mutating func sourceLine(_ cube: Cube) throws -> TextBlock {
    let snapshot = try edition.catalog.snapshot(of: cube, edition: edition.date)
    let text = [cube.producer, language.dataOf(snapshot.date), cube.frequency].map(language.typography)
    let node = structure.add(.paragraph, in: section)
    let styled = typesetter.styled(text.joined(separator: "  ·  "), roles.figureSubtitle)
    return TextBlock(
      [TextItem(styled, style: ParagraphStyle(.left), node: node)],
      placement: Placement(above: 7, below: 14, keepsWithNext: true))
  }

  /// A cube by its name.
  func cube(named word: Fence.Word) throws -> Cube {
    if let cube = edition.catalog.cube(word.text) { return cube }
    throw edition.catalog.unknown(
      word.text, Messages.unknownCube(word, known: edition.catalog.cubes.map(\.name)))
  }
}
