import Cairo
import Geometry
import Pages

/// Makes the text of a PDF whole: spaces where words end without one being drawn, and ligatures as their letters.
final class ReadableText {
  private let structure: Structure
  /// Where the text of each block ended last.
  private var ends: [NodeID: End] = [:]
  private var page = 0
  /// The letters of each ligature, by the character that Cairo is told for it.
  private(set) var ligatures: [Unicode.Scalar: String] = [:]
  private var names: [String: Unicode.Scalar] = [:]

  private struct End {
    var page: Int
    var position: Position
    var isOpen: Bool
  }

  init(_ structure: Structure) { self.structure = structure }

  func beginPage() { page += 1 }

  // MARK: Word breaks

  /// Whether a space is missing before the run: at the end of a line, or where texts stand apart.
  ///
  /// ISO 32000-1, 14.8.2.5 asks for every word break to be a character, so that nobody need guess from distances.
  func lacksSpace(before run: GlyphRun, of owner: Owner, at origin: Point, on context: Context) -> Bool {
    guard case .node(let node) = owner else { return false }
    let matrix = context.matrix
    let start = matrix.apply(Position(origin))
    let end = matrix.apply(Position(origin + Point(x: run.width, y: .zero)))
    let block = structure.block(of: node)
    let before = ends[block]
    ends[block] = End(page: page, position: end, isOpen: run.text.endsWithinText)
    guard let before, before.isOpen, run.text.first?.isWhitespace == false else { return false }
    let (dx, dy) = (start.x - before.position.x, abs(start.y - before.position.y))
    let size = run.size.points * abs(matrix.yy)
    return before.page != page || dy > 0.6 * size || dx > 0.12 * size || dx < -0.5 * size
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
    let scalars = unicodeScalars.filter { !$0.properties.isDefaultIgnorableCodePoint }
    return scalars.isEmpty || scalars.count == unicodeScalars.count
      ? self : String(String.UnicodeScalarView(scalars))
  }

  /// Whether a word that follows needs a space: not after one, and not after a hyphen.
  fileprivate var endsWithinText: Bool {
    guard let last = unicodeScalars.last else { return false }
    return !last.properties.isWhitespace && !["-", "\u{2010}", "\u{AD}", "/"].contains(last)
  }
}

extension Structure {
  /// What the text of a node is part of, beyond the elements that stand within lines.
  fileprivate func block(of node: NodeID) -> NodeID {
    var node = node
    while nodes.indices.contains(node.index), self[node].role.isInline, let parent = self[node].parent {
      node = parent
    }
    return node
  }
}
