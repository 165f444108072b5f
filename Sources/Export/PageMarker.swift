import Cairo
import Pages

/// Marks what is drawn on a page with its owner: flat leaves, one for each run of neighbours of one owner.
///
/// Cairo only writes the marks; the finisher gives them their roles and the file its structure.
final class PageMarker {
  private let context: Context
  private let pictures: Set<NodeID>
  private(set) var owners: [Owner] = []
  private var open: String?

  /// `pictures`: the nodes whose lines and fills are content.
  init(_ context: Context, pictures: Set<NodeID>) {
    (self.context, self.pictures) = (context, pictures)
  }

  /// Opens a mark where the owner changes. Lines and fills of text are drawn, not read.
  func begin(_ owner: Owner, isText: Bool) throws {
    var owner = owner
    if case .node(let node) = owner, !isText, !pictures.contains(node) { owner = .artifact(.layout) }
    guard owners.last != owner || open == nil else { return }
    end()
    let tag = owner.tag
    try context.beginTag(tag)
    open = tag
    owners.append(owner)
  }

  /// Before the page is shown.
  func end() {
    if let open { context.endTag(open) }
    open = nil
  }
}

extension Owner {
  /// Of the names that Cairo 1.16 knows, one for content and one for artifacts.
  var tag: String {
    switch self {
    case .node: "Span"
    case .artifact: "Private"
    }
  }
}

extension Structure {
  /// Figures and all that they hold.
  var pictures: Set<NodeID> {
    var pictures: Set<NodeID> = []
    for (index, node) in nodes.enumerated() {
      // A node is made after its parent.
      let isInPicture = node.parent.map(pictures.contains) ?? false
      if isInPicture || node.role == .figure { pictures.insert(NodeID(index)) }
    }
    return pictures
  }
}
