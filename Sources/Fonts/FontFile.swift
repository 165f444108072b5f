/// Where the outlines of a font are read from.
public struct FontFile: Hashable, Sendable {
  public let path: String
  /// The face in a collection; 0 for a file of one face.
  public let index: Int

  public init(path: String, index: Int = 0) {
    self.path = path
    self.index = index
  }
}

/// Heights of a font, in fractions of its size; `descent` is positive and lies under the baseline.
public struct FontMetrics: Hashable, Sendable {
  public let ascent, descent, capHeight, xHeight: Double

  public init(ascent: Double, descent: Double, capHeight: Double, xHeight: Double) {
    (self.ascent, self.descent, self.capHeight, self.xHeight) = (ascent, descent, capHeight, xHeight)
  }
}
