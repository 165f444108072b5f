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
    let structure = document.structure
    let holders = structure.holders(among: wanted)
    for (page, content) in document.pages.enumerated() {
      content.frame.walk { item, owner, transform in
        guard case .node(let node) = owner, holders.indices.contains(node.index),
          var holder = holders[node.index], places[holder] == nil, let top = item.top
        else { return }
        let place = Place(page: page, y: transform.apply(Point(x: .zero, y: top)).y)
        // Where a node has its place, so have all that hold it.
        while places[holder] == nil {
          places[holder] = place
          guard let outer = structure[holder].parent.flatMap({ holders[$0.index] }) else { return }
          holder = outer
        }
      }
    }
  }
}

extension Structure {
  /// For each node the innermost of the wanted ones that holds it, or that it is.
  fileprivate func holders(among wanted: Set<NodeID>) -> [NodeID?] {
    var holders: [NodeID?] = []
    // A node is made after its parent.
    for (index, node) in nodes.enumerated() {
      let outer = node.parent.flatMap { holders[$0.index] }
      holders.append(wanted.contains(NodeID(index)) ? NodeID(index) : outer)
    }
    return holders
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
