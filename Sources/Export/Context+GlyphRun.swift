import Cairo
import Diagnostics
import Geometry
import Pages

extension Context {
  /// Draws a run with the start of its baseline at `origin`.
  ///
  /// `readable`: what makes a file's text whole; `nil` where nobody reads it.
  func show(
    _ run: GlyphRun, of owner: Owner, at origin: Point, faces: FaceStore, readable: ReadableText? = nil
  ) throws {
    guard !run.glyphs.contains(where: { $0.id == 0 }) else {
      throw Failure(ExportMessage.missingGlyph(run))
    }
    setSource(RGBA(run.color))
    let face = try faces.face(for: run.font)
    try setFont(face, size: run.size.points)
    var (glyphs, clusters, text) = (run.placed(from: origin), run.clusters, run.text)
    if let readable {
      (text, clusters) = readable.naming(text, clusters)
      let space = face.glyph(for: " ")
      if readable.lacksSpace(before: run, of: owner, at: origin, onPage: Transform(matrix)), space != 0 {
        let before = Cairo.Glyph(index: space, origin: Position(origin - Point(x: run.size * 0.2, y: .zero)))
        glyphs.insert(before, at: 0)
        clusters.insert(TextCluster(byteCount: 1, glyphCount: 1), at: 0)
        text = " " + text
      }
    }
    try show(glyphs, clusters: clusters, text: text)
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
