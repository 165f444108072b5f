internal import CCairo

/// Which points are inside a path that crosses itself.
public enum FillRule: Hashable, Sendable {
  case nonZero, evenOdd

  var native: cairo_fill_rule_t {
    switch self {
    case .nonZero: CAIRO_FILL_RULE_WINDING
    case .evenOdd: CAIRO_FILL_RULE_EVEN_ODD
    }
  }
}

extension Context {
  public func newPath() { cairo_new_path(pointer) }
  public func move(to p: Position) { cairo_move_to(pointer, p.x, p.y) }
  public func line(to p: Position) { cairo_line_to(pointer, p.x, p.y) }
  public func curve(_ a: Position, _ b: Position, to p: Position) {
    cairo_curve_to(pointer, a.x, a.y, b.x, b.y, p.x, p.y)
  }
  public func closePath() { cairo_close_path(pointer) }
  public func rectangle(_ r: Rectangle) { cairo_rectangle(pointer, r.x, r.y, r.width, r.height) }

  /// A whole circle, as a path of its own.
  public func circle(centre: Position, radius: Double) {
    cairo_new_sub_path(pointer)
    cairo_arc(pointer, centre.x, centre.y, radius, 0, 2 * Double.pi)
    cairo_close_path(pointer)
  }

  /// The smallest rectangle that holds the path.
  public var pathExtents: Rectangle {
    var (left, top, right, bottom) = (0.0, 0.0, 0.0, 0.0)
    cairo_path_extents(pointer, &left, &top, &right, &bottom)
    return Rectangle(x: left, y: top, width: right - left, height: bottom - top)
  }
}
