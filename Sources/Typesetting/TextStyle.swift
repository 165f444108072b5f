import Fonts
import Geometry
import Pages

/// How characters look.
public struct TextStyle: Hashable, Sendable {
  public var font: FontID
  public var size: Length
  /// Distance between baselines.
  public var leading: Length
  public var color: Color
  /// Raised text (ordinals): 65 % of the size, .38 em up.
  public var superscript = false

  public init(_ font: FontID, _ size: Length, leading: Length, color: Color) {
    (self.font, self.size, self.leading, self.color) = (font, size, leading, color)
  }

  public func colored(_ color: Color) -> TextStyle {
    var copy = self
    copy.color = color
    return copy
  }

  public func weight(_ weight: Int) -> TextStyle {
    var copy = self
    copy.font = FontID(font.family, weight, italic: font.italic)
    return copy
  }

  public func italic(_ italic: Bool = true) -> TextStyle {
    var copy = self
    copy.font = FontID(font.family, font.weight, italic: italic)
    return copy
  }
}

/// A text with its styles, before line breaking.
public struct StyledText: Hashable, Sendable {
  public struct Run: Hashable, Sendable {
    public var text: String
    public var style: TextStyle
    /// `nil`: the owner of the paragraph.
    public var owner: NodeID?
    public var link: Link?
    /// No break inside (a number with its unit).
    public var unbreakable: Bool

    public init(
      _ text: String, _ style: TextStyle, owner: NodeID? = nil, link: Link? = nil, unbreakable: Bool = false
    ) {
      (self.text, self.style, self.owner, self.link) = (text, style, owner, link)
      self.unbreakable = unbreakable
    }
  }

  public var runs: [Run]

  public init(_ runs: [Run] = []) { self.runs = runs }
  public init(_ text: String, _ style: TextStyle) { runs = [Run(text, style)] }

  public var plain: String { runs.map(\.text).joined() }

  public static func + (a: StyledText, b: StyledText) -> StyledText { StyledText(a.runs + b.runs) }
}

/// How lines are made of a text.
public struct ParagraphStyle: Hashable, Sendable {
  public enum Alignment: Hashable, Sendable { case justified, left, right, centred }

  public var alignment: Alignment
  /// Of the first line.
  public var indent: Length
  public var hyphenated: Bool

  public init(_ alignment: Alignment = .left, indent: Length = .zero, hyphenated: Bool = false) {
    (self.alignment, self.indent, self.hyphenated) = (alignment, indent, hyphenated)
  }
}
