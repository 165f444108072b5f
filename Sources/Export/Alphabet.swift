import Cairo
import Diagnostics
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

    /// With the character that stands for the letters of a ligature.
    func named(by readable: ReadableText) -> Letter {
      let cluster = TextCluster(byteCount: text.utf8.count, glyphCount: glyphs.count)
      return Letter(font: font, glyphs: glyphs, text: readable.naming(text, [cluster]).text)
    }
  }

  /// The letters of one glyph and up to four bytes that were met in a font: nearly all are such, and each is met hundreds
  /// of times.
  private struct ShortLetters {
    /// By glyph, the bytes of the first of its texts; 0 for a glyph that was not met.
    private var texts: [UInt32] = []

    /// Whether the letter is a short one that was met before.
    mutating func meet(_ cluster: TextCluster, _ glyph: UInt32?, _ text: Substring.UTF8View) -> Bool {
      guard let glyph = glyph.map(Int.init), cluster.glyphCount == 1, 1...4 ~= cluster.byteCount else {
        return false
      }
      let bytes = text.prefix(cluster.byteCount).reduce(UInt32(0)) { $0 << 8 | UInt32($1) }
      if glyph >= texts.count { texts += Array(repeating: 0, count: glyph + 256 - texts.count) }
      if texts[glyph] == 0 { texts[glyph] = bytes } else if texts[glyph] == bytes { return true }
      return false
    }
  }

  private var letters: [Letter] = []
  private var known: Set<Letter> = []
  private var short: [FontID: ShortLetters] = [:]

  /// In the order in which pages, then drawings, draw them. Stretches of pages are read side by side.
  init(of document: PagedDocument, in parts: [Range<Int>]) throws {
    let drawings = document.drawings.map(\.frame)
    let frames = parts.map { document.pages[$0].map(\.frame) } + [drawings]
    let read = try frames.concurrentMap { Alphabet(of: $0) }
    let readable = ReadableText(document.structure)
    for letter in read.dropLast().flatMap(\.letters) { add(letter.named(by: readable)) }
    for letter in read[parts.count].letters { add(letter) }
  }

  /// Letters as the frames have them.
  private init(of frames: [Frame]) {
    var runs: [GlyphRun] = []
    for frame in frames {
      frame.walk { item, _, _ in if case .glyphs(let run) = item, !run.glyphs.isEmpty { runs.append(run) } }
    }
    for run in runs {
      var met = short.removeValue(forKey: run.font) ?? ShortLetters()
      add(run, met: &met)
      short[run.font] = met
    }
  }

  private mutating func add(_ letter: Letter) {
    if known.insert(letter).inserted { letters.append(letter) }
  }

  private mutating func add(_ run: GlyphRun, met: inout ShortLetters) {
    var (bytes, glyphs) = (Substring(run.text).utf8, run.glyphs[...])
    for cluster in run.clusters {
      let (these, those) = (bytes, glyphs)
      (bytes, glyphs) = (bytes.dropFirst(cluster.byteCount), glyphs.dropFirst(cluster.glyphCount))
      if met.meet(cluster, those.first?.id, these) { continue }
      add(
        Letter(
          font: run.font, glyphs: those.prefix(cluster.glyphCount).map(\.id),
          text: String(Substring(these.prefix(cluster.byteCount)))))
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
