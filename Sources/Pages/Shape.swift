import Geometry

/// What fills an area.
public enum Paint: Hashable, Sendable {
  case color(Color)
  /// Parallel lines at 45° (rising to the right) over a ground: "no data".
  case hatch(line: Color, width: Length, pitch: Length, ground: Color)
  /// Dots on a square grid over a ground: "secret".
  case dots(dot: Color, radius: Length, pitch: Length, ground: Color)
}

/// How an outline is drawn.
public struct Stroke: Hashable, Sendable {
  public enum Cap: Hashable, Sendable { case butt, round, square }
  public enum Join: Hashable, Sendable { case miter, round, bevel }

  public var color: Color
  public var width: Length
  /// Lengths on and off, in turn; empty for a solid line.
  public var dash: [Length]
  public var cap: Cap
  public var join: Join

  public init(_ color: Color, _ width: Length, dash: [Length] = [], cap: Cap = .butt, join: Join = .miter) {
    (self.color, self.width, self.dash, self.cap, self.join) = (color, width, dash, cap, join)
  }
}

/// An outline with its fill and stroke; the fill is painted first, by the non-zero rule unless said otherwise.
public struct Shape: Hashable, Sendable {
  public var path: Path
  public var fill: Paint?
  public var stroke: Stroke?
  public var evenOdd: Bool

  public init(_ path: Path, fill: Paint? = nil, stroke: Stroke? = nil, evenOdd: Bool = false) {
    (self.path, self.fill, self.stroke, self.evenOdd) = (path, fill, stroke, evenOdd)
  }
}
