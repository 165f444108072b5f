import Diagnostics
import Fonts
import Foundation
import FoundationXML
import Geometry
import Pages
import QPDF
import Testing

@testable import Export

@Suite struct FinishingTests {
  /// Text with ligatures, a picture used twice, a hatch, a transparent fill, a link; owners change often.
  private func rich(_ fonts: FontLibrary) throws -> PagedDocument {
    var structure = Structure(language: "fr")
    let paragraph = structure.add(.paragraph)
    let link = structure.add(.link, in: paragraph)
    let figure = structure.add(.figure, alternative: "Trois carrés")
    var page = Frame(size: .a4)
    let texts = ["L’efficacité atteint", "le site", "affiche fluide"]
    for (index, text) in texts.enumerated() {
      page.add(
        try Samples.run(text, fonts), at: Point(x: 40, y: 60 + Length(points: 20 * Double(index))),
        owner: .node(index == 1 ? link : paragraph))
      page.add(
        Shape(.rectangle(Rect(x: 40, y: 62 + Length(points: 20 * Double(index)), width: 90, height: 1))),
        owner: .artifact(.layout))
    }
    page.add(
      .link(Size(width: 60, height: 14), .address("https://example.org")), at: Point(x: 40, y: 70),
      owner: .node(link))
    let hatch = Paint.hatch(line: .black, width: 0.5, pitch: 3, ground: .white)
    let id = Drawing.ID("square")
    for x in [40.0, 120] { page.add(.use(id, .identity), at: Point(x: .pt(x), y: 200), owner: .node(figure)) }
    page.place(
      Samples.square(60, fill: .color(Color(0x335577).opacity(0.5))), at: Point(x: 90, y: 220),
      owner: .node(figure))
    var document = Samples.document(
      [page, page], drawings: [Drawing(id: id, frame: Samples.square(40, fill: hatch))])
    document.structure = structure
    return document
  }

