import Cairo
import Geometry
import Pages

extension Position {
  init(_ p: Point) { self.init(x: p.x.points, y: p.y.points) }
}

extension Rectangle {
  init(_ r: Rect) {
    self.init(x: r.minX.points, y: r.minY.points, width: r.width.points, height: r.height.points)
  }
}

extension Matrix {
  init(_ t: Transform) {
    self.init(xx: t.a, yx: t.b, xy: t.c, yy: t.d, x0: t.tx.points, y0: t.ty.points)
  }
}

extension Transform {
  init(_ m: Matrix) { self.init(a: m.xx, b: m.yx, c: m.xy, d: m.yy, tx: .pt(m.x0), ty: .pt(m.y0)) }
}

extension RGBA {
  init(_ c: Color) { self.init(red: c.red, green: c.green, blue: c.blue, alpha: c.alpha) }
}

extension LineCap {
  init(_ cap: Stroke.Cap) {
    switch cap {
    case .butt: self = .butt
    case .round: self = .round
    case .square: self = .square
    }
  }
}

extension LineJoin {
  init(_ join: Stroke.Join) {
    switch join {
    case .miter: self = .miter
    case .round: self = .round
    case .bevel: self = .bevel
    }
  }
}

extension Context {
  /// Puts the outline in place of the current path.
  func trace(_ path: Path) {
    newPath()
    for element in path.elements {
      switch element {
      case .move(let p): move(to: Position(p))
      case .line(let p): line(to: Position(p))
      case .curve(let a, let b, let p): curve(Position(a), Position(b), to: Position(p))
      case .close: closePath()
      }
    }
  }
}
