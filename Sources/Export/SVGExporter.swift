import Cairo
import Fonts
import Pages

/// Pages as SVG: text as outlines, the page box in millimetres, one file a page.
public enum SVGExporter {
  public static func svg(
    page: PagedDocument.Page, drawings: [Drawing] = [], fonts: FontLibrary
  ) throws -> [UInt8] {
    try drawing {
      try svg(of: page.frame, faces: FaceStore(fonts: fonts), drawings: DrawingStore(drawings))
    }
  }

  /// Each page of a document, in a file of its own; fonts and drawings are opened once.
  public static func pages(of document: PagedDocument, fonts: FontLibrary) throws -> [[UInt8]] {
    try drawing {
      let faces = try FaceStore(fonts: fonts)
      let drawings = DrawingStore(document.drawings)
      return try document.pages.map { try svg(of: $0.frame, faces: faces, drawings: drawings) }
    }
  }

  private static func svg(of frame: Frame, faces: FaceStore, drawings: DrawingStore) throws -> [UInt8] {
    let surface = try SVGSurface(width: frame.width.points, height: frame.height.points)
    try FramePainter(context: Context(surface), faces: faces, drawings: drawings).draw(frame)
    return SVGText(try surface.finish()).renumbered().inMillimetres(frame.size).bytes
  }
}
