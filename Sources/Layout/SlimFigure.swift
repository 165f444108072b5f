import Geometry
import Pages
import Typesetting

/// A small figure without a number: a light rule, its title with the unit at the right, drawing, notes.
public struct SlimFigure: StretchableBlock {
  public var placement = Placement(above: 28, below: 14)
  public var caption: Caption
  public var art: Artwork
  public var notes: [Note]
  public var nodes: FigureBlock.Nodes

  /// A figure without its label and rule.
  public init(_ figure: FigureBlock) {
    (caption, art, notes, nodes) = (figure.caption, figure.art, figure.notes, figure.nodes)
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

  /// Title and unit on one line; the unit below where there is no room for both.
  private func head(_ width: Length, _ kit: LayoutKit) throws -> Frame {
    var frame = Frame(size: Size(width: width, height: .zero), baseline: kit.grid.baseline)
    frame.rule(y: .zero, kit.theme.colors.lightRule)
    let owner = Owner.node(nodes.caption)
    let (title, unit) = (kit.theme.text.figureTitle, kit.theme.text.figureSubtitle)
    var baseline = kit.grid.baseline
    let lines = try kit.typesetter.lines(
      kit.typesetter.styled(caption.title, title), measure: width, style: ParagraphStyle(.left))
    for (index, line) in lines.enumerated() {
      if index > 0 { baseline = baseline + line.height }
      frame.set(line, baseline: baseline, owner: owner)
    }
    if let text = caption.subtitle {
      let natural = try kit.typesetter.line(kit.typesetter.styled(caption.title, title))
      let line = try kit.typesetter.line(kit.typesetter.styled(text, unit))
      if natural.width + line.width + 12 <= width {
        frame.set(line, right: width, baseline: baseline, owner: owner)
      } else {
        for line in try kit.typesetter.lines(
          kit.typesetter.styled(text, unit), measure: width, style: ParagraphStyle(.left))
        {
          baseline = baseline + title.leading
          frame.set(line, baseline: baseline, owner: owner)
        }
      }
    }
    frame.size.height = (baseline + 5).roundedUp(to: kit.step)
    return frame
  }

  private func foot(_ width: Length, _ kit: LayoutKit) throws -> Frame {
    let lines = try NotesBlock(notes, node: nodes.notes).frame(width: width, kit: kit)
    guard !lines.isEmpty else { return lines }
    var foot = Frame(size: Size(width: width, height: lines.height + kit.step))
    foot.place(lines, at: Point(x: .zero, y: kit.step))
    return foot
  }
}