  @Test(arguments: PDFProfile.allCases)
  func finishingMovesNoPixel(_ profile: PDFProfile) throws {
    let fonts = try Samples.fonts()
    let document = try rich(fonts)
    let drawn = try PDFExporter.draw(document, fonts: fonts, marked: profile.isTagged)
    let finished = try PDFFinisher.finish(drawn, of: document, profile: profile)
    let before = try Tool.pixels(of: #require(drawn.parts.first))
    #expect(before.count > 2 * 700 * 1000)
    #expect(try Tool.pixels(of: finished) == before)
  }

  @Test func ligaturesAreFoundAsTheirLetters() throws {
    let fonts = try Samples.fonts()
    let text = try Tool.text(of: PDFExporter.pdf(rich(fonts), fonts: fonts))
    for words in ["L’efficacité atteint", "affiche fluide"] { #expect(text.contains(words)) }
    // No mark within a mark is needed for them.
    let pages = try PDFFile(PDFExporter.pdf(rich(fonts), fonts: fonts)).pages
    #expect(!String(decoding: try pages[0].pageContent(), as: UTF8.self).contains("ActualText"))
  }

  /// ISO 32000-1, 14.8.2.2.2: what runs at the edge of pages says so.
  @Test func headAndFootSayWhereTheyRun() throws {
    let fonts = try Samples.fonts()
    var page = Frame(size: .a4)
    let run = try Samples.run("Tête", fonts)
    page.add(run, at: Point(x: 40, y: 30), owner: .artifact(.header))
    page.add(run, at: Point(x: 40, y: 800), owner: .artifact(.footer))
    page.add(run, at: Point(x: 40, y: 400), owner: .artifact(.pagination))
    let pdf = try PDFFile(PDFExporter.pdf(Samples.document([page]), fonts: fonts))
    let marks = String(decoding: try pdf.pages[0].pageContent(), as: UTF8.self).split(separator: "/Artifact ")
      .dropFirst().map { $0.prefix { $0 != ">" } }
    #expect(marks.count == 3)
    #expect(marks[0].hasPrefix("<</Type /Pagination /Subtype /Header /Attached [/Top] /BBox [40 80"))
    #expect(marks[1].hasPrefix("<</Type /Pagination /Subtype /Footer /Attached [/Bottom] /BBox [40 39"))
    #expect(marks[2] == "<</Type /Pagination")
  }

  @Test func linesOfAParagraphAreApart() throws {
    let fonts = try Samples.fonts()
    var structure = Structure(language: "fr")
    let paragraph = structure.add(.paragraph)
    var page = Frame(size: .a4)
    let lines = ["un mot cou\u{AD}", "pé et un", "autre"]
    for (index, text) in lines.enumerated() {
      var run = try Samples.run(text.replacingOccurrences(of: "\u{AD}", with: "\u{2010}"), fonts)
      run.text = text
      page.add(run, at: Point(x: 40, y: 60 + Length(points: 14 * Double(index))), owner: .node(paragraph))
    }
    var document = Samples.document([page])
    document.structure = structure
    let file = try PDFFile(PDFExporter.pdf(document, fonts: fonts))
    let shown = try Tool.info(of: file.written(), ["-struct-text"])
    #expect(shown.contains("\"un mot coupé et un autre\""))
  }

  // MARK: Hostile text

  static let hostile = [
    "<b>&amp; ]]> \"'", #"(a\) \( ((("#, "a\u{0}b\u{1}c\u{1B}fr\u{1B}", "\u{202E}abc\u{202C}\u{200F}",
    "ligne\nautre\r\tfin",
    String(repeating: "é", count: 10_000), "\u{FEFF}\u{FFFE}x", "𝔘𝔫𝔦 🎉", "</rdf:li><?xpacket end=\"w\"?>",
  ]

  @Test(arguments: Self.hostile)
  func hostileTextBreaksNeitherFileNorMetadata(_ text: String) throws {
    let fonts = try Samples.fonts()
    var structure = Structure(language: "fr")
    let figure = structure.add(.figure, title: text, alternative: text)
    let link = structure.add(.link)
    var page = Frame(size: .a4)
    page.place(Samples.square(40, fill: .color(.black)), at: Point(x: 9, y: 9), owner: .node(figure))
    page.add(.link(Size(width: 9, height: 9), .address(text)), at: Point(x: 40, y: 70), owner: .node(link))
    var document = Samples.document([page])
    document.structure = structure
    document.pages[0].label = text
    document.bookmarks = [.init(title: text, level: 1, page: 0, y: 0)]
    document.properties.title = text + "."
    document.properties.author = text
    document.properties.subject = text
    document.properties.keywords = [text]
    document.attachments = [
      .init(name: text, mediaType: "text/csv", title: text, relationship: .data, node: figure, bytes: [1])
    ]
    let file = try PDFFile(PDFExporter.pdf(document, fonts: fonts))
    #expect(file.root["Outlines"]?["First"]?["Title"]?.text == text.printable)
    #expect(file.trailer["Info"]?["Title"]?.text == text.printable + ".")
    let metadata = try XMLDocument(data: Data(file.root["Metadata"]?.streamBytes() ?? []))
    let values = try metadata.nodes(forXPath: "//*[local-name()='li']").compactMap(\.stringValue)
    #expect(values.contains(text.printable + "."))
    #expect(try Tool.info(of: file.written()).contains("Tagged:          yes"))
  }

  @Test func aTitleOfNothingIsRefused() throws {
    var document = Samples.document([Frame(size: .a4)])
    document.properties.title = " \u{0}\n"
    let failure = try #require(throws: Failure.self) { try PDFExporter.pdf(document, fonts: .synthetic) }
    #expect(failure.diagnostics.first?.code == "no-title")
  }

  @Test func aFigureWithoutWordsIsRefused() throws {
    var structure = Structure(language: "fr")
    let figure = structure.add(.figure)
    var page = Frame(size: .a4)
    page.place(Samples.square(40, fill: .color(.black)), at: .zero, owner: .node(figure))
    var document = Samples.document([page])
    document.structure = structure
    let failure = try #require(throws: Failure.self) { try PDFExporter.pdf(document, fonts: .synthetic) }
    #expect(failure.diagnostics.first?.code == "no-alternative")
  }

  @Test(arguments: ["", "2021-04-11", "2021-04-11T08:00:00+02:00", "2021-04-11 08:00:00Z"])
  func aDateIsInUTCToTheSecond(_ date: String) throws {
    var document = Samples.document([Frame(size: .a4)])
    document.properties.created = date
    let failure = try #require(throws: Failure.self) { try PDFExporter.pdf(document, fonts: .synthetic) }
    #expect(["bad-date", "drawing-failed"].contains(failure.diagnostics.first?.code))
  }

  // MARK: Parts

  @Test func headingsNeverSkipALevel() throws {
    var structure = Structure(language: "fr")
    let levels = [2, 4, 1, 3, 3, 2, 9]
    let nodes = levels.map { structure.add(.heading($0)) }
    let unseen = structure.add(.heading(1))
    let names = structure.roleNames(drawn: Set(nodes))
    #expect(nodes.map { names[$0.index] } == ["H1", "H2", "H1", "H2", "H3", "H2", "H3"])
    #expect(names[unseen.index] == "H1")
  }

  @Test func labelsThatCountUpAreOneRange() throws {
    func ranges(_ labels: [String]) -> Int {
      guard case .dictionary(let entries) = PageLabels.value(labels),
        case .array(let numbers)? = entries["Nums"]
      else { return 0 }
      return numbers.count / 2
    }
    #expect(ranges(["1", "2", "3", "4"]) == 1)
    #expect(ranges(["i", "ii", "1", "2"]) == 3)
    #expect(ranges(["3", "2", "007"]) == 3)
  }

  @Test func theColourProfileHasItsTablesInPlace() {
    let bytes = SRGBProfile.bytes
    func number(_ at: Int) -> Int { bytes[at..<(at + 4)].reduce(0) { $0 << 8 | Int($1) } }
    #expect(number(0) == bytes.count)
    #expect(String(decoding: bytes[36..<40], as: UTF8.self) == "acsp")
    #expect(number(128) == 9)
    for tag in 0..<9 {
      let (offset, length) = (number(132 + tag * 12 + 4), number(132 + tag * 12 + 8))
      #expect(offset % 4 == 0 && offset + length <= bytes.count)
    }
    #expect(bytes.count < 3000)
  }

  @Test func marksThatDifferFromTheRecordAreRefused() throws {
    let marks = PageMarks(roles: ["Document", "P"], margins: MarginBoxes(of: Samples.document([])))
    let owners: [Owner] = [.node(NodeID(1)), .artifact(.layout)]
    func rewritten(_ content: String) throws -> String {
      String(decoding: try marks.rewritten(Array(content.utf8), owners: owners, page: 0), as: UTF8.self)
    }
    let span = "/Span << /MCID 0 >> BDC"
    let artifact = "/Private << /MCID 1 >> BDC"
    #expect(
      try rewritten("\(span) (a) Tj EMC \(artifact) f EMC")
        == "/P <</MCID 0>> BDC (a) Tj EMC /Artifact <</Type /Layout>> BDC f EMC")
    for content in [
      "\(span) (a) Tj EMC", "\(span) (a) Tj EMC \(artifact) f EMC f", "\(span) \(artifact) f EMC EMC",
      "\(span) (a) Tj EMC \(artifact) f", "\(span) (a) Tj EMC EMC \(artifact) f EMC",
      "\(artifact) f EMC \(span) (a) Tj EMC", "\(span) EMC \(artifact) f EMC \(span) EMC",
      "/Span <</ActualText <61>>> BDC (a) Tj EMC", "\(span) EMC \(artifact) BI /W 1 ID x EI EMC",
    ] {
      let failure = #expect(throws: Failure.self, "\(content)") { try rewritten(content) }
      #expect(failure?.diagnostics.first?.code == "marks-differ")
    }
  }
}

/// Shapes of many points, which go into the file without Cairo.
@Suite struct LongPathTests {
  private static let wave = Path.polyline(
    (0..<60).map { Point(x: .pt(40 + 5 * Double($0)), y: $0 % 2 == 0 ? 300 : 340) })

