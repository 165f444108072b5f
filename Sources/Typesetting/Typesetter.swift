import Fonts
import Geometry
import Language
import Pages

/// Turns styled text into frames. Thread-safe; shaped words are shared by all that use one font library.
public struct Typesetter: Sendable {
  public let fonts: FontLibrary
  public let language: Language
  private let hyphenator: Hyphenator?

  /// `hyphenator`: by default with the patterns that the font manifest names for the language.
  public init(fonts: FontLibrary, language: Language, hyphenator: Hyphenator? = nil) {
    self.fonts = fonts
    self.language = language
    self.hyphenator = hyphenator ?? fonts.hyphenation(for: language.tag).map(Hyphenator.init)
  }

  /// The text in one style, with its ordinals raised as the language writes them: 1er, 2e, no 52.
  public func styled(_ text: String, _ style: TextStyle) -> StyledText {
    // Every ordinal has a digit or a Roman numeral; most texts have neither, and are not searched.
    guard text.utf8.contains(where: { 0x30...0x39 ~= $0 || $0 == 0x49 || $0 == 0x56 || $0 == 0x58 }) else {
      return StyledText(text, style)
    }
    var raised = style
    raised.superscript = true
    var runs: [StyledText.Run] = []
    var start = text.startIndex
    for suffix in language.ordinalSuffixes(in: text) {
      runs.append(StyledText.Run(String(text[start..<suffix.lowerBound]), style))
      runs.append(StyledText.Run(String(text[suffix]), raised))
      start = suffix.upperBound
    }
    if start < text.endIndex || runs.isEmpty { runs.append(StyledText.Run(String(text[start...]), style)) }
    return StyledText(runs)
  }

  /// The width on one line.
  public func width(of text: StyledText) throws -> Length {
    .pt(try TokenList(text, fonts: fonts).tokens.reduce(0) { $0 + $1.width })
  }

  /// All of the text on one line, as wide as it is; its height is the largest leading.
  public func line(_ text: StyledText) throws -> Frame {
    let list = try TokenList(text, fonts: fonts)
    let width = list.tokens.reduce(0) { $0 + $1.width }
    return LineBuilder.frame(
      list.tokens.map(Piece.init), of: list, width: .pt(width), indent: 0, extraPerSpace: 0)
  }

  public func line(_ text: String, _ style: TextStyle) throws -> Frame { try line(styled(text, style)) }

  /// The lines of a paragraph, each as wide as the measure and as high as its largest leading.
  public func lines(_ text: StyledText, measure: Length, style: ParagraphStyle) throws -> [Frame] {
    let list = try TokenList(text, fonts: fonts)
    return try Paragraph(list: list, measure: measure, style: style, hyphenator: hyphenator).lines()
  }

  /// The lines of a paragraph, stacked.
  public func block(_ text: StyledText, measure: Length, style: ParagraphStyle) throws -> Frame {
    let lines = try lines(text, measure: measure, style: style)
    let height = lines.reduce(Length.zero) { $0 + $1.height }
    var block = Frame(size: Size(width: measure, height: height), baseline: lines.first?.baseline)
    var y = Length.zero
    for line in lines {
      block.place(line, at: Point(x: .zero, y: y))
      y = y + line.height
    }
    return block
  }
}
