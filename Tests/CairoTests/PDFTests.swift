import Cairo
import Testing

/// A document with links, forms used twice on a page, and an outline: where Cairo 1.16 errs.
@Suite struct PDFTests {
  private let text: String

  init() throws {
    let form = try RecordingSurface(extents: Rectangle(x: 0, y: 0, width: 10, height: 10))
    let recorder = try Context(form)
    recorder.rectangle(Rectangle(x: 0, y: 0, width: 10, height: 10))
    try recorder.fill()

    let surface = try PDFSurface(width: 200, height: 300)
    for page in 1...2 {
      try surface.setPageLabel("p. \(page)")
      let context = try Context(surface)
      try context.setSource(Pattern(surface: form))
      try context.paint()
      try context.saved {
        try context.transform(Matrix(xx: 2, yx: 0, xy: 0, yy: 2, x0: 50, y0: 100))
        try context.setSource(Pattern(surface: form))
        try context.paint()
        try context.link(
          to: "https://example.org/l'été(1)", over: Rectangle(x: 0, y: 0, width: 10, height: 5))
      }
      try surface.showPage()
    }
    let chapter = try surface.addOutline("Chapitre", page: 1, position: Position(x: 0, y: 20))
    _ = try surface.addOutline("Détail", page: 2, position: Position(x: 0, y: 50), in: chapter)
    text = String(decoding: try surface.finish(), as: Unicode.ASCII.self)
  }

  /// Cairo embeds fonts when the document ends, long after our own objects are gone.
  @Test func aFaceLivesAsLongAsCairoNeedsIt() throws {
    let surface = try PDFSurface(width: 100, height: 100)
    do {
      let path = "/usr/share/fonts/opentype/linux-libertine/LinLibertine_R.otf"
      let context = try Context(surface)
      try context.setFont(FontFace(path: path, library: FreeTypeLibrary()), size: 12)
      let glyphs = [Glyph(index: 40, origin: Position(x: 10, y: 50))]
      try context.show(glyphs, clusters: [TextCluster(byteCount: 1, glyphCount: 1)], text: "E")
    }
    let text = String(decoding: try surface.finish(), as: Unicode.ASCII.self)
    #expect(text.contains("LinLibertine"))
    #expect(text.contains("/FontFile"))
  }

  @Test func everyEntryOfTheTableIsAnObjectOrFree() throws {
    let bytes = Array(text.unicodeScalars)
    let table = try #require(text.range(of: "xref\n0 "))
    let entries = text[table.upperBound...].split(separator: "\n").dropFirst().prefix { $0.hasSuffix(" ") }
    #expect(entries.count > 10)
    for (number, entry) in entries.enumerated() where entry.hasSuffix("n ") {
      let offset = try #require(Int(entry.prefix(10)))
      let expected = Array("\(number) 0 obj".unicodeScalars)
      #expect(Array(bytes[offset..<(offset + expected.count)]) == expected)
    }
  }

  @Test func aFormStandsOnceInTheResourcesOfAPage() throws {
    let forms = text.components(between: "/XObject <<", and: ">>")
    #expect(forms.count == 2)
    for entries in forms { #expect(entries.filter { $0 == "/" }.count == 1) }
  }

  @Test func theOutlineCountsUpwards() throws {
    let outline = try #require(text.components(between: "/Type /Outlines", and: ">>").first)
    #expect(outline.contains("/Count  1"))
  }

  @Test func anOutlineLeadsToAPlaceMeasuredFromTheTop() {
    #expect(text.contains("/XYZ 0 280 0]"))
    #expect(text.contains("/XYZ 0 250 0]"))
  }

  @Test func aLinkIsInPageCoordinatesAndItsAddressIsEncoded() {
    #expect(text.contains("/Rect [ 50 190 70 200 ]"))
    #expect(text.contains("/URI (https://example.org/l%27%C3%A9t%C3%A9%281%29)"))
  }
}

extension String {
  fileprivate func components(between start: String, and end: String) -> [String] {
    split(separator: start, omittingEmptySubsequences: false).dropFirst().compactMap {
      $0.split(separator: end, omittingEmptySubsequences: false).first.map(String.init)
    }
  }

  fileprivate func range(of text: String) -> Range<String.Index>? { firstRange(of: text) }
}
