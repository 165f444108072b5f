import Diagnostics
import Export
import Fonts
import Geometry
import Pages

#if canImport(Glibc)
  import Glibc
#elseif canImport(Musl)
  import Musl
#else
  import Darwin
#endif

/// What it costs to draw and to finish a PDF of many pages, each of a hundred marks.
///
/// `finishing [PAGES]`, 500 by default; prints milliseconds a page and the largest memory so far.
@main
struct Finishing {
  static func main() throws {
    let pages = CommandLine.arguments.dropFirst().first.flatMap(Int.init) ?? 500
    let fonts = try FontLibrary.load(
      manifest: SourceFile(
        path: "fonts.yaml",
        text: """
          folders: [/usr/share/fonts/opentype/linux-libertine]
          families: { serif: { files: { 400: LinLibertine_R.otf } } }
          """))
    let document = try Sample(fonts: fonts).document(pages: pages)
    report("made", pages: pages, .zero, bytes: 0)
    let clock = ContinuousClock()
    var drawn: PDFExporter.Drawn?
    let drawing = try clock.measure { drawn = try PDFExporter.draw(document, fonts: fonts) }
    report("drawn", pages: pages, drawing, bytes: drawn?.parts.joined().count ?? 0)
    guard let drawn else { return }
    var finished: [UInt8] = []
    let finishing = try clock.measure { finished = try PDFFinisher.finish(drawn, of: document) }
    report("finished", pages: pages, finishing, bytes: finished.count)
  }

  private static func report(_ phase: String, pages: Int, _ time: Duration, bytes: Int) {
    let microseconds = time.components.seconds * 1_000_000 + time.components.attoseconds / 1_000_000_000_000
    var usage = rusage()
    getrusage(.init(RUSAGE_SELF.rawValue), &usage)
    print(
      "\(phase): \(Double(microseconds / Int64(pages)) / 1000) ms a page, \(usage.ru_maxrss / 1024) MB,",
      "\(bytes / 1024) KB")
  }
}

/// Pages of a hundred lines, each a paragraph of its own between rules.
struct Sample {
  let fonts: FontLibrary

  func document(pages count: Int) throws -> PagedDocument {
    var structure = Structure(language: "fr")
    let lines = try (0..<10).map { try run("Ligne \($0) : montant versé par habitant, 1 068 €") }
    let pages = (0..<count).map { number -> PagedDocument.Page in
      let section = structure.add(.section)
      var frame = Frame(size: .a4)
      for index in 0..<100 {
        let node = structure.add(.paragraph, in: section)
        let (column, row) = index.quotientAndRemainder(dividingBy: 50)
        let place = Point(x: .pt(40 + 260 * Double(column)), y: .pt(40 + 15 * Double(row)))
        frame.add(lines[(number + index) % lines.count], at: place, owner: .node(node))
      }
      return .init(frame: frame, label: "\(number + 1)")
    }
    return PagedDocument(
      pages: pages, structure: structure, bookmarks: [],
      properties: .init(
        title: "Mesure", author: "Vélin", language: "fr", created: "2021-04-11T00:00:00Z"))
  }

  private func run(_ text: String) throws -> GlyphRun {
    let (id, size) = (FontID("serif"), Length.pt(9))
    let glyphs = try fonts.font(id).shape(text).glyphs.map {
      GlyphRun.Glyph(
        id: $0.id, offset: Point(x: size * $0.dx, y: size * $0.dy), advance: size * $0.advance,
        cluster: $0.cluster)
    }
    return GlyphRun(font: id, size: size, color: .black, glyphs: glyphs, text: text)
  }
}
