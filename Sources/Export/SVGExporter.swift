import Cairo
import Fonts
import Geometry
import Pages

/// Pages as SVG: text as outlines, the page box in millimetres, one file a page.
public enum SVGExporter {
  public static func svg(
    page: PagedDocument.Page, drawings: [Drawing] = [], fonts: FontLibrary
  ) throws -> [UInt8] {
    try drawing {
      let size = page.frame.size
      let surface = try SVGSurface(width: size.width.points, height: size.height.points)
      try FramePainter(
        context: Context(surface), faces: FaceStore(fonts: fonts), drawings: DrawingStore(drawings)
      ).draw(page.frame)
      return SVGText(try surface.finish()).renumbered().inMillimetres(size).bytes
    }
  }
}