  /// The page as a picture of `dotsPerInch` 72: darkness of each pixel.
  private func picture(_ frame: Frame, marked: Bool) throws -> [UInt8] {
    let fonts = try Samples.fonts()
    let profile: PDFProfile = marked ? .accessibleWithData : .plain
    let pdf = try PDFExporter.pdf(Samples.document([frame]), fonts: fonts, profile: profile)
    return try Tool.pixels(of: pdf)
  }

  /// With and without marks a page looks the same, wherever the shape stands and whatever is around it.
  @Test func theyLookAsCairoDrawsThem() throws {
    var inner = Frame(size: Size(width: 400, height: 400))
    inner.add(
      Shape(
        Self.wave,
        stroke: Stroke(try #require(Color(hex: "#9B3420")), 3, dash: [6, 2], cap: .round, join: .round)))
    inner.add(
      Shape(
        Self.wave, fill: .color(try #require(Color(hex: "#173D65"))), stroke: Stroke(.black, 0.5),
        evenOdd: true))
    var frame = try Samples.page(["Avant", "Après"], try Samples.fonts())
    frame.add(
      .group(inner, Transform(a: 0.5, b: 0.1, c: -0.2, d: 0.7, tx: 90, ty: 40), clip: nil),
      at: Point(x: 10, y: 30))
    let clip = Path.rectangle(Rect(x: 0, y: 0, width: 150, height: 400))
    frame.add(.group(inner, .identity, clip: clip), at: Point(x: 60, y: 250))
    frame.place(inner, at: Point(x: 120, y: 400))
    frame.place(inner, at: Point(x: -5000, y: 400))
    let (marked, plain) = (try picture(frame, marked: true), try picture(frame, marked: false))
    try #require(marked.count == plain.count)
    #expect(Set(marked).count > 10)
    let unlike = zip(marked, plain).count { abs(Int($0) - Int($1)) > 24 }
    #expect(unlike < marked.count / 5000, "\(unlike) of \(marked.count)")
  }

  @Test func onePlaceHoldsNeighboursOfOneOwner() throws {
    var frame = Frame(size: .a4)
    for _ in 0..<3 { frame.add(Shape(Self.wave, stroke: Stroke(.black, 1))) }
    let marks = try PDFExporter.draw(Samples.document([frame]), fonts: try Samples.fonts()).marks
    #expect(marks.pages[0].count == 1 && marks.insertions[0].count == 1)
  }

  /// A second use costs its placing alone.
  @Test func aPathDrawnTwiceIsHeldOnce() throws {
    let far = Path.polyline(
      (0..<600).map { Point(x: .pt(40 + 0.125 * Double($0 * 37 % 3000)), y: .pt(Double($0))) })
    var page = Frame(size: .a4)
    page.add(Shape(far, stroke: Stroke(.black, 1)))
    let fonts = try Samples.fonts()
    let sizes = try [1, 2, 3].map { count in
      try PDFExporter.pdf(Samples.document(Array(repeating: page, count: count)), fonts: fonts).count
    }
    #expect(sizes[2] - sizes[1] < 400, "\(sizes)")
    let pdf = try PDFExporter.pdf(Samples.document([page, page]), fonts: fonts)
    let pixels = try Tool.pixels(of: pdf)
    #expect(pixels.prefix(pixels.count / 2) == pixels.suffix(pixels.count / 2))
    #expect(Set(pixels).count > 10)
  }

  /// Circles over a base map: what is short stands in the mark of the long line before it, as clear as it is.
  @Test func shortShapesBesideALongOneAreSeenThrough() throws {
    let line = Path.polyline((0..<60).map { Point(x: .pt(100 + Double($0)), y: .pt(100 + Double($0 % 7))) })
    var structure = Structure(language: "fr")
    let figure = structure.add(.figure, alternative: "Carte")
    var frame = Frame(size: .a4)
    frame.add(Shape(line, stroke: Stroke(.black, 4)))
    let disc = Path.circle(centre: Point(x: 130, y: 103), radius: 20)
    frame.add(Shape(disc, fill: .color(Color.black.opacity(0.5)), stroke: Stroke(.black, 0.5)))
    var page = Frame(size: .a4)
    page.place(frame, at: .zero, owner: .node(figure))
    let document = PagedDocument(
      pages: [.init(frame: page, label: "1")], structure: structure, bookmarks: [],
      properties: .init(title: "Essai", author: "Vélin", language: "fr", created: "2021-04-11T00:00:00Z"))
    let apart = try PDFExporter.pdf(document, fonts: .synthetic)
    let byCairo = try PDFExporter.draw(document, fonts: .synthetic, longPathsApart: false).parts[0]
    let (a, b) = (try Tool.pixels(of: apart), try Tool.pixels(of: byCairo))
    let differing = zip(a, b).filter { abs(Int($0) - Int($1)) > 16 }.count
    #expect(a.count == b.count && differing * 2000 < a.count, "\(differing) of \(a.count)")
  }

  @Test func coordinatesAreWhole() {
    var operators = PathOperators()
    let path = Path.polyline([Point(x: 1.125, y: -2), Point(x: 3, y: 4.5)])
    let shape = PathOperators.Written(Shape(path, stroke: Stroke(.black, 0.5)))
    operators.add(shape, .translation(Point(x: 10.25, y: 0)))
    let text = String(decoding: operators.bytes(), as: UTF8.self).split(separator: "\n")
    #expect(
      text == [
        "q", "0.125 0 0 0.125 10.25 0 cm", "0 0 0 RG", "4 w", "0 J", "0 j", "9 -16 m", "24 36 l", "S", "Q",
      ])
  }
}
