import Fonts
import Geometry
import Pages
import QPDF
import Testing

@testable import Export

@Suite struct PartsTests {
  /// Pages of one paragraph that goes on from each to the next, with words that no other page has.
  private func document(pages: Int, _ fonts: FontLibrary) throws -> PagedDocument {
    var structure = Structure(language: "fr")
    let paragraph = structure.add(.paragraph)
    let words = ["efficacité", "fluide", "quatre", "zébrures", "joviales", "waxées", "blanches", "kyrielle"]
    let frames = try words.prefix(pages).map { word in
      var page = Frame(size: .a4)
      page.add(try Samples.run(word, fonts), at: Point(x: 40, y: 60), owner: .node(paragraph))
      page.place(
        Samples.square(60, fill: .color(.black)), at: Point(x: 90, y: 220), owner: .artifact(.layout))
      return page
    }
    var document = Samples.document(frames)
    document.structure = structure
    return document
  }

  @Test func longDocumentsAreDrawnInPartsAndReadAsOne() throws {
    let fonts = try Samples.fonts()
    let long = try document(pages: 8, fonts)
    #expect(long.parts.count == 2)
    #expect(try document(pages: 5, fonts).parts == [0..<5])
    let bytes = try PDFExporter.pdf(long, fonts: fonts)
    let words = try Tool.text(of: bytes).split { $0.isWhitespace }
    #expect(
      words == ["efficacité", "fluide", "quatre", "zébrures", "joviales", "waxées", "blanches", "kyrielle"])
  }

  /// Open faces are shared: what was drawn with them before changes nothing.
  @Test func facesThatDrewOthersDrawTheSame() throws {
    let fonts = try Samples.fonts()
    let faces = FacePool()
    for pages in [8, 3, 8, 1] {
      let document = try document(pages: pages, fonts)
      #expect(
        try PDFExporter.pdf(document, fonts: fonts, faces: faces) == PDFExporter.pdf(document, fonts: fonts))
    }
  }

  /// Every page looks as in a document that is drawn in one part, and both parts draw with the same fonts.
  @Test func partsShareTheirFonts() throws {
    let fonts = try Samples.fonts()
    let long = try document(pages: 8, fonts)
    let bytes = try PDFExporter.pdf(long, fonts: fonts)
    var short = long
    var pixels: [UInt8] = []
    for page in long.pages {
      short.pages = [page]
      pixels += try Tool.pixels(of: PDFExporter.pdf(short, fonts: fonts))
    }
    #expect(try Tool.pixels(of: bytes) == pixels)
    let file = try PDFFile(bytes)
    let used = file.pages.map { page in
      (page["Resources"]?["Font"]?.keys ?? []).compactMap { page["Resources"]?["Font"]?[$0]?.number }
    }
    let all = file.objects.filter { $0["Type"]?.name == "Font" && $0["Subtype"]?.name != "CIDFontType0" }
    #expect(Set(used.joined()).count == Set(all.compactMap { $0["BaseFont"]?.name }).count)
    #expect(!Set(used[0]).isDisjoint(with: used[7]))
  }

  @Test func twoRunsGiveTheSameBytes() throws {
    let fonts = try Samples.fonts()
    let long = try document(pages: 8, fonts)
    #expect(try PDFExporter.pdf(long, fonts: fonts) == PDFExporter.pdf(long, fonts: fonts))
  }
}
