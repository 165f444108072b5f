internal import CCairo

/// What a context paints with.
public final class Pattern {
  /// What is painted outside the pattern's own area.
  public enum Extend: Hashable, Sendable { case none, `repeat`, reflect, pad }

  /// A colour on the line of a gradient; `offset` from 0 (start) to 1 (end).
  public struct Stop: Hashable, Sendable {
    public var offset: Double
    public var color: RGBA

    public init(offset: Double, color: RGBA) {
      self.offset = offset
      self.color = color
    }
  }

  let pointer: OpaquePointer

  private init(owning pointer: OpaquePointer?) throws {
    self.pointer = try made(pointer)
    try check(cairo_pattern_status(self.pointer))
  }

  deinit { cairo_pattern_destroy(pointer) }

  public convenience init(color: RGBA) throws {
    try self.init(
      owning: cairo_pattern_create_rgba(color.red, color.green, color.blue, color.alpha))
  }

  /// A surface as a pattern. `matrix` maps user space to the surface's own space.
  public convenience init(
    surface: Surface, extend: Extend = .none, matrix: Matrix = .identity
  ) throws {
    try self.init(owning: cairo_pattern_create_for_surface(surface.pointer))
    try set(extend: extend, matrix: matrix)
  }

  public convenience init(
    linearFrom start: Position, to end: Position, stops: [Stop], extend: Extend = .pad
  ) throws {
    try self.init(owning: cairo_pattern_create_linear(start.x, start.y, end.x, end.y))
    for stop in stops {
      let c = stop.color
      cairo_pattern_add_color_stop_rgba(pointer, stop.offset, c.red, c.green, c.blue, c.alpha)
    }
    try set(extend: extend, matrix: .identity)
  }

  /// What a context drew between the beginning and the end of a group.
  static func popped(from context: OpaquePointer) throws -> Pattern {
    try Pattern(owning: cairo_pop_group(context))
  }

  private func set(extend: Extend, matrix: Matrix) throws {
    var native = matrix.native
    cairo_pattern_set_matrix(pointer, &native)
    cairo_pattern_set_extend(pointer, extend.native)
    try check(cairo_pattern_status(pointer))
  }
}

extension Pattern.Extend {
  fileprivate var native: cairo_extend_t {
    switch self {
    case .none: CAIRO_EXTEND_NONE
    case .repeat: CAIRO_EXTEND_REPEAT
    case .reflect: CAIRO_EXTEND_REFLECT
    case .pad: CAIRO_EXTEND_PAD
    }
  }
}
