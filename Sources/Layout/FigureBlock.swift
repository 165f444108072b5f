import Geometry
import Pages
import Typesetting

/// Number, title and subtitle above a figure or table.
public struct Caption: Hashable, Sendable {
  /// "Figure 1"; none where figures are not counted.
  public var label: String?
  public var title: String
  /// Unit and period.
  public var subtitle: String?

  public init(label: String? = nil, title: String, subtitle: String? = nil) {
    (self.label, self.title, self.subtitle) = (label, title, subtitle)
  }

  /// From the rule at the top to where the drawing starts, a whole number of half lines.
  ///
  /// `continued`: the caption of a later part of a table; it has no rule and says "(suite)".
  func frame(width: Length, kit: LayoutKit, continued: Bool = false, owner: Owner) throws -> Frame {
    var frame = Frame(size: Size(width: width, height: .zero), baseline: kit.grid.baseline)
    if !continued { frame.rule(y: .zero, kit.theme.colors.strongRule) }
    var baseline = kit.grid.baseline
    var x = Length.zero
    if let label {
      let style = kit.theme.text.figureTitle.colored(kit.theme.colors.accent)
      let line = try kit.typesetter.line(label, style)
      frame.set(line, baseline: baseline, owner: owner)
      x = line.width + .mm(2.4)
    }
    let lines =
      try kit.typesetter.lines(
        titleText(continued, kit: kit), measure: width, style: ParagraphStyle(.left, indent: x))
      + kit.typesetter.lines(
        kit.typesetter.styled(subtitle ?? "", kit.theme.text.figureSubtitle), measure: width,
        style: ParagraphStyle(.left))
    for (index, line) in lines.enumerated() {
      // The first line of the subtitle keeps the distance of a title line.
      if index > 0 { baseline = baseline + max(line.height, lines[index - 1].height) }
      frame.set(line, baseline: baseline, owner: owner)
    }
    frame.size.height = (baseline + 5).roundedUp(to: kit.step)
    return frame
  }

  private func titleText(_ continued: Bool, kit: LayoutKit) -> StyledText {
    let style = kit.theme.text.figureTitle
    let text = kit.typesetter.styled(title, style)
    guard continued else { return text }
    return text + StyledText(" " + kit.typesetter.language.words.continued, style.weight(400).italic())
  }
}

/// A figure or map: rule, caption, drawing, notes.
public struct FigureBlock: StretchableBlock {
  public var placement = Placement(above: 28, below: 14)
  public var caption: Caption
  public var art: Artwork
  public var notes: [Note]
  public var nodes: Nodes

  public struct Nodes: Hashable, Sendable {
    public var figure, caption, notes: NodeID
  }

  /// Makes the figure's nodes under `parent`: caption and notes stand beside the picture, because its alternative
  /// text takes the place of all that is in it.
  public init(
    _ caption: Caption, art: Artwork, notes: [Note], alternative: String, in structure: inout Structure,
    under parent: NodeID
  ) {
    (self.caption, self.art, self.notes) = (caption, art, notes)
    let group = structure.add(.group, in: parent)
    let text = structure.add(.caption, in: group)
    let figure = structure.add(.figure, in: group, title: caption.title, alternative: alternative)
    nodes = Nodes(figure: figure, caption: text, notes: structure.add(.note, in: group))
  }

  public func naturalHeight(width: Length, kit: LayoutKit) throws -> Length {
    try head(width, kit).height + art.height(width).roundedUp(to: kit.step) + foot(width, kit).height
  }

  public func frame(size: Size, kit: LayoutKit) throws -> Frame {
    let (head, foot) = (try head(size.width, kit), try foot(size.width, kit))
    let room = Size(width: size.width, height: size.height - head.height - foot.height)
    var frame = Frame(size: size, baseline: head.baseline)
    frame.place(head, at: .zero)
    frame.place(try art.draw(room), at: Point(x: .zero, y: head.height), owner: .node(nodes.figure))
    frame.place(foot, at: Point(x: .zero, y: size.height - foot.height))
    return frame
  }

  private func head(_ width: Length, _ kit: LayoutKit) throws -> Frame {
    try caption.frame(width: width, kit: kit, owner: .node(nodes.caption))
  }

  /// The notes with half a line above them.
  private func foot(_ width: Length, _ kit: LayoutKit) throws -> Frame {
    let lines = try NotesBlock(notes, node: nodes.notes).frame(width: width, kit: kit)
    guard !lines.isEmpty else { return lines }
    var foot = Frame(size: Size(width: width, height: lines.height + kit.step))
    foot.place(lines, at: Point(x: .zero, y: kit.step))
    return foot
  }
}
