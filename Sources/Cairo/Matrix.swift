internal import CCairo

/// An affine map: x' = xx·x + xy·y + x0, y' = yx·x + yy·y + y0.
public struct Matrix: Hashable, Sendable {
  public var xx, yx, xy, yy, x0, y0: Double

  public init(xx: Double, yx: Double, xy: Double, yy: Double, x0: Double, y0: Double) {
    (self.xx, self.yx, self.xy, self.yy, self.x0, self.y0) = (xx, yx, xy, yy, x0, y0)
  }

  public static let identity = Matrix(xx: 1, yx: 0, xy: 0, yy: 1, x0: 0, y0: 0)

  public static func scale(_ x: Double, _ y: Double) -> Matrix {
    Matrix(xx: x, yx: 0, xy: 0, yy: y, x0: 0, y0: 0)
  }

  public static func translation(x: Double, y: Double) -> Matrix {
    Matrix(xx: 1, yx: 0, xy: 0, yy: 1, x0: x, y0: y)
  }

  public func apply(_ p: Position) -> Position {
    Position(x: xx * p.x + xy * p.y + x0, y: yx * p.x + yy * p.y + y0)
  }

  var native: cairo_matrix_t { cairo_matrix_t(xx: xx, yx: yx, xy: xy, yy: yy, x0: x0, y0: y0) }

  init(_ native: cairo_matrix_t) {
    self.init(
      xx: native.xx, yx: native.yx, xy: native.xy, yy: native.yy, x0: native.x0, y0: native.y0)
  }
}
