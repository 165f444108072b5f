import Diagnostics
import Geometry
import Pages

/// The structure of a document joined with what was drawn of it: what the tree of a file holds.
struct StructureTree: Sendable {
  enum Kid: Sendable {
    case element(Element)
    case content(MarkRecord.Mark)
    /// The index of a link's area among all.
    case link(Int)
  }

  struct Element: Sendable {
    /// `nil` for the link element made for an area that no link node owns.
    var id: NodeID?
    var role: String
    var kids: [Kid] = []
    /// Of a figure, on its first page, from the top left corner.
    var box: Rect?
  }

  private(set) var root: Element
  /// By the index of their node, as files name them.
  let roles: [String]

  /// Every figure that is drawn must have a text for who cannot see it.
  init(_ structure: Structure, marks: MarkRecord, links: [LinkArea], boxes: FigureBoxes) throws {
    let marksByNode = marks.marksByNode()
    roles = structure.roleNames(drawn: Set(marksByNode.keys))
    var builder = Builder(
      structure: structure, marks: marksByNode, roles: roles, boxes: boxes,
      links: Dictionary(grouping: links.indices) { links[$0].node }, areas: links)
    let top = Structure.root
    root = builder.element(top)?.element ?? Element(id: top, role: "Document")
    if let page = builder.figureWithoutText { throw Failure(ExportMessage.noAlternative(page: page)) }
  }
}

extension StructureTree {
  /// What nobody sees or hears has no element; a node's own marks and its children within a line stand as drawn.
  private struct Builder {
    let structure: Structure
    let marks: [NodeID: [MarkRecord.Mark]]
    let roles: [String]
    let boxes: FigureBoxes
    let links: [NodeID: [Int]]
    let areas: [LinkArea]
    var figureWithoutText: Int?

    typealias Placed = (element: Element, first: MarkRecord.Position?)

    mutating func element(_ id: NodeID) -> Placed? {
      let node = structure[id]
      var kids: [(kid: Kid, at: MarkRecord.Position?)] = (marks[id] ?? []).map { (.content($0), $0.position) }
      let ownCount = kids.count
      kids += linkKids(of: id, node)
      for child in node.children {
        if let placed = element(child) { kids.append((.element(placed.element), placed.first)) }
      }
      guard !kids.isEmpty || node.role.isKeptEmpty else { return nil }
      if ownCount > 0, kids.count > ownCount {
        kids = kids.enumerated().sorted { Self.precedes($0, $1) }.map(\.element)
      }
      let first = kids.compactMap(\.at).min()
      if node.role == .figure, (node.alternative ?? "").printable.isEmpty, figureWithoutText == nil {
        figureWithoutText = first?.page ?? 0
      }
      let element = Element(
        id: id, role: roles[id.index], kids: kids.map(\.kid), box: boxes[id, on: first?.page])
      return (element, first)
    }

    /// An area belongs to its link node, at the end of the page's part of it; else it gets an element.
    private func linkKids(of id: NodeID, _ node: Structure.Node) -> [(kid: Kid, at: MarkRecord.Position?)] {
      (links[id] ?? []).map { index in
        let last = marks[id]?.last { $0.position.page == areas[index].page }
        let position = last?.position ?? MarkRecord.Position(page: areas[index].page, index: .max)
        if node.role == .link { return (.link(index), position) }
        let element = Element(role: "Link", kids: [.link(index)])
        return (.element(element), position)
      }
    }

    private static func precedes<Kid>(
      _ a: (offset: Int, element: (kid: Kid, at: MarkRecord.Position?)),
      _ b: (offset: Int, element: (kid: Kid, at: MarkRecord.Position?))
    ) -> Bool {
      let last = MarkRecord.Position(page: .max, index: .max)
      return (a.element.at ?? last, a.offset) < (b.element.at ?? last, b.offset)
    }
  }
}

/// Where the figures of a document stand.
struct FigureBoxes {
  /// By page.
  private var boxes: [[NodeID: Rect]] = []

  /// The bounds of all that a figure, or a node within it, draws on a page; what hangs over the page's edge is
  /// not counted.
  init(of document: PagedDocument) {
    let (figures, drawings) = (document.structure.figures, document.drawings)
    for page in document.pages {
      var found: [NodeID: Rect] = [:]
      let size = page.frame.size
      page.frame.walk { item, owner, transform in
        guard case .node(let node) = owner, figures.indices.contains(node.index),
          let figure = figures[node.index], let bounds = item.bounds(drawings)
        else { return }
        let box = transform.apply(bounds).clipped(to: size)
        found[figure] = found[figure].map { $0.union(box) } ?? box
      }
      boxes.append(found)
    }
  }

  subscript(node: NodeID, on page: Int?) -> Rect? { page.flatMap { boxes[$0][node] } }
}

extension Frame.Item {
  /// In its own coordinates; `nil` where it draws nothing itself.
  func bounds(_ drawings: [Drawing]) -> Rect? {
    switch self {
    case .glyphs(let run): Rect(x: .zero, y: run.size * -0.75, width: run.width, height: run.size * 0.97)
    case .shape(let shape): shape.path.bounds?.expanded(by: (shape.stroke?.width ?? .zero) / 2)
    case .use(let id, let inner):
      drawings.first { $0.id == id }.map { inner.apply(Rect(origin: .zero, size: $0.frame.size)) }
    case .group, .link: nil
    }
  }
}

extension Rect {
  fileprivate func clipped(to size: Size) -> Rect {
    func inside(_ p: Point) -> Point {
      Point(x: min(max(p.x, .zero), size.width), y: min(max(p.y, .zero), size.height))
    }
    return Rect(from: inside(origin), to: inside(Point(x: maxX, y: maxY)))
  }
}

extension Structure {
  /// For each node the figure that it is or stands in.
  fileprivate var figures: [NodeID?] {
    var figures: [NodeID?] = []
    for (index, node) in nodes.enumerated() {
      figures.append(node.role == .figure ? NodeID(index) : node.parent.flatMap { figures[$0.index] })
    }
    return figures
  }

  /// The roles as files name them. Levels of headings start at 1 and never skip one on the way down, as
  /// ISO 14289-1, 7.4.2 asks; headings that are not drawn do not count.
  func roleNames(drawn: Set<NodeID>) -> [String] {
    var names = nodes.map(\.role.name)
    var level = 0
    func visit(_ id: NodeID) {
      if case .heading(let wanted) = self[id].role, isDrawn(id, drawn) {
        level = max(1, min(wanted, level + 1, 6))
        names[id.index] = "H\(level)"
      }
      for child in self[id].children { visit(child) }
    }
    visit(Structure.root)
    return names
  }

  private func isDrawn(_ id: NodeID, _ drawn: Set<NodeID>) -> Bool {
    drawn.contains(id) || self[id].children.contains { isDrawn($0, drawn) }
  }
}
