import Diagnostics
import Geometry
import Pages
import Typesetting

/// A note at the foot of the page on which it is first called: by a link to its node.
public struct Footnote: Hashable, Sendable {
  public var text: StyledText
  /// Its number, before the first line.
  public var mark: StyledText
  public var node: NodeID
  public var source: Span?

  public init(_ text: StyledText, mark: StyledText, node: NodeID, source: Span? = nil) {
    (self.text, self.mark, self.node, self.source) = (text, mark, node, source)
  }
}

/// The foot of a page: the notes called on it, under a short rule.
///
/// A note is never divided, and never leaves the page of its call.
struct PageFoot {
  private let notes: [NodeID: Footnote]
  private let kit: LayoutKit
  /// Those on this page and all before.
  private var placed: Set<NodeID> = []
  private var galley = Galley(lines: [])
  /// The last that was added.
  private(set) var last: Footnote?

  init(_ notes: [Footnote], kit: LayoutKit) {
    self.notes = Dictionary(notes.map { ($0.node, $0) }) { first, _ in first }
    self.kit = kit
  }

  /// With the rule, and the room above it.
  var height: Length {
    galley.lines.isEmpty ? .zero : galley.height(galley.lines.indices) + kit.grid.baseline
  }

  /// The same foot with the notes that a frame calls and no page has yet.
  func adding(calledIn frame: Frame) throws -> PageFoot {
    guard !notes.isEmpty else { return self }
    var foot = self
    for node in frame.linkedNodes where !foot.placed.contains(node) {
      if let note = notes[node] { try foot.add(note) }
    }
    return foot
  }

  private mutating func add(_ note: Footnote) throws {
    let above = galley.lines.isEmpty ? Length.zero : 2
    let item = TextItem.point(note.text, mark: note.mark, above: above, node: note.node)
    // Full lines of small type would be too long to follow.
    galley.lines += try placing(at: note.source) {
      try item.lines(measure: kit.grid.width(columns: 8), after: nil, kit: kit)
    }
    placed.insert(note.node)
    last = note
  }

  /// Sets the notes at the bottom of a page, and starts the next.
  mutating func set(on page: inout Frame, height pageHeight: Length) {
    guard !galley.lines.isEmpty else { return }
    let top = pageHeight - galley.height(galley.lines.indices)
    page.rule(y: top - 3, to: kit.grid.width(columns: 2), kit.theme.colors.headRule)
    page.place(galley.frame(galley.lines.indices, width: page.width), at: Point(x: .zero, y: top))
    page.size.height = pageHeight
    galley.lines = []
  }
}

extension Frame {
  /// The nodes that its links lead to, in drawing order.
  fileprivate var linkedNodes: [NodeID] {
    items.flatMap { placed -> [NodeID] in
      switch placed.item {
      case .link(_, .node(let node)): [node]
      case .group(let frame, _, _): frame.linkedNodes
      case .link, .glyphs, .shape, .use: []
      }
    }
  }
}
