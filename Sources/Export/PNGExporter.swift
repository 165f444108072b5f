import Cairo
import Fonts
import Geometry
import Pages

/// Pictures of pages, for screens and previews.
public enum PNGExporter {
  /// A frame on white paper, as a PNG file.
  public static func png(
    of frame: Frame, drawings: [Drawing] = [], fonts: FontLibrary, dotsPerInch: Double = 150
  ) throws -> [UInt8] {
    try drawing {
      try image(of: frame, drawings: drawings, fonts: fonts, dotsPerInch: dotsPerInch).png()
    }
  }

  /// Each page of a document, as a PNG file.
  public static func pages(
    of document: PagedDocument, fonts: FontLibrary, dotsPerInch: Double = 150
  ) throws -> [[UInt8]] {
    try document.pages.map {
      try png(of: $0.frame, drawings: document.drawings, fonts: fonts, dotsPerInch: dotsPerInch)
    }
  }

  static func image(
    of frame: Frame, drawings: [Drawing], fonts: FontLibrary, dotsPerInch: Double
  ) throws -> ImageSurface {
    let scale = dotsPerInch / 72
    let surface = try ImageSurface(
      width: pixels(frame.width, scale), height: pixels(frame.height, scale))
    let context = try Context(surface)
    context.setSource(.white)
    try context.paint()
    try context.transform(.scale(scale, scale))
    try FramePainter(
      context: context, faces: FaceStore(fonts: fonts), drawings: DrawingStore(drawings)
    ).draw(frame)
    return surface
  }

  /// Whole pixels, give or take a thousandth; what cannot be a size is refused by the surface.
  private static func pixels(_ length: Length, _ scale: Double) -> Int {
    Int(exactly: (length.points * scale - 0.001).rounded(.up)) ?? 0
  }
}
