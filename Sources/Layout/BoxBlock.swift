import Geometry
import Pages
import Typesetting

/// A tinted box with a red edge: what must be kept in mind.
public struct BoxBlock: StretchableBlock {
  public var placement = Placement(above: 28, below: 28)
  public var title: String
  public var blocks: [any Block]
  /// The node of the title.
  public var node: NodeID

  public init(_ title: String, _ blocks: [any Block], node: NodeID) {
    (self.title, self.blocks, self.node) = (title, blocks, node)
  }

  private static let inset = Length.mm(6)

  public func naturalHeight(width: Length, kit: LayoutKit) throws -> Length {
    let inner = try content(width, kit)
    return top(kit) + inner.height + kit.grid.baseline * 1.5
  }

  public func frame(size: Size, kit: LayoutKit) throws -> Frame {
    let colors = kit.theme.colors
    var frame = Frame(size: size)
    frame.fill(Rect(origin: .zero, size: size), colors.vellum)
    frame.fill(Rect(origin: .zero, size: Size(width: 2, height: size.height)), colors.accent)
    let head = try kit.typesetter.line(title, kit.theme.text.minorHeading)
    frame.set(head, x: Self.inset, baseline: kit.grid.baseline * 1.5, owner: .node(node))
    frame.place(try content(size.width, kit), at: Point(x: Self.inset, y: top(kit)))
    return frame
  }

  /// From the top of the box to its content.
  private func top(_ kit: LayoutKit) -> Length { kit.grid.baseline * 2.5 }

  private func content(_ width: Length, _ kit: LayoutKit) throws -> Frame {
    let stack = try Stack(blocks, width: width - Self.inset - Self.inset, kit: kit)
    return try stack.frame(height: stack.height, kit: kit)
  }
}

/// Rows of a label and what it stands for, with light rules between.
public struct LabelRowsBlock: Block {
  public struct Row: Hashable, Sendable {
    public var label: String
    public var text: String
    public var node: NodeID

    public init(label: String, text: String, node: NodeID) {
      (self.label, self.text, self.node) = (label, text, node)
    }
  }

  public var placement: Placement
  public var rows: [Row]

  public init(_ rows: [Row], placement: Placement = Placement()) {
    (self.rows, self.placement) = (rows, placement)
  }

  public func next(in region: Region, kit: LayoutKit) throws -> Portion {
    let labelStyle = kit.theme.text.tableBody.weight(600)
    let labels = try rows.map { try kit.typesetter.line($0.label, labelStyle) }
    let indent = (labels.map(\.width).max() ?? .zero) + 10
    var lines: [Galley.Line] = []
    for (row, label) in zip(rows, labels) {
      let frame = try frame(row, label: label, indent: indent, width: region.width, kit: kit)
      lines.append(Galley.Line(frame: frame, height: frame.height, owner: .node(row.node)))
    }
    return try GalleyBlock(placement: placement, galley: Galley(lines: lines)).next(in: region, kit: kit)
  }

  /// A rule, the label beside the text; two lines for one line of text, three quarters more for each further.
  private func frame(
    _ row: Row, label: Frame, indent: Length, width: Length, kit: LayoutKit
  ) throws -> Frame {
    var style = kit.theme.text.tableBody
    style.leading = kit.grid.baseline * 0.75
    let text = kit.typesetter.styled(row.text, style)
    let lines = try kit.typesetter.lines(text, measure: width - indent, style: ParagraphStyle(.left))
    let further = style.leading * Double(max(0, lines.count - 1))
    var frame = Frame(size: Size(width: width, height: kit.grid.baseline * 2 + further))
    frame.rule(y: .zero, kit.theme.colors.lightRule)
    frame.set(label, baseline: kit.grid.baseline * 1.25)
    for (index, line) in lines.enumerated() {
      frame.set(line, x: indent, baseline: kit.grid.baseline * 1.25 + style.leading * Double(index))
    }
    return frame
  }
}
