import Cairo
import Fonts
import Geometry
import Pages

/// How text stands in a picture.
public enum SVGLettering: String, Hashable, Sendable, CaseIterable {
  /// As outlines, drawn by Cairo: looks the same everywhere.
  case outlines
  /// As text with its positions: can be searched and edited where the fonts are installed.
  case text
}

/// Pages as SVG, one file a page: the page box in millimetres, user units of a point, and what the page says.
public enum SVGExporter {
  /// Each page of a document; fonts and drawings are opened once.
  public static func pages(
    of document: PagedDocument, fonts: FontLibrary, lettering: SVGLettering = .outlines
  ) throws -> [[UInt8]] {
    try drawing {
      let faces = try FaceStore(fonts: fonts)
      let drawings = DrawingStore(document.drawings)
      return try document.pages.indices.map { page in
        let head = SVGHead(of: document, page: page, lettering)
        let frame = document.pages[page].frame
        switch lettering {
        case .outlines: return try outlines(of: frame, head, faces: faces, drawings: drawings)
        case .text: return Array(try SVGPage(document, faces: faces).svg(of: frame, head).utf8)
        }
      }
    }
  }

  private static func outlines(
    of frame: Frame, _ head: SVGHead, faces: FaceStore, drawings: DrawingStore
  ) throws -> [UInt8] {
    let surface = try SVGSurface(width: frame.width.points, height: frame.height.points)
    try FramePainter(context: Context(surface), faces: faces, drawings: drawings).draw(frame)
    return CairoSVG(try surface.finish()).renumbered().opened(by: head.opening).bytes
  }
}
