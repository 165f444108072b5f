import Cairo
import Testing

@Suite struct ContextTests {
  private let red = RGBA(red: 1, green: 0, blue: 0)

  @Test func fillsInside() throws {
    let surface = try ImageSurface(width: 10, height: 10)
    let context = try Context(surface)
    context.setColor(red)
    context.rectangle(Rectangle(Point(2, 2), width: 4, height: 4))
    try context.fill()
    #expect(surface.pixel(x: 3, y: 3) == red)
    #expect(surface.pixel(x: 8, y: 8)?.alpha == 0)
    #expect(surface.pixel(x: 10, y: 0) == nil)
  }

  @Test func scopesUndoClips() throws {
    let surface = try ImageSurface(width: 10, height: 10)
    let context = try Context(surface)
    context.setColor(red)
    try context.saved {
      context.rectangle(Rectangle(Point(0, 0), width: 5, height: 10))
      try context.clip()
      try context.paint()
    }
    #expect(surface.pixel(x: 7, y: 5)?.alpha == 0)
    try context.paint()
    #expect(surface.pixel(x: 7, y: 5) == red)
  }

  @Test func drawingAfterTheEndIsAnError() throws {
    let surface = try PDFSurface(width: 100, height: 100)
    let context = try Context(surface)
    try surface.finish()
    #expect(throws: CairoError.self) { try context.paint() }
  }

  @Test func aFileThatIsNoFontIsNamed() throws {
    let error = try #require(throws: CairoError.self) {
      try FontFace(file: "/etc/hostname", engine: FontEngine())
    }
    #expect(error.description.contains("/etc/hostname"))
  }
}
