import Geometry
import Pages
import Typesetting

/// A paragraph, a minor heading or a point of a list, as running text is made of.
public struct TextItem: Hashable, Sendable {
  public var text: StyledText
  public var style: ParagraphStyle
  /// Distance to the item above, on top of the leading; none at the top of a column.
  public var above: Length
  /// Stays with at least two lines of what follows.
  public var keepsWithNext = false
  /// A sign before the first line, in the indent of all lines.
  public var mark: StyledText?
  public var inset = Length.zero
  public var node: NodeID

  /// `above`: distance to the item above on top of the leading.
  public init(_ text: StyledText, style: ParagraphStyle, above: Length = .zero, node: NodeID) {
    (self.text, self.style, self.above, self.node) = (text, style, above, node)
  }

  /// Running text: justified and hyphenated, the first line indented unless it opens the text.
  public static func body(_ text: StyledText, opening: Bool = false, node: NodeID) -> TextItem {
    let style = ParagraphStyle(.justified, indent: opening ? .zero : .mm(4), hyphenated: true)
    return TextItem(text, style: style, node: node)
  }

  /// Text in a box or a side column: ragged, never hyphenated, half a line between paragraphs.
  public static func ragged(_ text: StyledText, node: NodeID) -> TextItem {
    TextItem(text, style: ParagraphStyle(.left), above: 7, node: node)
  }

  /// The lead under a page title.
  public static func lead(_ text: StyledText, node: NodeID) -> TextItem {
    TextItem(text, style: ParagraphStyle(.left), above: 7, node: node)
  }

  /// A heading within running text.
  public static func minorHeading(_ text: StyledText, node: NodeID) -> TextItem {
    var item = TextItem(text, style: ParagraphStyle(.left), above: 7, node: node)
    item.keepsWithNext = true
    return item
  }

  /// A point of a list; `mark` is set in an indent of 4 mm.
  public static func point(_ text: StyledText, mark: StyledText, above: Length = .zero, node: NodeID)
    -> TextItem
  {
    var item = TextItem(text, style: ParagraphStyle(.left), above: above, node: node)
    (item.mark, item.inset) = (mark, .mm(4))
    return item
  }
}

extension TextItem {
  /// Its lines for one measure; `follows` is the item before, `step` what leading is rounded up to beside body text.
  func lines(measure: Length, after previous: TextItem?, kit: LayoutKit) throws -> [Galley.Line] {
    let frames = try kit.typesetter.lines(text, measure: measure - inset, style: style)
    let boxHeight = try height(of: frames.first, kit: kit)
    let sign = try mark.map { try kit.typesetter.line($0) }
    return frames.enumerated().map { index, frame in
      var line = Galley.Line(frame: frame, height: boxHeight, x: inset, owner: .node(node))
      if index == 0, let sign {
        line.frame = beside(sign, frame)
        line.x = .zero
      }
      line.above = index == 0 ? above : .zero
      line.breaks =
        index == 0 ? previous?.keepsWithNext != true : index >= 2 && frames.count - index >= 2
      line.dividesWord = index > 0 && frames[index - 1].endsInHyphen
      return line
    }
  }

  /// Text that is smaller than the body still stands on the common lines.
  private func height(of line: Frame?, kit: LayoutKit) throws -> Length {
    let leading = line?.height ?? .zero
    let body = kit.theme.page.baseline
    return leading < body && leading > body * 0.75 ? body : leading
  }

  private func beside(_ sign: Frame, _ line: Frame) -> Frame {
    var frame = Frame(size: Size(width: line.width + inset, height: line.height), baseline: line.baseline)
    frame.set(sign, baseline: line.baseline)
    frame.set(line, x: inset, baseline: line.baseline)
    return frame
  }
}

extension Frame {
  /// Whether the last word on this line goes on on the next.
  fileprivate var endsInHyphen: Bool {
    guard let last = texts().last?.text.last else { return false }
    return last == "-" || last == "\u{2010}" || last == "\u{AD}"
  }
}
