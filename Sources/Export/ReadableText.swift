import Cairo
import Geometry
import Pages

/// Makes the text of a PDF whole: spaces where words end without one being drawn, and ligatures as their letters.
final class ReadableText {
  private let structure: Structure
  private var breaks = WordBreaks()
  /// The letters of each ligature, by the character that Cairo is told for it.
  private(set) var ligatures: [Unicode.Scalar: String] = [:]
  private var names: [String: Unicode.Scalar] = [:]

  init(_ structure: Structure) { self.structure = structure }

  func beginPage() { breaks.beginPage() }

  /// Goes over a page that is drawn elsewhere, so that the next is drawn as if it had been drawn here.
  func pass(_ page: Frame) {
    beginPage()
    page.walk { item, owner, transform in
      guard case .glyphs(let run) = item, !run.glyphs.isEmpty else { return }
      _ = naming(run.text, run.clusters)
      _ = lacksSpace(before: run, of: owner, at: .zero, onPage: transform)
    }
  }

  /// Whether a space is missing before the run. `transform`: from the run's coordinates to the page's.
  func lacksSpace(
    before run: GlyphRun, of owner: Owner, at origin: Point, onPage transform: Transform
  ) -> Bool {
    guard case .node(let node) = owner else { return false }
    return breaks.isMissing(
      before: run, of: structure.block(of: node), from: transform.apply(origin),
      to: transform.apply(origin + Point(x: run.width, y: .zero)), size: run.size * abs(transform.d))
  }

  // MARK: Ligatures

  /// Text and clusters as Cairo is told them: one glyph for several characters gets a character of its own.
  ///
  /// Cairo would wrap it in a mark within ours, which readers stumble over; the finisher gives the letters back.
  func naming(_ text: String, _ clusters: [TextCluster]) -> (text: String, clusters: [TextCluster]) {
    guard clusters.contains(where: { $0.byteCount > 1 && $0.glyphCount == 1 }) else {
      return (text, clusters)
    }
    var clusters = clusters
    var named = ""
    var rest = text[...]
    for (index, cluster) in clusters.enumerated() {
      let end = rest.utf8.index(rest.startIndex, offsetBy: cluster.byteCount)
      if cluster.byteCount == 1 {
        named += rest[..<end]
        rest = rest[end...]
        continue
      }
      let letters = String(rest[..<end]).seen
      rest = rest[end...]
      if cluster.glyphCount == 1, letters.unicodeScalars.count > 1, let name = name(of: letters) {
        clusters[index].byteCount = UTF8.width(name)
        named.unicodeScalars.append(name)
      } else {
        clusters[index].byteCount = letters.utf8.count
        named += letters
      }
    }
    return (named, clusters)
  }

  /// Of the private plane, in order of appearance; `nil` for more than it holds.
  private func name(of letters: String) -> Unicode.Scalar? {
    if let known = names[letters] { return known }
    guard names.count < 0xFFFE, let name = Unicode.Scalar(UInt32(0xF_0000 + names.count)) else { return nil }
    names[letters] = name
    ligatures[name] = letters
    return name
  }
}

extension String {
  /// Without characters that no font draws (bidirectional controls, joiners), where others stand beside them:
  /// shaping leaves them out, and the glyph is that of the others alone.
  fileprivate var seen: String {
    guard unicodeScalars.contains(where: { $0.value > 0xFF || $0.value == 0xAD }) else { return self }
    let scalars = unicodeScalars.filter { !$0.properties.isDefaultIgnorableCodePoint }
    return scalars.isEmpty || scalars.count == unicodeScalars.count
      ? self : String(String.UnicodeScalarView(scalars))
  }
}
