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
    try setFont(try faces.face(for: run.font), size: run.size.points)
    try show(run.placed(from: origin), clusters: run.clusters, text: run.text)
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
