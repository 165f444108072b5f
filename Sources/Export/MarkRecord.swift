import Pages

/// Who owns what was drawn, page by page, in drawing order; neighbours of one owner count once.
///
/// The order in which a finisher meets the marks of a page; reading order is the structure's.
public struct MarkRecord: Hashable, Sendable {
  public private(set) var pages: [[Owner]] = []

  /// For each page, what stands in the place of what is drawn in a mark, by the mark's index.
  private(set) var insertions: [[Int: PathOperators]] = []

  public init() {}

  mutating func add(page owners: [Owner], insertions: [Int: PathOperators] = [:]) {
    pages.append(owners)
    self.insertions.append(insertions)
  }

  /// How many marks of nodes each page has.
  var counts: [Int] {
    pages.map { owners in owners.count { if case .node = $0 { true } else { false } } }
  }

  /// Where a mark is met: its page, and its place among all marks of that page.
  struct Position: Hashable, Comparable {
    var page: Int
    var index: Int

    static func < (a: Position, b: Position) -> Bool { (a.page, a.index) < (b.page, b.index) }
  }

  /// A mark of a node.
  struct Mark: Hashable {
    var position: Position
    /// The number of the mark in its page's content; artifacts have none.
    var number: Int
  }

  /// The marks of each node, in drawing order.
  func marksByNode() -> [NodeID: [Mark]] {
    var marks: [NodeID: [Mark]] = [:]
    for (page, owners) in pages.enumerated() {
      var number = 0
      for (index, owner) in owners.enumerated() {
        guard case .node(let node) = owner else { continue }
        marks[node, default: []].append(Mark(position: Position(page: page, index: index), number: number))
        number += 1
      }
    }
    return marks
  }
}
