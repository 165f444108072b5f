import Cairo
import Testing

@Suite struct MisuseTests {
  private func context() throws -> Context { try Context(ImageSurface(width: 4, height: 4)) }

  @Test func aMatrixWithoutInverseIsAnError() throws {
    let context = try context()
    #expect(throws: CairoError.self) { try context.transform(.scale(0, 1)) }
    // The error stays: nothing is drawn as if all were well.
    #expect(throws: CairoError.self) { try context.paint() }
  }

  @Test func dashesBelowZeroAreAnError() throws {
    let context = try context()
    #expect(throws: CairoError.self) { try context.setDash([-1]) }
  }

  @Test(arguments: [(0.0, 10.0), (10, -1), (.nan, 10), (.infinity, 10)])
  func pagesHaveASize(width: Double, height: Double) {
    #expect(throws: CairoError.self) { try PDFSurface(width: width, height: height) }
    #expect(throws: CairoError.self) { try SVGSurface(width: width, height: height) }
  }

  @Test func aFinishedSurfaceTakesNoMore() throws {
    let surface = try PDFSurface(width: 10, height: 10)
    _ = try surface.finish()
    #expect(throws: CairoError.self) { try surface.setPageLabel("2") }
  }

  @Test func clustersMustCoverTheText() throws {
    let context = try context()
    let glyphs = [Glyph(index: 1, origin: .origin)]
    #expect(throws: CairoError.clusterMismatch) {
      try context.show(glyphs, clusters: [TextCluster(byteCount: 1, glyphCount: 1)], text: "ab")
    }
  }

  @Test func aTagInAGroupIsRefused() throws {
    let context = try Context(PDFSurface(width: 10, height: 10))
    #expect(throws: CairoError.tagInGroup("Span")) {
      _ = try context.group { try context.tagged("Span") {} }
    }
    // The group was ended in spite of the error.
    try context.paint()
  }

  @Test func anAddressCannotEscapeItsAttribute() throws {
    let surface = try PDFSurface(width: 10, height: 10)
    let context = try Context(surface)
    let area = Rectangle(x: 0, y: 0, width: 5, height: 5)
    try context.link(to: "x' rect=[0 0 9 9] uri='y) /S /Launch (", over: area)
    context.rectangle(area)
    try context.fill()
    let text = String(decoding: try surface.finish(), as: Unicode.ASCII.self)
    #expect(!text.contains("/S /Launch"))
  }

  @Test func anUnknownTagIsAnError() throws {
    let surface = try PDFSurface(width: 10, height: 10)
    let context = try Context(surface)
    #expect(throws: CairoError.self) {
      try context.tagged("NoSuchTag") { try context.paint() }
      try surface.showPage()
      _ = try surface.finish()
    }
  }

  @Test func aFileThatIsNoFontIsAnError() throws {
    let library = try FreeTypeLibrary()
    #expect(throws: CairoError.self) { try FontFace(path: "/etc/hostname", library: library) }
    #expect(throws: CairoError.self) { try FontFace(path: "/no/such/font.otf", library: library) }
  }
}
