import Cairo
import Geometry
import Pages

/// Marks what is drawn on a page with its owner: flat leaves, one for each run of neighbours of one owner.
///
/// Cairo only writes the marks; the finisher gives them their roles and the file its structure.
final class PageMarker {
  private let context: Context
  private let pictures: Set<NodeID>
  private let shapes: WrittenShapes
  private(set) var owners: [Owner] = []
  /// What the finisher puts in the place of what is drawn in a mark, by the mark's place among `owners`.
  private(set) var insertions: [Int: PathOperators] = [:]
  private var open: String?

  /// `pictures`: the nodes whose lines and fills are content.
  init(_ context: Context, pictures: Set<NodeID>, shapes: WrittenShapes) {
    (self.context, self.pictures, self.shapes) = (context, pictures, shapes)
  }

  /// Opens a mark where the owner changes. Lines and fills of text are drawn, not read.
  func begin(_ owner: Owner, isText: Bool) throws {
    let owner = drawn(owner, isText: isText)
    guard owners.last != owner || open == nil || insertions[owners.count - 1] != nil else { return }
    try openMark(owner)
  }

  /// Takes a long shape out of Cairo's hands, in a mark of its own, where a square stands for it: so Cairo has brought clip
  /// and transformation up to date. Neighbours share the mark, short ones too. Says no where that square would lie off
  /// the page.
  func insert(_ shape: Shape, of owner: Owner, pageSize: Size) throws -> Bool {
    guard case .move(let start)? = shape.path.elements.first else { return false }
    let owner = drawn(owner, isText: false)
    let transform = Transform(context.matrix)
    if open == nil || owners.last != owner || insertions[owners.count - 1] == nil {
      guard PathOperators.isLong(shape) else { return false }
      let place = transform.apply(start)
      let page = Rect(origin: .zero, size: pageSize)
      guard page.contains(Rect(origin: place, size: Size(width: 1, height: 1))) else { return false }
      try openMark(owner)
      context.setSource(RGBA(.black))
      context.trace(.rectangle(Rect(origin: start, size: Size(width: 1, height: 1))))
      try context.fill()
    }
    insertions[owners.count - 1, default: PathOperators()].add(shapes.written(shape), transform)
    return true
  }

  private func drawn(_ owner: Owner, isText: Bool) -> Owner {
    if case .node(let node) = owner, !isText, !pictures.contains(node) { return .artifact(.layout) }
    return owner
  }

  private func openMark(_ owner: Owner) throws {
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
