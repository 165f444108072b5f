import Fonts
import Geometry
import Language
import Pages
import Settings
import TestSupport
import Typesetting

@testable import Layout

/// Blocks and their structure, gathered and paged in the font without a file, with the French patterns.
struct Desk {
  var structure = Structure(language: "fr")
  var blocks: [any Block] = []
  var notes: [Footnote] = []

  static let theme = Theme()
  static let grid = theme.page
  static let kit = Result {
    let root = #filePath.split(separator: "/").dropLast(3).reduce("") { $0 + "/" + $1 }
    let fonts = try FontLibrary.load(manifest: fileText(root + "/fonts/fonts.yaml"))
    let patterns = fonts.hyphenation(for: "fr").map(Hyphenator.init)
    return LayoutKit(
      typesetter: Typesetter(fonts: .synthetic, language: .french, hyphenator: patterns), theme: theme)
  }

  static let furniture = Furniture(report: "Rapport", edition: "n° 1", date: "Données", sender: "Agence")

  func paged(cover: Cover? = nil) throws -> Paged {
    let layout = DocumentLayout(cover: cover, blocks: blocks, notes: notes, furniture: Self.furniture)
    let properties = PagedDocument.Properties(title: "Rapport", author: "Agence", language: "fr", created: "")
    let (document, warnings) = try layout.pages(
      structure: structure, properties: properties, kit: Self.kit.get())
    return Paged(document: document, warnings: warnings.map(\.code))
  }

  // MARK: Blocks

  @discardableResult mutating func title(_ text: String, startsPage: Bool = true) -> NodeID {
    let node = structure.add(.heading(1), title: text)
    blocks.append(TitleBlock(text, node: node, startsPage: startsPage))
    return node
  }

  @discardableResult mutating func text(_ items: [TextItem], columns: Int = 2) -> [NodeID] {
    blocks.append(TextBlock(items, columns: columns, placement: Placement(above: 21, below: 28)))
    return items.map(\.node)
  }

  mutating func body(_ words: String, opening: Bool = false) -> TextItem {
    .body(StyledText(words, Self.theme.text.body), opening: opening, node: structure.add(.paragraph))
  }

  /// A paragraph that calls a note after its words, which others may follow.
  mutating func body(_ words: String, note: String, then rest: String = "", opening: Bool = false) -> TextItem
  {
    let paragraph = structure.add(.paragraph)
    let node = structure.add(.note)
    let style = Self.theme.text.footnote
    let mark = StyledText([.init("\(notes.count + 1).", style, owner: structure.add(.label, in: node))])
    notes.append(Footnote(StyledText(note, style), mark: mark, node: node))
    let body = Self.theme.text.body
    var raised = body
    raised.superscript = true
    let call = structure.add(.link, in: structure.add(.reference, in: paragraph))
    let text = StyledText([
      .init(words, body), .init("\(notes.count)", raised, owner: call, link: .node(node), unbreakable: true),
      .init(rest, body),
    ])
    return .body(text, opening: opening, node: paragraph)
  }

  mutating func heading(_ words: String) -> TextItem {
    .minorHeading(StyledText(words, Self.theme.text.minorHeading), node: structure.add(.heading(3)))
  }

  mutating func point(_ words: String) -> TextItem {
    .point(
      StyledText(words, Self.theme.text.body), mark: StyledText("–", Self.theme.text.body),
      node: structure.add(.listBody))
  }

  /// A grey figure of this height, with a caption and two notes; the node of its caption.
  @discardableResult mutating func figure(_ title: String, height: Length) -> NodeID {
    let art = Artwork(
      height: { _ in height },
      draw: { size in
        var frame = Frame(size: size)
        frame.fill(Rect(origin: .zero, size: size), Self.theme.colors.bar)
        return frame
      })
    let block = FigureBlock(
      Caption(label: "Figure 1", title: title, subtitle: "Unité"), art: art,
      notes: [Note("Lecture", "un mot."), Note("Source", "Agence.")], alternative: title, in: &structure,
      under: Structure.root)
    blocks.append(block)
    return block.nodes.caption
  }

  @discardableResult mutating func table(_ rows: [TableBlock.Row]) -> TableBlock.Nodes {
    let block = TableBlock(
      Caption(label: "Tableau 1", title: "Territoires", subtitle: "Unité"),
      columns: [
        .init("Code", .code), .init("Territoire", .text), .init("Montant", unit: "M€", .number),
      ], rows: rows, notes: [Note("Source", "Agence.")], in: &structure, under: Structure.root)
    blocks.append(block)
    return block.nodes
  }

  static func row(_ role: TableBlock.Role, _ number: Int) -> TableBlock.Row {
    .init(role, [.text("\(number)"), .text("Ligne \(number)"), .text("\(number),0")])
  }

  /// Words of a plausible text, the same for the same dice.
  static func words(_ count: Int, _ dice: inout Dice) -> String {
    let words = [
      "le", "fonds", "de", "solidarité", "verse", "chaque", "mois", "une", "aide", "aux", "entreprises",
      "dont", "chiffre", "d’affaires", "administration", "fiscale", "publie", "montants", "cumulés", "et",
      "département", "hébergement-restauration", "en", "baisse,", "à", "la", "région.", "extraordinairement",
    ]
    return (0..<count).map { _ in words[dice.roll(0...(words.count - 1))] }.joined(separator: " ")
  }
}

/// Finished pages, read back.
struct Paged {
  var document: PagedDocument
  var warnings: [String]

  /// A line of a node: its page, column and baseline.
  struct Line: Hashable {
    var page: Int
    /// 0 for the left half of the page.
    var column: Int
    var x: Length
    var baseline: Length
    var text: String
  }

  /// What stands on a page, without head and foot.
  func texts(page: Int) -> [OwnedText] {
    document.pages[page].frame.ownedTexts().filter { !isFurniture($0) }
  }

  private func isFurniture(_ text: OwnedText) -> Bool {
    text.owner == .artifact(.header) || text.owner == .artifact(.footer)
  }

  /// The lines of a node in reading order; runs of one line are one.
  func lines(of node: NodeID) -> [Line] {
    let middle = Desk.grid.left + Desk.grid.measure / 2
    var lines: [Line] = []
    for page in document.pages.indices {
      for text in texts(page: page) where text.node == node {
        let column = text.origin.x < middle ? 0 : 1
        if let last = lines.last, last.page == page, (last.baseline - text.origin.y).magnitude < 0.5 {
          lines[lines.count - 1].text += text.text
        } else {
          lines.append(
            Line(page: page, column: column, x: text.origin.x, baseline: text.origin.y, text: text.text))
        }
      }
    }
    return lines
  }

  func page(of node: NodeID) -> Int? { lines(of: node).first?.page }
}
