import Cairo
import Diagnostics
import Fonts
import Foundation
import Geometry
import Pages
import QPDF
import Testing

@testable import Export

@Suite struct PDFTests {
  @Test func textComesBackAsWritten() throws {
    let fonts = try Samples.fonts()
    // Ligatures, a no-break space in a number, a typographer's minus and quotes.
    let texts = ["L’efficacité financière", "1 997 006 entreprises, −3,4 %", "« coût » œuvre"]
    let document = Samples.document([try Samples.page(texts, fonts)])
    let lines = try Tool.text(of: PDFExporter.pdf(document, fonts: fonts))
    for text in texts { #expect(lines.contains(text)) }
  }

  @Test func eachPageHasItsSizeAndLabel() throws {
    let fonts = try Samples.fonts()
    let a4 = try Samples.page(["un"], fonts)
    let wide = try Samples.page(["deux"], fonts, size: Size(width: .mm(297), height: .mm(210)))
    let info = try Tool.info(
      of: PDFExporter.pdf(Samples.document([a4, wide]), fonts: fonts), ["-f", "1", "-l", "2"])
    #expect(info.contains("Pages:           2"))
    #expect(info.contains("Page    1 size:  595.276 x 841.89 pts (A4)"))
    #expect(info.contains("Page    2 size:  841.89 x 595.276 pts (A4)"))
  }

  @Test func propertiesAreThoseOfTheDocument() throws {
    let fonts = try Samples.fonts()
    let document = Samples.document([try Samples.page(["un"], fonts)])
    let info = try Tool.info(of: PDFExporter.pdf(document, fonts: fonts), ["-isodates"])
    #expect(info.contains("Title:           Aides aux entreprises"))
    #expect(info.contains("Subject:         Point hebdomadaire"))
    #expect(info.contains("Keywords:        aides, régions"))
    #expect(info.contains("Author:          Vélin"))
    #expect(info.contains("CreationDate:    2021-04-11T08:00:00Z"))
  }

  @Test func theSameDocumentGivesTheSameBytes() throws {
    let fonts = try Samples.fonts()
    let id = Drawing.ID("base")
    var page = try Samples.page(["financière"], fonts)
    page.add(.use(id, .identity), at: Point(x: 100, y: 300))
    let hatch = Paint.hatch(line: .black, width: 0.5, pitch: 3, ground: .white)
    let document = Samples.document(
      [page, page], drawings: [Drawing(id: id, frame: Samples.square(40, fill: hatch))])
    let first = try PDFExporter.pdf(document, fonts: fonts)
    let second = try PDFExporter.pdf(document, fonts: Samples.fonts())
    #expect(first == second)
  }

  @Test func aDrawingUsedOftenIsWrittenOnce() throws {
    let id = Drawing.ID("base")
    var base = Frame(size: Size(width: 200, height: 200))
    for i in 0..<400 {
      let at = Point(x: Length(points: Double(i * 7 % 200)), y: Length(points: Double(i * 13 % 199)))
      base.add(Shape(.circle(centre: at, radius: 3), fill: .color(Color(UInt32(i * 1000)))))
    }
    var page = Frame(size: .a4)
    page.add(.use(id, .identity), at: Point(x: 50, y: 50))
    func bytes(_ pages: Int) throws -> Int {
      let document = Samples.document(
        Array(repeating: page, count: pages), drawings: [Drawing(id: id, frame: base)])
      return try PDFExporter.pdf(document, fonts: .synthetic).count
    }
    #expect(try bytes(10) < 2 * bytes(1))
  }

  @Test func marksKeepTheOwnersInDrawingOrder() throws {
    let square = Shape(.rectangle(Rect(x: 0, y: 0, width: 5, height: 5)), fill: .color(.black))
    var structure = Structure(language: "fr")
    let figure = structure.add(.figure, alternative: "Un carré")
    let paragraph = structure.add(.paragraph)
    var inner = Frame(size: Size(width: 10, height: 10))
    inner.add(square)
    inner.add(square, owner: .artifact(.pagination))
    // Lines and fills of text are drawn, not read.
    inner.add(square, owner: .node(paragraph))
    var page = Frame(size: .a4)
    page.add(square)
    page.add(square)
    page.place(inner, at: .zero, owner: .node(figure))
    var document = Samples.document([page, Frame(size: .a4)])
    document.structure = structure
    let marks = try PDFExporter.draw(document, fonts: .synthetic).marks
    let first: [Owner] = [
      .artifact(.layout), .node(figure), .artifact(.pagination), .artifact(.layout),
    ]
    #expect(marks.pages == [first, []])
  }

  @Test func bookmarksLeadToTheirPages() throws {
    let fonts = try Samples.fonts()
    var document = Samples.document([
      try Samples.page(["un"], fonts), try Samples.page(["deux"], fonts),
    ])
    document.bookmarks = [
      .init(title: "Été (1)", level: 1, page: 0, y: 60), .init(title: "Détail", level: 2, page: 1, y: 100),
      .init(title: "Fin", level: 1, page: 1, y: 200),
      .init(title: "Hors du document", level: 1, page: 7, y: 0),
    ]
    let file = try PDFFile(PDFExporter.pdf(document, fonts: fonts))
    let outline = try #require(file.root["Outlines"])
    let first = try #require(outline["First"])
    #expect(first["Title"]?.text == "Été (1)")
    #expect(first["Count"]?.integer == -1)
    #expect(first["First"]?["Title"]?.text == "Détail")
    let last = try #require(first["Next"])
    #expect(outline["Last"]?.number == last.number)
    #expect(outline["Count"]?.integer == 2)
    let place = try #require(last["Dest"]?.items)
    #expect(place[0].number == file.pages[1].number)
    // From the foot of the page: 841.89 − 200.
    #expect(place[3].real == 641.89)
  }

  @Test func aLinkCoversItsAreaInPageCoordinates() throws {
    var structure = Structure(language: "fr")
    let node = structure.add(.link, in: structure.add(.paragraph))
    var inner = Frame(size: Size(width: 50, height: 50))
    let address = "https://example.org/a?b='c'&d=(é)%20\\"
    for y: Length in [5, 25] {
      inner.add(
        .link(Size(width: 10, height: 10), .address(address)), at: Point(x: 5, y: y), owner: .node(node))
    }
    var page = Frame(size: .a4)
    page.add(.group(inner, .scale(2), clip: nil), at: Point(x: 300, y: 100))
    var document = Samples.document([page])
    document.structure = structure
    let links = try PDFFile(PDFExporter.pdf(document, fonts: .synthetic)).pages[0]["Annots"]?.items ?? []
    try #require(links.count == 1)
    #expect(links[0]["A"]?["URI"]?.text == "https://example.org/a?b='c'&d=(%C3%A9)%20%5C")
    #expect(links[0]["Rect"]?.items.compactMap(\.real) == [310, 671.89, 330, 731.89])
    // One quadrilateral a line.
    #expect(links[0]["QuadPoints"]?.items.count == 16)
    #expect(links[0]["Contents"]?.text == address)
    #expect(links[0]["F"]?.integer == 4)
  }

  @Test func aLinkLeadsForwardToWhereANodeFirstStands() throws {
    let fonts = try Samples.fonts()
    var structure = Structure(language: "fr")
    let link = structure.add(.link)
    let heading = structure.add(.heading(1))
    let word = structure.add(.span, in: heading)
    var contents = try Samples.page(["Sommaire"], fonts)
    let area = Size(width: 90, height: 12)
    contents.add(try Samples.run("Le titre", fonts), at: Point(x: 40, y: 50), owner: .node(link))
    contents.add(.link(area, .node(heading)), at: Point(x: 40, y: 50), owner: .node(link))
    contents.add(.link(area, .node(NodeID(77))), at: Point(x: 40, y: 90), owner: .node(link))
    var chapter = Frame(size: .a4)
    chapter.add(try Samples.run("Titre", fonts, size: 20), at: Point(x: 40, y: 150), owner: .node(word))
    chapter.add(try Samples.run("Suite", fonts, size: 20), at: Point(x: 40, y: 250), owner: .node(word))
    var document = Samples.document([contents, chapter])
    document.structure = structure
    let file = try PDFFile(PDFExporter.pdf(document, fonts: fonts))
    let links = file.pages[0]["Annots"]?.items ?? []
    try #require(links.count == 1)
    #expect(links[0]["Contents"]?.text == "Le titre")
    let place = try #require(links[0]["Dest"]?.items)
    #expect(place[0].number == file.pages[1].number)
    // 841.89 − 130: the top of the first line, from the foot of the second page.
    #expect(place[3].real == 711.89)
  }

  @Test func theCallOfANoteIsDescribedByItsName() throws {
    let fonts = try Samples.fonts()
    var structure = Structure(language: "fr")
    let paragraph = structure.add(.paragraph)
    let link = structure.add(.link, in: structure.add(.reference, in: paragraph))
    let note = structure.add(.note, title: "Note 3")
    var page = Frame(size: .a4)
    page.add(try Samples.run("3", fonts), at: Point(x: 40, y: 50), owner: .node(link))
    page.add(.link(Size(width: 5, height: 12), .node(note)), at: Point(x: 40, y: 40), owner: .node(link))
    page.add(try Samples.run("La note.", fonts), at: Point(x: 40, y: 700), owner: .node(note))
    var document = Samples.document([page])
    document.structure = structure
    let file = try PDFFile(PDFExporter.pdf(document, fonts: fonts))
    let annotation = try #require(file.pages[0]["Annots"]?.items.first)
    #expect(annotation["Contents"]?.text == "Note 3")
    #expect(try #require(annotation["Dest"]?.items)[0].number == file.pages[0].number)
  }

  @Test func aLinkOverTwoPagesIsOneElementWithAnAnnotationOnEach() throws {
    let fonts = try Samples.fonts()
    var structure = Structure(language: "fr")
    let link = structure.add(.link, in: structure.add(.paragraph))
    var pages = [Frame(size: .a4), Frame(size: .a4)]
    for (index, y) in [Length(points: 800), 50].enumerated() {
      pages[index].add(
        try Samples.run(["le début", "la fin"][index], fonts), at: Point(x: 40, y: y), owner: .node(link))
      pages[index].add(
        .link(Size(width: 60, height: 12), .address("https://example.org/")), at: Point(x: 40, y: y - 10),
        owner: .node(link))
    }
    var document = Samples.document(pages)
    document.structure = structure
    let file = try PDFFile(PDFExporter.pdf(document, fonts: fonts))
    let annotations = try file.pages.map { try #require($0["Annots"]?.items.first) }
    #expect(annotations.allSatisfy { $0["QuadPoints"]?.items.count == 8 })
    let top = try #require(
      file.root["StructTreeRoot"]?["K"]?.items.first ?? file.root["StructTreeRoot"]?["K"])
    let element = try #require(top["K"]?.items.first?["K"]?.items.first)
    #expect(element["S"]?.name == "Link")
    let kids = try #require(element["K"]?.items.filter { $0["Type"]?.name == "OBJR" })
    #expect(kids.compactMap { $0["Obj"]?.number } == annotations.map(\.number))
    #expect(kids.compactMap { $0["Pg"]?.number } == file.pages.map(\.number))
    let parents = try #require(file.root["StructTreeRoot"]?["ParentTree"]?["Nums"]?.items)
    #expect(parents.suffix(4).compactMap(\.integer) == annotations.compactMap { $0["StructParent"]?.integer })
    #expect(parents.suffix(3).map(\.number)[0] == element.number && parents.last?.number == element.number)
  }

  @Test func threadsDoNotDisturbEachOther() async throws {
    let fonts = try Samples.fonts()
    let document = Samples.document([try Samples.page(["efficacité", "financière"], fonts)])
    let alone = try PDFExporter.pdf(document, fonts: fonts)
    try await withThrowingTaskGroup(of: [UInt8].self) { group in
      for _ in 0..<8 { group.addTask { try PDFExporter.pdf(document, fonts: fonts) } }
      for try await bytes in group { #expect(bytes == alone) }
    }
  }

  @Test func patternsStayVector() throws {
    var page = Frame(size: .a4)
    let paints: [Paint] = [
      .hatch(line: .black, width: 0.5, pitch: 3, ground: .white),
      .dots(dot: .black, radius: 0.5, pitch: 3, ground: .white),
      .color(Color(0x335577).opacity(0.5)),
    ]
    for (i, paint) in paints.enumerated() {
      page.place(Samples.square(60, fill: paint), at: Point(x: Length(points: 50 * Double(i)), y: 100))
    }
    let file = try PDFFile(PDFExporter.pdf(Samples.document([page]), fonts: .synthetic))
    #expect(!file.objects.contains { $0["Subtype"]?.name == "Image" })
    #expect(file.objects.contains { $0.isStream })
  }

  @Test func aPageWithoutSizeIsAnError() throws {
    let failure = try #require(throws: Failure.self) {
      try PDFExporter.pdf(Samples.document([Frame(size: .zero)]), fonts: .synthetic)
    }
    #expect(failure.diagnostics.first?.code == "bad-page-size")
  }

  @Test func aFontWithoutFileIsAnError() throws {
    var page = Frame(size: .a4)
    page.add(try Samples.run("texte", .synthetic), at: Point(x: 10, y: 10))
    let failure = try #require(throws: Failure.self) {
      try PDFExporter.pdf(Samples.document([page]), fonts: .synthetic)
    }
    #expect(failure.diagnostics.first?.code == "font-without-file")
  }

