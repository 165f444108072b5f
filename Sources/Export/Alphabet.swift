import Cairo
import Fonts
import Pages

/// Every letter that a document draws, font by font.
///
/// Drawn first on each of several surfaces, it makes their subsets of fonts equal: glyph for glyph, and by name.
struct Alphabet: Sendable {
  private struct Letter: Hashable {
    var font: FontID
    var glyphs: [UInt32]
    var text: String
  }

  /// A letter of one glyph and up to four bytes, packed: nearly all are, and each is met hundreds of times.
  private struct ShortLetter: Hashable {
    var glyph: UInt32
    var bytes: UInt32 = 0

    init?(_ cluster: TextCluster, _ glyph: UInt32?, _ text: Substring.UTF8View) {
      guard let glyph, cluster.glyphCount == 1, cluster.byteCount <= 4 else { return nil }
      self.glyph = glyph
      for byte in text.prefix(cluster.byteCount) { bytes = bytes << 8 | UInt32(byte) }
    }
  }

  private var letters: [Letter] = []
  private var known: Set<Letter> = []
  private var short: [FontID: Set<ShortLetter>] = [:]

  /// In the order in which pages, then drawings, draw them.
  init(of document: PagedDocument) {
    let readable = ReadableText(document.structure)
    for page in document.pages { add(page.frame) { readable.naming($0.text, $0.clusters) } }
    for drawing in document.drawings { add(drawing.frame) { ($0.text, $0.clusters) } }
  }

  private mutating func add(
    _ frame: Frame, reading: (GlyphRun) -> (text: String, clusters: [TextCluster])
  ) {
    var runs: [GlyphRun] = []
    frame.walk { item, _, _ in if case .glyphs(let run) = item, !run.glyphs.isEmpty { runs.append(run) } }
    for run in runs {
      let (text, clusters) = reading(run)
      var met = short.removeValue(forKey: run.font) ?? []
      add(run, text, clusters, met: &met)
      short[run.font] = met
    }
  }

  private mutating func add(
    _ run: GlyphRun, _ text: String, _ clusters: [TextCluster], met: inout Set<ShortLetter>
  ) {
    var (bytes, glyphs) = (Substring(text).utf8, run.glyphs[...])
    for cluster in clusters {
      let (these, those) = (bytes, glyphs)
      (bytes, glyphs) = (bytes.dropFirst(cluster.byteCount), glyphs.dropFirst(cluster.glyphCount))
      if let letter = ShortLetter(cluster, those.first?.id, these), !met.insert(letter).inserted { continue }
      let letter = Letter(
        font: run.font, glyphs: those.prefix(cluster.glyphCount).map(\.id),
        text: String(Substring(these.prefix(cluster.byteCount))))
      if known.insert(letter).inserted { letters.append(letter) }
    }
  }

  /// Each letter once, and the space of each font, which readable text may need anywhere. A run a font, inside the
  /// page: Cairo leaves out what stands outside, and spaces that stand alone.
  func draw(on context: Context, faces: FaceStore) throws {
    var fonts: [FontID] = []
    for letter in letters where !fonts.contains(letter.font) { fonts.append(letter.font) }
    for font in fonts {
      let face = try faces.face(for: font)
      try context.setFont(face, size: 10)
      let space = face.glyph(for: " ")
      let all =
        letters.filter { $0.font == font }
        + (space == 0 ? [] : [Letter(font: font, glyphs: [space], text: " ")])
      try context.show(
        all.flatMap(\.glyphs).map { Cairo.Glyph(index: $0, origin: Position(x: 100, y: 100)) },
        clusters: all.map { TextCluster(byteCount: $0.text.utf8.count, glyphCount: $0.glyphs.count) },
        text: all.map(\.text).joined())
    }
  }
}
