import Geometry
import Pages
import Typesetting

/// The title of a page: a sentence, with its section above it.
public struct TitleBlock: Block {
  public struct Overline: Hashable, Sendable {
    public var number: String?
    public var section: String

    public init(number: String? = nil, section: String) { (self.number, self.section) = (number, section) }
  }

  public var placement: Placement
  public var overline: Overline?
  public var title: String
  /// Beside the title of a sheet, which is larger than a page's: "29 · Bretagne".
  public var aside: String?
  public var node: NodeID

  /// A page title starts a page unless told otherwise.
  public init(
    _ title: String, aside: String? = nil, overline: Overline? = nil, node: NodeID, startsPage: Bool = true
  ) {
    (self.title, self.aside, self.overline, self.node) = (title, aside, overline, node)
    placement = Placement(above: 42, below: 14, keepsWithNext: true, startsPage: startsPage)
  }

  /// The overline on line 1, the title from line 3.
  public func next(in region: Region, kit: LayoutKit) throws -> Portion {
    let style = aside == nil ? kit.theme.text.pageTitle : kit.theme.text.sheetTitle
    var text = kit.typesetter.styled(title, style)
    if let aside {
      var beside = kit.theme.text.coverSubtitle.colored(kit.theme.colors.grey)
      beside.leading = style.leading
      text = text + kit.typesetter.styled("\u{2003}" + aside, beside)
    }
    let lines = try kit.typesetter.lines(text, measure: region.width, style: ParagraphStyle(.left))
    let line = aside == nil ? 3 : 3.5
    let first = placement.startsPage || overline != nil ? kit.grid.baseline * line : style.leading
    let height = first + style.leading * Double(max(0, lines.count - 1))
    guard height <= region.height + .hair else { return .waits }
    var frame = Frame(size: Size(width: region.width, height: height), baseline: first)
    if let overline { try set(overline, in: &frame, kit: kit) }
    for (index, line) in lines.enumerated() {
      frame.set(line, baseline: first + style.leading * Double(index), owner: .node(node))
    }
    return .laid(frame, rest: nil)
  }

  /// The section belongs to the title when it is read aloud.
  private func set(_ overline: Overline, in frame: inout Frame, kit: LayoutKit) throws {
    let style = kit.theme.text.overline
    var x = Length.zero
    for part in [overline.number, overline.section].compactMap({ $0 }) {
      let line = try kit.typesetter.line(part, style)
      frame.set(line, x: x, baseline: kit.grid.baseline, owner: .node(node))
      x = x + line.width + .mm(2)
    }
  }
}
