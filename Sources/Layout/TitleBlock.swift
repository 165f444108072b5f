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
    let (text, style) = try styled(width: region.width, kit: kit)
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

  /// Below it, a title would be no more than a lead; it then takes a second line.
  private static let leastSize: Length = 18

  /// The title of a sheet stands on one line with what is beside it: it is made smaller until it fits.
  private func styled(width: Length, kit: LayoutKit) throws -> (StyledText, TextStyle) {
    let page = kit.theme.text.pageTitle
    guard let aside else { return (kit.typesetter.styled(title, page), page) }
    var style = kit.theme.text.sheetTitle
    var beside = kit.theme.text.coverSubtitle.colored(kit.theme.colors.grey)
    beside.leading = style.leading
    let (largest, besideLargest) = (style.size, beside.size)
    while true {
      beside.size = besideLargest * max(0.65, style.size.ratio(to: largest))
      let text = kit.typesetter.styled(title, style) + kit.typesetter.styled("\u{2003}" + aside, beside)
      if style.size <= Self.leastSize { return (text, style) }
      if try kit.typesetter.width(of: text) <= width { return (text, style) }
      style.size = style.size - 1
    }
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
