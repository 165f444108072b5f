import Diagnostics
import Export
import Fonts
import Geometry
import Pages
import QPDF

/// A small document with one of each: headings, a link, a figure with data, a table, a list, a note.
struct Fixture {
  let fonts: FontLibrary
  private var structure = Structure(language: "fr")
  private var page = Frame(size: .a4)
  private var second = Frame(size: .a4)
  private var y: Length = 60
  private var figure = Structure.root

  static func pdf(profile: PDFProfile = .accessibleWithData) throws -> [UInt8] {
    try PDFExporter.pdf(document(), fonts: Fixture.fonts(), profile: profile)
  }

  static func document() throws -> PagedDocument {
    var fixture = Fixture(fonts: try fonts())
    try fixture.compose()
    return fixture.finished
  }

  static func fonts() throws -> FontLibrary {
    let manifest = """
      folders: [/usr/share/fonts/opentype/linux-libertine]
      families:
        serif: { package: fonts-linuxlibertine, files: { 400: LinLibertine_R.otf } }
      """
    return try FontLibrary.load(manifest: SourceFile(path: "fonts.yaml", text: manifest), root: ".")
  }

  private mutating func compose() throws {
    let title = structure.add(.heading(1), title: "Titre")
    try write("Le titre", title)
    let paragraph = structure.add(.paragraph)
    try write("Voir", paragraph)
    let link = structure.add(.link, in: paragraph)
    try write("le site", link)
    page.add(
      .link(Size(width: 60, height: 14), .address("https://example.org/")), at: Point(x: 40, y: y),
      owner: .node(link))
    try write("de l’édition.", paragraph)
    try write("La partie", structure.add(.heading(2), title: "La partie"))
    try addFigure()
    try addTable()
    try addList()
    try write("Note : une remarque.", structure.add(.note))
    try write("Note : une autre.", structure.add(.note))
    second.add(try run("La fin."), at: Point(x: 40, y: 60), owner: .node(structure.add(.paragraph)))
    second.add(try run("2"), at: Point(x: 40, y: 800), owner: .artifact(.pagination))
  }

  private mutating func addFigure() throws {
    let group = structure.add(.group)
    try write("Figure 1", structure.add(.caption, in: group))
    figure = structure.add(.figure, in: group, alternative: "Deux barres, la seconde plus haute.")
    for (x, height): (Length, Length) in [(40, 20), (70, 40)] {
      page.add(
        Shape(.rectangle(Rect(x: x, y: y + 40 - height, width: 20, height: height)), fill: .color(.black)),
        owner: .node(figure))
    }
    y = y + 70
  }

  private mutating func addTable() throws {
    let table = structure.add(.table)
    try write("Tableau 1", structure.add(.caption, in: table))
    let head = structure.add(.row, in: structure.add(.tableHead, in: table))
    for name in ["Nom", "Montant"] { try write(name, structure.add(.headerCell(.column), in: head)) }
    let row = structure.add(.row, in: structure.add(.tableBody, in: table))
    try write("Ain", structure.add(.headerCell(.row), in: row))
    try write("12", structure.add(.cell, in: row))
  }

  private mutating func addList() throws {
    let list = structure.add(.list)
    structure[list].numbering = .decimal
    for number in 1...2 {
      let item = structure.add(.listItem, in: list)
      try write("\(number).", structure.add(.label, in: item))
      try write("un point", structure.add(.listBody, in: item))
    }
  }

  private mutating func write(_ text: String, _ node: NodeID) throws {
    page.add(try run(text), at: Point(x: 40, y: y), owner: .node(node))
    y = y + 20
  }

  private func run(_ text: String) throws -> GlyphRun {
    let id = FontID("serif")
    let glyphs = try fonts.font(id).shape(text).glyphs.map {
      GlyphRun.Glyph(
        id: $0.id, offset: Point(x: 12 * $0.dx, y: 12 * $0.dy), advance: 12 * $0.advance, cluster: $0.cluster)
    }
    return GlyphRun(font: id, size: 12, color: .black, glyphs: glyphs, text: text)
  }

  private var finished: PagedDocument {
    PagedDocument(
      pages: [.init(frame: page, label: "1"), .init(frame: second, label: "2")], structure: structure,
      bookmarks: [
        .init(title: "Titre", level: 1, page: 0, y: 50), .init(title: "La partie", level: 2, page: 0, y: 120),
      ],
      properties: .init(
        title: "Aides & <entreprises>", author: "Vélin", subject: "Point", keywords: ["aides"],
        language: "fr",
        created: "2021-04-11T08:00:00Z"),
      attachments: [
        .init(
          name: "figure-1.csv", mediaType: "text/csv", title: "Figure 1", relationship: .data, node: figure,
          bytes: Array("a,b\r\n1,2\r\n".utf8))
      ])
  }
}

/// A finished file that can be broken.
extension PDFFile {
  func elements(_ type: String) -> [PDFObject] {
    objects.filter { !$0.isStream && $0["S"]?.name == type && $0["P"] != nil }
  }

  /// The operators of a page, changed as text.
  func rewriteContent(page: Int, _ change: (inout String) -> Void) throws {
    var text = String(decoding: try pages[page].pageContent(), as: UTF8.self)
    change(&text)
    pages[page].set("Contents", .object(addStream(Array(text.utf8))))
  }

  func rewriteMetadata(_ change: (inout String) -> Void) throws {
    guard let stream = root["Metadata"] else { return }
    var text = String(decoding: try stream.streamBytes(), as: UTF8.self)
    change(&text)
    stream.replaceStream(with: Array(text.utf8))
  }
}
