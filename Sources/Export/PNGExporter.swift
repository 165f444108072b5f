import Cairo
import Fonts
import Geometry
import Pages

/// Writes a page as PNG, for previews.
public enum PNGExporter {
  public static func png(
    of frame: Frame, drawings: [Drawing] = [], fonts: FontLibrary, dotsPerInch: Double
  ) throws -> [UInt8] {
    let scale = dotsPerInch / 72
    let surface = try ImageSurface(
      width: Int((frame.width.points * scale).rounded(.up)),
      height: Int((frame.height.points * scale).rounded(.up)))
    let context = try Context(surface)
    context.setColor(Color.white.rgba)
    try context.paint()
    context.transform(.scale(scale, scale))
    try FrameDrawing(
      on: context, faces: try FaceCache(fonts: fonts), drawings: drawings, tagsLinks: false
    ).draw(frame)
    return try surface.png()
  }
}