  @Test func aMissingFontIsNamed() throws {
    let fonts = try Samples.fonts()
    var run = try Samples.run("texte", fonts)
    run.font = FontID("mono")
    var page = Frame(size: .a4)
    page.add(run, at: Point(x: 10, y: 10))
    let failure = try #require(throws: Failure.self) {
      try PDFExporter.pdf(Samples.document([page]), fonts: fonts)
    }
    #expect(failure.diagnostics.first?.code == "unknown-font")
  }

  @Test func aMissingGlyphIsAnError() throws {
    let fonts = try Samples.fonts()
    var run = try Samples.run("texte", fonts)
    run.glyphs[2].id = 0
    var page = Frame(size: .a4)
    page.add(run, at: Point(x: 10, y: 10))
    let failure = try #require(throws: Failure.self) {
      try PDFExporter.pdf(Samples.document([page]), fonts: fonts)
    }
    #expect(failure.diagnostics.first?.code == "missing-glyph")
  }

  @Test func anUnknownDrawingIsAnError() throws {
    var page = Frame(size: .a4)
    page.add(.use(Drawing.ID("nowhere"), .identity))
    let failure = try #require(throws: Failure.self) {
      try PDFExporter.pdf(Samples.document([page]), fonts: .synthetic)
    }
    #expect(failure.diagnostics.first?.code == "unknown-drawing")
  }
}
