import Geometry
import Pages

/// What a page says to who hears it, in reading order: texts as they stand, pictures as their alternative texts.
struct PageReading {
  /// One for each block of text or picture.
  let paragraphs: [String]

  init(of page: Frame, in structure: Structure) {
    var texts: [NodeID: String] = [:]
    var drawn: Set<NodeID> = []
    var breaks = WordBreaks()
    page.walk { item, owner, transform in
      guard case .node(let node) = owner, structure.nodes.indices.contains(node.index) else { return }
      drawn.insert(node)
      guard case .glyphs(let run) = item else { return }
      let block = structure.block(of: node)
      let end = transform.apply(Point(x: run.width, y: .zero))
      let isMissing = breaks.isMissing(
        before: run, of: block, from: transform.apply(.zero), to: end, size: run.size * abs(transform.d))
      texts[block, default: ""] += (isMissing ? " " : "") + run.text.filter { $0 != "\u{AD}" }
    }
    paragraphs = Self.read(structure, texts, drawn)
  }

  private static func read(_ structure: Structure, _ texts: [NodeID: String], _ drawn: Set<NodeID>)
    -> [String]
  {
    var paragraphs: [String] = []
    func visit(_ id: NodeID) {
      let node = structure[id]
      if node.role == .figure {
        if holds(id) { paragraphs += [node.alternative ?? ""].filter { !$0.isEmpty } }
        return
      }
      if let text = texts[id] { paragraphs.append(text) }
      for child in node.children { visit(child) }
    }
    func holds(_ id: NodeID) -> Bool { drawn.contains(id) || structure[id].children.contains(where: holds) }
    visit(Structure.root)
    return paragraphs
  }
}
