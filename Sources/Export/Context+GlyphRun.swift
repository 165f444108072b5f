import Cairo
import Diagnostics
import Geometry
import Pages

extension Context {
  /// Draws a run with the start of its baseline at `origin`.
  func show(_ run: GlyphRun, at origin: Point, faces: FaceStore) throws {
    guard !run.glyphs.isEmpty else { return }
    guard !run.glyphs.contains(where: { $0.id == 0 }) else {
      throw Failure(ExportMessage.missingGlyph(run))
    }
    setSource(RGBA(run.color))
    let face = try faces.face(for: run.font)
    try setFont(face, size: run.size.points)
    let (text, clusters) = run.spelled(by: face)
    try show(run.placed(from: origin), clusters: clusters, text: text)
  }
}

extension GlyphRun {
  /// The glyphs where they stand, the pen starting at `origin`.
  fileprivate func placed(from origin: Point) -> [Cairo.Glyph] {
    var pen = origin
    return glyphs.map { glyph in
      defer { pen.x = pen.x + glyph.advance }
      return Cairo.Glyph(index: glyph.id, origin: Position(pen + glyph.offset))
    }
  }

  /// One cluster for all glyphs that start at the same byte; the first takes what stands before it.
  var clusters: [TextCluster] {
    var starts: [Int] = []
    var counts: [Int] = []
    for glyph in glyphs {
      if starts.last == glyph.cluster {
        counts[counts.count - 1] += 1
      } else {
        starts.append(glyph.cluster)
        counts.append(1)
      }
    }
    let ends = starts.dropFirst() + [text.utf8.count]
    return zip(zip([0] + starts.dropFirst(), ends), counts).map { range, count in
      TextCluster(byteCount: range.1 - range.0, glyphCount: count)
    }
  }
}

// MARK: - Ligatures

extension GlyphRun {
  /// Text and clusters as Cairo is told them: a ligature that has a character of its own is named by it.
  ///
  /// Cairo wraps every other ligature in a mark of its own, within ours; the finisher gives the letters back.
  fileprivate func spelled(by face: FontFace) -> (text: String, clusters: [TextCluster]) {
    var clusters = clusters
    guard clusters.contains(where: { $0.byteCount > 1 && $0.glyphCount == 1 }) else {
      return (text, clusters)
    }
    let bytes = Array(text.utf8)
    var spelled: [UInt8] = []
    var (byte, glyph) = (0, 0)
    for (index, cluster) in clusters.enumerated() {
      let letters = bytes[byte..<(byte + cluster.byteCount)]
      if cluster.glyphCount == 1, let ligature = Ligature.all.first(where: { $0.isSpelled(letters) }),
        face.glyph(for: ligature.character) == glyphs[glyph].id
      {
        let character = Array(String(Character(ligature.character)).utf8)
        spelled += character
        clusters[index].byteCount = character.count
      } else {
        spelled += letters
      }
      (byte, glyph) = (byte + cluster.byteCount, glyph + cluster.glyphCount)
    }
    return (String(decoding: spelled, as: UTF8.self), clusters)
  }
}

/// A ligature with a character of its own (Unicode, Alphabetic Presentation Forms).
struct Ligature: Hashable, Sendable {
  var character: Unicode.Scalar
  var letters: String

  static let all = [
    Ligature(character: "\u{FB00}", letters: "ff"), Ligature(character: "\u{FB01}", letters: "fi"),
    Ligature(character: "\u{FB02}", letters: "fl"), Ligature(character: "\u{FB03}", letters: "ffi"),
    Ligature(character: "\u{FB04}", letters: "ffl"), Ligature(character: "\u{FB05}", letters: "\u{17F}t"),
    Ligature(character: "\u{FB06}", letters: "st"),
  ]

  func isSpelled(_ bytes: ArraySlice<UInt8>) -> Bool { bytes.elementsEqual(letters.utf8) }
}
