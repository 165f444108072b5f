import Geometry
import Pages

/// Finds where a space is missing between two runs of a text: at the end of a line, or where texts stand apart.
///
/// ISO 32000-1, 14.8.2.5 asks for every word break to be a character, so that nobody need guess from distances.
struct WordBreaks {
  /// Where the text of each block ended last.
  private var ends: [NodeID: End] = [:]
  private var page = 0

  private struct End {
    var page: Int
    var position: Point
    var isOpen: Bool
  }

  mutating func beginPage() { page += 1 }

  /// Whether a space is missing before the run. `start` and `end` of its baseline on the page, `size` there.
  mutating func isMissing(
    before run: GlyphRun, of block: NodeID, from start: Point, to end: Point, size: Length
  ) -> Bool {
    let before = ends[block]
    ends[block] = End(page: page, position: end, isOpen: run.text.endsWithinText)
    guard let before, before.isOpen, run.text.first?.isWhitespace == false else { return false }
    let (dx, dy) = (start.x - before.position.x, (start.y - before.position.y).magnitude)
    return before.page != page || dy > size * 0.6 || dx > size * 0.12 || dx < size * -0.5
  }
}

extension String {
  /// Whether a word that follows needs a space: not after one, and not after a hyphen.
  fileprivate var endsWithinText: Bool {
    guard let last = unicodeScalars.last else { return false }
    return !last.properties.isWhitespace && !["-", "\u{2010}", "\u{AD}", "/"].contains(last)
  }
}

extension Structure {
  /// What the text of a node is part of, beyond the elements that stand within lines.
  func block(of node: NodeID) -> NodeID {
    var node = node
    while nodes.indices.contains(node.index), self[node].role.isInline, let parent = self[node].parent {
      node = parent
    }
    return node
  }
}
