/// A glyph of the context's font face, where its origin stands in user space.
public struct Glyph: Hashable, Sendable {
  /// Index in the font.
  public var index: UInt32
  public var origin: Position

  public init(index: UInt32, origin: Position) {
    self.index = index
    self.origin = origin
  }
}

/// The least piece of text that has glyphs of its own: so many bytes of UTF-8 for so many glyphs.
public struct TextCluster: Hashable, Sendable {
  public var byteCount: Int
  public var glyphCount: Int

  public init(byteCount: Int, glyphCount: Int) {
    self.byteCount = byteCount
    self.glyphCount = glyphCount
  }
}
