/// The glyphs of a short text in one font. All distances are fractions of the font size.
public struct ShapedText: Hashable, Sendable {
  public struct Glyph: Hashable, Sendable {
    /// Index in the font; 0 where the font lacks the character.
    public var id: UInt32
    public var advance: Double
    /// Offset from the pen; `dy` grows downwards.
    public var dx, dy: Double
    /// Byte in the text where the glyph's cluster starts.
    public var cluster: Int

    public init(id: UInt32, advance: Double, dx: Double = 0, dy: Double = 0, cluster: Int) {
      (self.id, self.advance, self.dx, self.dy, self.cluster) = (id, advance, dx, dy, cluster)
    }
  }

  public let glyphs: [Glyph]
  public let width: Double
  /// The characters that the font lacks, in their order.
  public let missing: [Unicode.Scalar]

  public init(glyphs: [Glyph], missing: [Unicode.Scalar] = []) {
    self.glyphs = glyphs
    self.missing = missing
    width = glyphs.reduce(0) { $0 + $1.advance }
  }

  /// The width of what stands before this byte; `nil` where the byte is inside a ligature.
  public func width(upTo byte: Int) -> Double? {
    var width = 0.0
    for glyph in glyphs {
      if glyph.cluster == byte { return width }
      if glyph.cluster > byte { return nil }
      width += glyph.advance
    }
    return nil
  }
}
