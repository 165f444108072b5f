import Fonts

/// The look of a run, resolved: what its words are shaped and drawn with.
struct Face {
  let font: Font
  /// As drawn, in points.
  let size: Double
  /// How far the baseline is raised, in points.
  let rise: Double

  init(_ style: TextStyle, fonts: FontLibrary) throws {
    font = try fonts.font(style.font)
    size = style.size.points * (style.superscript ? 0.65 : 1)
    rise = style.superscript ? style.size.points * 0.38 : 0
  }
}
