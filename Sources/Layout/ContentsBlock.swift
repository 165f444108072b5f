import Geometry
import Pages
import Typesetting

/// The list of sections with their pages.
public struct ContentsBlock: Block {
  public struct Entry: Hashable, Sendable {
    public var number: String?
    public var title: String
    /// The heading it leads to.
    public var target: NodeID
    /// Of the link that the entry is.
    public var node: NodeID
    public var parts: [Entry]

    public init(number: String? = nil, title: String, target: NodeID, node: NodeID, parts: [Entry] = []) {
      (self.number, self.title, self.target) = (number, title, target)
      (self.node, self.parts) = (node, parts)
    }
  }

  public var placement = Placement(above: 28, below: 28)
  public var entries: [Entry]

  public init(_ entries: [Entry]) { self.entries = entries }

  public var readsPages: Bool { true }

  public func next(in region: Region, kit: LayoutKit) throws -> Portion {
    let lines = try entries.map { entry in
      let frame = try frame(entry, width: region.width, kit: kit)
      return Galley.Line(frame: frame, height: frame.height)
    }
    let galley = GalleyBlock(placement: placement, galley: Galley(lines: lines), readsPages: true)
    return try galley.next(in: region, kit: kit)
  }

  /// A rule, the section on line 1¼, its parts below: the first three columns stay empty.
  private func frame(_ entry: Entry, width: Length, kit: LayoutKit) throws -> Frame {
    let (line, text) = (kit.grid.baseline, kit.theme.text)
    var frame = Frame(size: Size(width: width, height: .zero))
    frame.rule(y: .zero, from: kit.x(column: 3), kit.theme.colors.lightRule)
    var baseline = line * 1.25
    let pageStyle = text.figureTitle
    baseline = try set(
      entry, text.contentsSection, page: pageStyle, baseline: baseline, in: &frame, kit: kit)
    for (index, part) in entry.parts.enumerated() {
      baseline = baseline + line * (index == 0 ? 1.5 : 1)
      baseline = try set(
        part, text.contentsEntry, page: text.contentsEntry, baseline: baseline, in: &frame, kit: kit)
    }
    frame.size.height = baseline + line * 1.25
    frame.baseline = frame.height
    return frame
  }

  /// Sets an entry on as many lines as its title takes; returns the baseline of the last, where its page stands.
  private func set(
    _ entry: Entry, _ style: TextStyle, page: TextStyle, baseline: Length, in frame: inout Frame,
    kit: LayoutKit
  ) throws -> Length {
    let owner = Owner.node(entry.node)
    if let number = entry.number {
      let accent = style.colored(kit.theme.colors.accent)
      let line = try kit.typesetter.line(number, accent)
      frame.set(line, x: kit.x(column: 3), baseline: baseline, owner: owner)
    }
    let left = kit.x(column: 4)
    let titles = try kit.typesetter.lines(
      kit.typesetter.styled(entry.title, style), measure: frame.width - left - kit.grid.baseline * 2,
      style: ParagraphStyle(.left))
    for (index, title) in titles.enumerated() {
      frame.set(title, x: left, baseline: baseline + style.leading * Double(index), owner: owner)
    }
    let last = baseline + style.leading * Double(max(0, titles.count - 1))
    try frame.setPage(
      of: entry.target, page, from: kit.x(column: 3), baseline: last, owner: owner, kit: kit)
    return last
  }
}

/// The list of figures, maps and tables with their pages.
public struct FigureListBlock: Block {
  public struct Entry: Hashable, Sendable {
    /// "Figure 1"
    public var label: String
    public var title: String
    public var target: NodeID
    /// Of the link that the entry is.
    public var node: NodeID

    public init(label: String, title: String, target: NodeID, node: NodeID) {
      (self.label, self.title, self.target, self.node) = (label, title, target, node)
    }
  }

  public var placement = Placement(above: 28, below: 28)
  public var entries: [Entry]
  /// Beside the first entry; `nil` under a title of the page that says the same.
  public var title: String?
  /// Of the title.
  public var node: NodeID?

  public init(_ entries: [Entry], title: String? = nil, node: NodeID? = nil) {
    (self.entries, self.title, self.node) = (entries, title, node)
  }

  public var readsPages: Bool { true }

  public func next(in region: Region, kit: LayoutKit) throws -> Portion {
    let line = kit.grid.baseline
    var lines: [Galley.Line] = []
    for (index, entry) in entries.enumerated() {
      let height = index == 0 ? line * 1.25 : line
      let frame = try frame(entry, isFirst: index == 0, height: height, width: region.width, kit: kit)
      var box = Galley.Line(frame: frame, height: height)
      box.breaks = index == 0 || index >= 2 && entries.count - index >= 2
      lines.append(box)
    }
    // A list that would be cut is better begun on the next page.
    let whole = Galley(lines: lines).height(lines.indices)
    if !region.isFresh, whole > region.height + .hair { return .waits }
    let galley = GalleyBlock(placement: placement, galley: Galley(lines: lines), readsPages: true)
    return try galley.next(in: region, kit: kit)
  }

