import Geometry
import Pages

/// Where the nodes that links lead to first stand.
struct Destinations: Hashable, Sendable {
  struct Place: Hashable, Sendable {
    /// 0-based.
    var page: Int
    /// From the top of the page.
    var y: Length
  }

  private(set) var places: [NodeID: Place] = [:]

  /// A node stands where it, or a node within it, is first drawn.
  init(of document: PagedDocument) {
    var wanted: Set<NodeID> = []
    for page in document.pages {
      page.frame.walk { item, _, _ in if case .link(_, .node(let node)) = item { wanted.insert(node) } }
    }
    guard !wanted.isEmpty else { return }
    for (page, content) in document.pages.enumerated() {
      content.frame.walk { item, owner, transform in
        guard case .node(let node) = owner, let top = item.top else { return }
        for holder in document.structure.lineage(of: node)
        where wanted.contains(holder) && places[holder] == nil {
          places[holder] = Place(page: page, y: transform.apply(Point(x: .zero, y: top)).y)
        }
      }
    }
  }
}

extension Structure {
  /// The node and all that hold it, from the inside.
  fileprivate func lineage(of node: NodeID) -> [NodeID] {
    guard nodes.indices.contains(node.index) else { return [node] }
    return Array(sequence(first: node) { nodes[$0.index].parent })
  }
}

extension Frame.Item {
  /// Above (below zero) or below the item's origin; `nil` for what is not seen.
  fileprivate var top: Length? {
    switch self {
    case .glyphs(let run): -run.size
    case .shape(let shape): shape.path.bounds?.minY
    case .use: .zero
    case .link, .group: nil
    }
  }
}
