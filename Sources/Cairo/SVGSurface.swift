internal import CCairo

/// An SVG 1.1 picture in memory: one page. Text becomes outlines; tags and links are left out.
public final class SVGSurface: StreamSurface {
  /// Sizes in points. The view box is in points whatever unit the document declares.
  public init(width: Double, height: Double) throws {
    try Surface.checkSize(width, height)
    try super.init { cairo_svg_surface_create_for_stream($0, $1, width, height) }
  }
}
