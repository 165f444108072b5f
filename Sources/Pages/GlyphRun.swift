import Fonts
import Geometry

/// Shaped glyphs of one font, size and direction, with the text they stand for.
public struct GlyphRun: Hashable, Sendable {
  public struct Glyph: Hashable, Sendable {
    /// Index in the font; 0 (missing) never reaches a run.
    public var id: UInt32
    /// Offset of the glyph's origin from the pen; `y` grows downwards.
    public var offset: Point
    /// How far the pen moves right after it.
    public var advance: Length
    /// Byte in `text` where this glyph's cluster starts; it never decreases along the run.
    public var cluster: Int

    public init(id: UInt32, offset: Point = .zero, advance: Length, cluster: Int) {
      (self.id, self.offset, self.advance, self.cluster) = (id, offset, advance, cluster)
    }
  }

  public var font: FontID
  public var size: Length
  public var color: Color
  public var glyphs: [Glyph]
  /// The characters that the glyphs draw, as `pdftotext` must give them back.
  public var text: String

  public init(font: FontID, size: Length, color: Color, glyphs: [Glyph], text: String) {
    (self.font, self.size, self.color, self.glyphs, self.text) = (font, size, color, glyphs, text)
  }

  public var width: Length { glyphs.reduce(.zero) { $0 + $1.advance } }
}
