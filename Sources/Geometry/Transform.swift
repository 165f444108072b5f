/// An affine map: x' = a·x + c·y + tx, y' = b·x + d·y + ty.
public struct Transform: Hashable, Sendable {
  public var a, b, c, d: Double
  public var tx, ty: Length

  public init(a: Double, b: Double, c: Double, d: Double, tx: Length, ty: Length) {
    (self.a, self.b, self.c, self.d) = (a, b, c, d)
    (self.tx, self.ty) = (tx, ty)
  }

  public static let identity = Transform(a: 1, b: 0, c: 0, d: 1, tx: .zero, ty: .zero)

  public static func translation(_ delta: Point) -> Transform {
    Transform(a: 1, b: 0, c: 0, d: 1, tx: delta.x, ty: delta.y)
  }

  public static func scale(_ factor: Double) -> Transform {
    Transform(a: factor, b: 0, c: 0, d: factor, tx: .zero, ty: .zero)
  }

  public func apply(_ p: Point) -> Point {
    Point(x: a * p.x + c * p.y + tx, y: b * p.x + d * p.y + ty)
  }

  /// First this map, then `next`.
  public func then(_ next: Transform) -> Transform {
    let origin = next.apply(Point(x: tx, y: ty))
    return Transform(
      a: next.a * a + next.c * b, b: next.b * a + next.d * b,
      c: next.a * c + next.c * d, d: next.b * c + next.d * d,
      tx: origin.x, ty: origin.y)
  }
}