  private func frame(
    _ entry: Entry, isFirst: Bool, height: Length, width: Length, kit: LayoutKit
  ) throws -> Frame {
    var style = kit.theme.text.contentsEntry
    style.leading = kit.grid.baseline
    var frame = Frame(size: Size(width: width, height: height), baseline: height)
    if isFirst { try setTitle(in: &frame, kit: kit) }
    let owner = Owner.node(entry.node)
    let label = style.weight(600).colored(kit.theme.colors.navy)
    let ink = style.colored(kit.theme.colors.ink)
    frame.set(
      try kit.typesetter.line(entry.label, label), x: kit.x(column: 3), baseline: height, owner: owner)
    frame.set(
      try kit.typesetter.line(entry.title, ink), x: kit.x(column: 4) + kit.x(column: 1) / 2, baseline: height,
      owner: owner)
    try frame.setPage(of: entry.target, ink, from: kit.x(column: 3), baseline: height, owner: owner, kit: kit)
    return frame
  }

  /// Beside the first entry; its further lines hang down beside the next.
  private func setTitle(in frame: inout Frame, kit: LayoutKit) throws {
    frame.rule(y: .zero, kit.theme.colors.strongRule)
    guard let title, let node else { return }
    let style = kit.theme.text.minorHeading
    let measure = kit.grid.width(columns: 3)
    let lines = try kit.typesetter.lines(
      kit.typesetter.styled(title, style), measure: measure, style: ParagraphStyle(.left))
    for (index, line) in lines.enumerated() {
      frame.set(line, baseline: frame.height + style.leading * Double(index), owner: .node(node))
    }
  }
}

extension Frame {
  /// Sets the page of a node at the right edge, and makes the line from `from` on a link to it.
  fileprivate mutating func setPage(
    of target: NodeID, _ style: TextStyle, from: Length, baseline: Length, owner: Owner, kit: LayoutKit
  ) throws {
    let number = try kit.typesetter.line(kit.facts.pageNumber(of: target), style)
    set(number, right: width, baseline: baseline, owner: owner)
    let area = Size(width: width - from, height: style.leading)
    add(.link(area, .node(target)), at: Point(x: from, y: baseline - number.baseline), owner: owner)
  }
}

/// The signs used in a report, three side by side, each with its meaning.
public struct SignsBlock: Block {
  public struct Sign: Hashable, Sendable {
    public var sign, meaning: String
    public var signNode, meaningNode: NodeID

    /// Makes the sign's nodes in a list.
    public init(_ sign: String, _ meaning: String, in structure: inout Structure, under list: NodeID) {
      (self.sign, self.meaning) = (sign, meaning)
      let item = structure.add(.listItem, in: list)
      (signNode, meaningNode) = (structure.add(.label, in: item), structure.add(.listBody, in: item))
    }
  }

  public var placement = Placement(above: 28, below: 14)
  public var title: String
  public var signs: [Sign]
  /// A line below.
  public var remark: String?
  /// Of the title.
  public var node: NodeID
  public var remarkNode: NodeID

  public init(
    _ title: String, _ signs: [Sign], remark: String? = nil, node: NodeID, remarkNode: NodeID
  ) {
    (self.title, self.signs, self.remark) = (title, signs, remark)
    (self.node, self.remarkNode) = (node, remarkNode)
  }

  public func next(in region: Region, kit: LayoutKit) throws -> Portion {
    let (line, style) = (kit.grid.baseline, kit.theme.text.contentsEntry)
    let strong = style.weight(600).colored(kit.theme.colors.ink)
    var frame = Frame(size: Size(width: region.width, height: .zero), baseline: line * 1.25)
    frame.rule(y: .zero, kit.theme.colors.lightRule)
    let head = try kit.typesetter.line(title, style.weight(600).colored(kit.theme.colors.navy))
    frame.set(head, baseline: line * 1.25, owner: .node(node))
    for (index, sign) in signs.enumerated() {
      let (row, column) = index.quotientAndRemainder(dividingBy: 3)
      let baseline = line * (1.25 + Double(row))
      let text =
        StyledText([.init(sign.sign, strong, owner: sign.signNode)])
        + kit.typesetter.styled("\u{2002}" + sign.meaning, style)
      frame.set(
        try kit.typesetter.line(text), x: kit.x(column: 3 * (column + 1)), baseline: baseline,
        owner: .node(sign.meaningNode))
    }
    let rows = Double((signs.count + 2) / 3)
    frame.size.height = line * (0.25 + rows)
    if let remark {
      frame.size.height = frame.height + line
      let text = try kit.typesetter.line(remark, style)
      frame.set(text, x: kit.x(column: 3), baseline: frame.height, owner: .node(remarkNode))
    }
    return frame.height <= region.height + .hair ? .laid(frame, rest: nil) : .waits
  }
}
