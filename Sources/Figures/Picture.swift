import Geometry
import Language
import Pages
import Statistics
import Typesetting

/// What a picture is drawn with.
public struct Kit: Sendable {
  public let typesetter: Typesetter
  public let theme: Theme

  public init(typesetter: Typesetter, theme: Theme) {
    self.typesetter = typesetter
    self.theme = theme
  }

  public var language: Language { typesetter.language }
}

/// The drawing of a figure: a chart or a map, from published cells alone.
///
/// The picture and its words come from the same value, so that they cannot disagree.
public protocol Picture: Sendable {
  /// The height that suits this width, in whole half-lines of the baseline grid where it can.
  func naturalHeight(width: Length, kit: Kit) throws -> Length

  /// The height below which it cannot be drawn whole, whatever an author asks for.
  func leastHeight(width: Length, kit: Kit) throws -> Length

  /// Draws into exactly this size. Nothing stands outside; no two texts overlap.
  func frame(size: Size, kit: Kit) throws -> Frame

  /// Two or three true sentences for who cannot see it: what it shows, its extremes, its trend.
  func alternative(language: Language) -> String

  /// The note "Lecture": reads one value aloud. `nil` where there is none to read.
  func reading(language: Language) -> String?

  /// The unit and the period, as the picture scales them: what the line under its title says. `nil` where the
  /// picture cannot know.
  func subtitle(language: Language) -> String?

  /// The published cells that it shows: what its data table prints and its attached file holds.
  var tables: [Tabulation] { get }
}

extension Picture {
  public func leastHeight(width: Length, kit: Kit) throws -> Length { .zero }
  public var tables: [Tabulation] { [] }
  public func subtitle(language: Language) -> String? { nil }
}

/// A picture of rows that keep their height: it needs all of it.
public protocol RowPicture: Picture {}

extension RowPicture {
  public func leastHeight(width: Length, kit: Kit) throws -> Length {
    try naturalHeight(width: width, kit: kit)
  }
}
