/// Names a node of a document's structure.
public struct NodeID: Hashable, Sendable, Comparable {
  public let index: Int
  public init(_ index: Int) { self.index = index }
  func moved(by offset: Int) -> NodeID { NodeID(index + offset) }
  public static func < (a: NodeID, b: NodeID) -> Bool { a.index < b.index }
}

/// Whom a drawn item belongs to: a node of the structure, or nobody (drawn, not read).
public enum Owner: Hashable, Sendable {
  case node(NodeID)
  case artifact(Artifact)
}

/// What is drawn but not read.
public enum Artifact: Hashable, Sendable {
  /// What a page repeats of the one before: table heads, “continued”.
  case pagination
  /// The running head, at the top of a page.
  case header
  /// The running foot, at its bottom.
  case footer
  /// Rules, fills, grid lines.
  case layout
}
