import Diagnostics
import Fonts
import Geometry
import Pages

/// Real fonts, small frames and documents.
enum Samples {
  static func fonts() throws -> FontLibrary {
    let manifest = """
      folders: [/usr/share/fonts/opentype/linux-libertine]
      families:
        serif:
          package: fonts-linuxlibertine
          files: { 400: LinLibertine_R.otf, 700: LinLibertine_RB.otf }
      """
    return try FontLibrary.load(manifest: SourceFile(path: "fonts.yaml", text: manifest), root: ".")
  }

  static func run(_ text: String, _ fonts: FontLibrary, size: Length = 12) throws -> GlyphRun {
    let id = FontID("serif")
    let shaped = try fonts.font(id).shape(text)
    let glyphs = shaped.glyphs.map {
      GlyphRun.Glyph(
        id: $0.id, offset: Point(x: size * $0.dx, y: size * $0.dy), advance: size * $0.advance,
        cluster: $0.cluster)
    }
    return GlyphRun(font: id, size: size, color: .black, glyphs: glyphs, text: text)
  }

  static func page(_ texts: [String], _ fonts: FontLibrary, size: Size = .a4) throws -> Frame {
    var frame = Frame(size: size)
    for (i, text) in texts.enumerated() {
      frame.add(try run(text, fonts), at: Point(x: 40, y: 60 + Length(points: 30 * Double(i))))
    }
    return frame
  }

  static func square(_ side: Length, fill: Paint) -> Frame {
    var frame = Frame(size: Size(width: side, height: side))
    frame.add(Shape(.rectangle(Rect(x: 0, y: 0, width: side, height: side)), fill: fill))
    return frame
  }

  static func document(_ pages: [Frame], drawings: [Drawing] = []) -> PagedDocument {
    PagedDocument(
      pages: pages.enumerated().map { .init(frame: $1, label: "\($0 + 1)") }, drawings: drawings,
      structure: Structure(language: "fr"), bookmarks: [],
      properties: .init(
        title: "Aides aux entreprises", author: "Vélin", subject: "Point hebdomadaire",
        keywords: ["aides", "régions"], language: "fr", created: "2021-04-11T08:00:00Z"))
  }
}
