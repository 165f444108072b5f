/// What a document says, in reading order, apart from where it stands.
///
/// Nodes are made while the report is composed, so their order is the author's; drawing order may differ.
public struct Structure: Hashable, Sendable {
  /// The roles of PDF/UA-1 that Vélin writes.
  public enum Role: Hashable, Sendable {
    case document, section, group, heading(Int), paragraph, span
    case list, listItem, label, listBody
    case table, tableHead, tableBody, row, headerCell(Scope), cell
    case figure, caption, note, reference, link
    case contents, contentsItem
  }

  public enum Scope: Hashable, Sendable { case row, column, both }

  /// What stands before the points of a list.
  public enum Numbering: Hashable, Sendable { case sign, decimal }

  public struct Node: Hashable, Sendable {
    public var role: Role
    public var parent: NodeID?
    public var children: [NodeID] = []
    /// What a screen reader says instead of the picture.
    public var alternative: String?
    /// The title of a heading or section, as bookmarks show it.
    public var title: String?
    public var language: String?
    /// Of a list.
    public var numbering: Numbering?
    /// How many columns and rows a cell of a table takes.
    public var columnSpan = 1
    public var rowSpan = 1

    public init(
      role: Role, parent: NodeID? = nil, alternative: String? = nil, title: String? = nil,
      language: String? = nil
    ) {
      (self.role, self.parent, self.alternative) = (role, parent, alternative)
      (self.title, self.language) = (title, language)
    }
  }

  public private(set) var nodes: [Node]

  public init(language: String) {
    nodes = [Node(role: .document, language: language)]
  }

  public static let root = NodeID(0)

  @discardableResult
  public mutating func add(
    _ role: Role, in parent: NodeID = Structure.root, title: String? = nil, alternative: String? = nil
  ) -> NodeID {
    let id = NodeID(nodes.count)
    nodes.append(Node(role: role, parent: parent, alternative: alternative, title: title))
    nodes[parent.index].children.append(id)
    return id
  }

  /// Adds another structure under the root, as a section of this title. Returns by how much the indices of its nodes
  /// grow.
  mutating func graft(_ other: Structure, title: String) -> Int {
    let offset = nodes.count
    for var node in other.nodes {
      if node.parent == nil { (node.role, node.title) = (.section, title) }
      node.parent = node.parent?.moved(by: offset) ?? Structure.root
      node.children = node.children.map { $0.moved(by: offset) }
      nodes.append(node)
    }
    nodes[Structure.root.index].children.append(NodeID(offset))
    return offset
  }

  public subscript(id: NodeID) -> Node {
    get { nodes[id.index] }
    set { nodes[id.index] = newValue }
  }
}
