internal import CCairo

/// A place in user space, in the units of the surface (points for PDF and SVG, pixels for images).
public struct Point: Hashable, Sendable {
  public var x: Double
  public var y: Double

  public init(_ x: Double, _ y: Double) {
    self.x = x
    self.y = y
  }
}

/// An upright rectangle.
public struct Rectangle: Hashable, Sendable {
  public var origin: Point
  public var width: Double
  public var height: Double

  public init(_ origin: Point, width: Double, height: Double) {
    (self.origin, self.width, self.height) = (origin, width, height)
  }
}

/// A colour; components from 0 to 1, not premultiplied.
public struct RGBA: Hashable, Sendable {
  public var red, green, blue, alpha: Double

  public init(red: Double, green: Double, blue: Double, alpha: Double = 1) {
    (self.red, self.green, self.blue, self.alpha) = (red, green, blue, alpha)
  }
}

/// An affine map: x' = xx·x + xy·y + x0, y' = yx·x + yy·y + y0.
public struct Matrix: Hashable, Sendable {
  public var xx, yx, xy, yy, x0, y0: Double

  public init(xx: Double, yx: Double, xy: Double, yy: Double, x0: Double, y0: Double) {
    (self.xx, self.yx, self.xy, self.yy, self.x0, self.y0) = (xx, yx, xy, yy, x0, y0)
  }

  public static let identity = Matrix(xx: 1, yx: 0, xy: 0, yy: 1, x0: 0, y0: 0)

  public static func translation(_ x: Double, _ y: Double) -> Matrix {
    Matrix(xx: 1, yx: 0, xy: 0, yy: 1, x0: x, y0: y)
  }

  public static func scale(_ x: Double, _ y: Double) -> Matrix {
    Matrix(xx: x, yx: 0, xy: 0, yy: y, x0: 0, y0: 0)
  }

  var raw: cairo_matrix_t { cairo_matrix_t(xx: xx, yx: yx, xy: xy, yy: yy, x0: x0, y0: y0) }
}

/// A glyph of a font at a place.
public struct Glyph: Hashable, Sendable {
  public var index: UInt32
  public var origin: Point

  public init(_ index: UInt32, at origin: Point) {
    self.index = index
    self.origin = origin
  }
}

/// How many bytes of text and how many glyphs stand for each other.
public struct TextCluster: Hashable, Sendable {
  public var bytes: Int
  public var glyphs: Int

  public init(bytes: Int, glyphs: Int) {
    self.bytes = bytes
    self.glyphs = glyphs
  }
}
