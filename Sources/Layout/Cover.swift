import Diagnostics
import Geometry
import Pages
import Typesetting

/// The first page: who, what, when, and one picture. Everything has its place; lines count from the top margin.
public struct Cover: Sendable {
  public var sender: [String] = []
  /// "Diffusion publique"
  public var diffusion: String?
  public var title: String
  public var subtitle: String?
  /// Edition and date of data; the first line stands out.
  public var edition: [String] = []
  public var art: Artwork?
  /// Under the picture's left and right end.
  public var pictureEnds: (left: String, right: String)?
  public var pictureNote: String?
  public var footLeft, footRight: String?
  /// What of the report asks for it.
  public var source: Span?
  public var nodes: Nodes

  /// In reading order.
  public struct Nodes: Hashable, Sendable {
    public var sender, diffusion, title, subtitle, edition, picture, pictureEnds, pictureNote, foot: NodeID

    /// Makes the cover's nodes under `parent`.
    public init(title text: String, in structure: inout Structure, under parent: NodeID) {
      sender = structure.add(.paragraph, in: parent)
      diffusion = structure.add(.paragraph, in: parent)
      title = structure.add(.heading(1), in: parent, title: text)
      subtitle = structure.add(.paragraph, in: parent)
      edition = structure.add(.paragraph, in: parent)
      picture = structure.add(.figure, in: parent)
      pictureEnds = structure.add(.paragraph, in: parent)
      pictureNote = structure.add(.paragraph, in: parent)
      foot = structure.add(.paragraph, in: parent)
    }
  }

  public init(title: String, nodes: Nodes) { (self.title, self.nodes) = (title, nodes) }

  func page(kit: LayoutKit) throws -> Frame { try placing(at: source) { try laid(kit: kit) } }

  private func laid(kit: LayoutKit) throws -> Frame {
    let grid = kit.grid
    var body = Frame(size: Size(width: grid.measure, height: grid.height))
    try setSender(in: &body, kit: kit)
    let end = try setTitle(in: &body, kit: kit)
    try setEdition(in: &body, below: end, kit: kit)
    try setPicture(in: &body, kit: kit)
    try setFoot(in: &body, kit: kit)
    var page = Frame(size: grid.size)
    page.place(body, at: Point(x: grid.left, y: grid.top))
    return page
  }

  private func setSender(in body: inout Frame, kit: LayoutKit) throws {
    let style = kit.theme.text.figureTitle
    for (index, text) in sender.enumerated() {
      let line = try kit.typesetter.line(text, index == 0 ? style : style.weight(400))
      body.set(line, baseline: Length(integerLiteral: 12 * index), owner: .node(nodes.sender))
    }
    guard let diffusion else { return }
    let line = try kit.typesetter.line(diffusion, kit.theme.text.overline.colored(kit.theme.colors.navy))
    let box = Rect(x: body.width - line.width - 16, y: -7.5, width: line.width + 16, height: 14)
    body.add(
      Shape(.rectangle(box), stroke: Stroke(kit.theme.colors.navy, 0.75)), owner: .artifact(.layout))
    body.set(line, x: box.minX + 8, baseline: 2.5, owner: .node(nodes.diffusion))
  }

  /// The baseline of the last line of title and subtitle.
  private func setTitle(in body: inout Frame, kit: LayoutKit) throws -> Length {
    let line = kit.grid.baseline
    let accent = Rect(x: .zero, y: line * 11 - 1, width: .mm(25), height: 2)
    body.fill(accent, kit.theme.colors.accent)
    let titleEnd = try set(
      title, kit.theme.text.coverTitle, first: line * 15, measure: body.width, owner: nodes.title, in: &body,
      kit: kit)
    guard let subtitle else { return titleEnd }
    return try set(
      subtitle, kit.theme.text.coverSubtitle, first: titleEnd + line * 3,
      measure: kit.grid.width(columns: 9), owner: nodes.subtitle, in: &body, kit: kit)
  }

  private func setEdition(in body: inout Frame, below end: Length, kit: LayoutKit) throws {
    var style = kit.theme.text.figureTitle
    style.size = 10
    let first = max(kit.grid.baseline * 27.5, end + kit.grid.baseline * 3)
    for (index, text) in edition.enumerated() {
      let line = try kit.typesetter.line(text, index == 0 ? style : style.weight(400))
      body.set(line, baseline: first + kit.grid.baseline * Double(index), owner: .node(nodes.edition))
    }
  }

  /// The picture over lines 33 to 42, its ends named on line 43.
  private func setPicture(in body: inout Frame, kit: LayoutKit) throws {
    guard let art else { return }
    let line = kit.grid.baseline
    let frame = try art.draw(Size(width: body.width, height: line * 9))
    body.place(frame, at: Point(x: .zero, y: line * 33), owner: .node(nodes.picture))
    let axis = kit.theme.text.axis
    if let ends = pictureEnds {
      let owner = Owner.node(nodes.pictureEnds)
      body.set(try kit.typesetter.line(ends.left, axis), baseline: line * 43, owner: owner)
      body.set(
        try kit.typesetter.line(ends.right, axis), right: body.width, baseline: line * 43,
        owner: owner)
    }
    guard let pictureNote else { return }
    _ = try set(
      pictureNote, kit.theme.text.notes, first: line * 44.5, measure: kit.grid.width(columns: 9),
      owner: nodes.pictureNote, in: &body, kit: kit)
  }

  private func setFoot(in body: inout Frame, kit: LayoutKit) throws {
    guard footLeft != nil || footRight != nil else { return }
    let (line, style) = (kit.grid.baseline, kit.theme.text.running)
    body.rule(y: line * 48, kit.theme.colors.lightRule)
    let left = try kit.typesetter.line(footLeft ?? "", style)
    let right = try kit.typesetter.line(footRight ?? "", style)
    body.set(left, baseline: line * 49, owner: .node(nodes.foot))
    body.set(right, right: body.width, baseline: line * 49, owner: .node(nodes.foot))
  }

  /// Sets a text line by line; returns its last baseline.
  private func set(
    _ text: String, _ style: TextStyle, first: Length, measure: Length, owner: NodeID, in body: inout Frame,
    kit: LayoutKit
  ) throws -> Length {
    let lines = try kit.typesetter.lines(
      kit.typesetter.styled(text, style), measure: measure, style: ParagraphStyle(.left))
    for (index, line) in lines.enumerated() {
      body.set(line, baseline: first + style.leading * Double(index), owner: .node(owner))
    }
    return first + style.leading * Double(max(0, lines.count - 1))
  }
}
