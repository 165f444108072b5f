internal import CCairo

/// What paints: a colour, or a drawing repeated like tiles.
public final class Pattern {
  let raw: OpaquePointer

  private init(owning raw: OpaquePointer?) throws {
    guard let raw else { throw CairoError("no pattern was made") }
    self.raw = raw
    try check(cairo_pattern_status(raw))
  }

  deinit { cairo_pattern_destroy(raw) }

  public static func color(_ color: RGBA) throws -> Pattern {
    try Pattern(owning: cairo_pattern_create_rgba(color.red, color.green, color.blue, color.alpha))
  }

  /// A surface, laid side by side without end.
  public static func tiles(of surface: Surface) throws -> Pattern {
    let pattern = try Pattern(owning: cairo_pattern_create_for_surface(surface.raw))
    cairo_pattern_set_extend(pattern.raw, CAIRO_EXTEND_REPEAT)
    return pattern
  }
}
