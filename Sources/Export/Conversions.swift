import Cairo
import Geometry
import Pages

extension Geometry.Point {
  var cairo: Cairo.Point { Cairo.Point(x.points, y.points) }
}

extension Color {
  var rgba: RGBA { RGBA(red: red, green: green, blue: blue, alpha: alpha) }
}

extension Transform {
  var matrix: Matrix { Matrix(xx: a, yx: b, xy: c, yy: d, x0: tx.points, y0: ty.points) }
}

extension Stroke.Cap {
  var cairo: Context.LineCap {
    switch self {
    case .butt: .butt
    case .round: .round
    case .square: .square
    }
  }
}

extension Stroke.Join {
  var cairo: Context.LineJoin {
    switch self {
    case .miter: .miter
    case .round: .round
    case .bevel: .bevel
    }
  }
}
