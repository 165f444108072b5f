/// How far small marks may stand out past the right edge, so that the edge looks straight.
enum Hang {
  /// A millimetre, in points.
  private static let most = 72 / 25.4

  /// Of a mark of this width.
  static func points(of width: Double) -> Double { min(width * 0.7, most) }

  /// Of the last character of a word: only hyphens, points and commas hang.
  static func points(after token: Token, size: Double) -> Double {
    guard let last = token.text.utf8.last, last == 0x2D || last == 0x2E || last == 0x2C,
      let glyph = token.shaped.glyphs.last
    else { return 0 }
    return points(of: glyph.advance * size)
  }
}
