import Geometry
import Language
import Pages
import Statistics
import Typesetting

/// What a picture is drawn with.
public struct Kit: Sendable {
  public let typesetter: Typesetter
  public let theme: Theme
  /// Which colours the series of a figure have, so that they have the same in all figures.
  public var series = SeriesColors()

  public init(typesetter: Typesetter, theme: Theme) {
    self.typesetter = typesetter
    self.theme = theme
  }

  public var language: Language { typesetter.language }

  /// The colour of a named series: its own in the whole report, else the one at `index`.
  public func color(of name: String, at index: Int) -> Color {
    let palette = theme.colors.categorical
    return palette.isEmpty ? theme.colors.blue : palette[(series.place(of: name) ?? index) % palette.count]
  }
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

  /// The names of what has a colour of the categorical palette, in the order of the palette.
  var coloredSeries: [String] { get }

  /// The published cells that it shows: what its data table prints and its attached file holds.
  var tables: [Tabulation] { get }
}

extension Picture {
  public func leastHeight(width: Length, kit: Kit) throws -> Length { .zero }
  public var coloredSeries: [String] { [] }
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
