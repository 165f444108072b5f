internal import CCairo

/// Remembers what is drawn, to draw it again elsewhere through `Pattern(surface:)`.
public final class RecordingSurface: Surface {
  /// What is drawn outside `extents` is lost.
  public init(extents: Rectangle) throws {
    var box = cairo_rectangle_t(x: extents.x, y: extents.y, width: extents.width, height: extents.height)
    try super.init(owning: cairo_recording_surface_create(CAIRO_CONTENT_COLOR_ALPHA, &box))
  }

  /// The smallest rectangle that holds all ink so far.
  public var inkExtents: Rectangle {
    var box = Rectangle(x: 0, y: 0, width: 0, height: 0)
    cairo_recording_surface_ink_extents(pointer, &box.x, &box.y, &box.width, &box.height)
    return box
  }
}
