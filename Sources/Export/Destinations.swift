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
    for page in document.pages { page.frame.collectLinks(into: &wanted) }
    guard !wanted.isEmpty else { return }
    for (page, content) in document.pages.enumerated() {
      content.frame.visitOwned(owner: nil, in: .identity) { node, y in
        for holder in document.structure.lineage(of: node)
        where wanted.contains(holder) && places[holder] == nil {
          places[holder] = Place(page: page, y: y)
        }
      }
    }
  }

  /// Those of one page, from its top.
  func onPage(_ page: Int) -> [NodeID] {
    places.filter { $0.value.page == page }.map(\.key)
      .sorted { (places[$0]?.y ?? .zero, $0) < (places[$1]?.y ?? .zero, $1) }
  }
}

extension NodeID {
  /// The name of the node's destination in a file.
  var destination: String { "node-\(index)" }
}

extension Structure {
  /// The node and all that hold it, from the inside.
  fileprivate func lineage(of node: NodeID) -> [NodeID] {
    guard nodes.indices.contains(node.index) else { return [node] }
    return Array(sequence(first: node) { nodes[$0.index].parent })
  }
}

extension Frame {
  fileprivate func collectLinks(into wanted: inout Set<NodeID>) {
    for placed in items {
      switch placed.item {
      case .group(let frame, _, _): frame.collectLinks(into: &wanted)
      case .link(_, .node(let node)): wanted.insert(node)
      case .link(_, .address), .glyphs, .shape, .use: break
      }
    }
  }

  /// Each item that a node owns, with its top on the page.
  fileprivate func visitOwned(owner: Owner?, in transform: Transform, _ visit: (NodeID, Length) -> Void) {
    for placed in items {
      let owner = placed.owner ?? owner
      let here = Transform.translation(placed.origin).then(transform)
      if case .group(let frame, let inner, _) = placed.item {
        frame.visitOwned(owner: owner, in: inner.then(here), visit)
      } else if case .node(let node) = owner, let top = placed.item.top {
        visit(node, here.apply(Point(x: .zero, y: top)).y)
      }
    }
  }
}

extension Frame.Item {
  /// Above (below zero) or below the item's origin; `nil` for what is not seen.
  fileprivate var top: Length? {
    switch self {
    case .glyphs(let run): -run.size
    case .shape(let shape): shape.path.bounds?.minY
    case .use, .group: .zero
    case .link: nil
    }
  }
}
