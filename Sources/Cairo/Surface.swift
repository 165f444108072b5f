internal import CCairo

/// Something to draw on. Subclasses say what becomes of the drawing.
public class Surface {
  /// Owned: released when the surface goes.
  let raw: OpaquePointer

  /// Takes over `raw`; throws when cairo gave back a surface in error.
  init(owning raw: OpaquePointer?) throws {
    guard let raw else { throw CairoError("no surface was made") }
    self.raw = raw
    try check(cairo_surface_status(raw))
  }

  deinit { cairo_surface_destroy(raw) }

  /// Ends the drawing and writes what is left. Drawing afterwards fails.
  public func finish() throws {
    cairo_surface_finish(raw)
    try check(cairo_surface_status(raw))
  }
}

/// Collects the bytes that a surface writes.
final class ByteSink {
  var bytes: [UInt8] = []

  /// What cairo calls for each piece; `closure` is an unretained sink that outlives the surface.
  static let write:
    @convention(c) (UnsafeMutableRawPointer?, UnsafePointer<UInt8>?, UInt32) -> cairo_status_t = {
      closure, data, length in
      guard let closure, let data else { return CAIRO_STATUS_WRITE_ERROR }
      let sink = Unmanaged<ByteSink>.fromOpaque(closure).takeUnretainedValue()
      sink.bytes.append(contentsOf: UnsafeBufferPointer(start: data, count: Int(length)))
      return CAIRO_STATUS_SUCCESS
    }

  var closure: UnsafeMutableRawPointer { Unmanaged.passUnretained(self).toOpaque() }
}

/// A PDF held in memory. Sizes are in points.
public final class PDFSurface: Surface {
  public enum Property: Sendable {
    case title, author, subject, keywords, creator
    /// ISO 8601.
    case created, modified

    fileprivate var raw: cairo_pdf_metadata_t {
      switch self {
      case .title: CAIRO_PDF_METADATA_TITLE
      case .author: CAIRO_PDF_METADATA_AUTHOR
      case .subject: CAIRO_PDF_METADATA_SUBJECT
      case .keywords: CAIRO_PDF_METADATA_KEYWORDS
      case .creator: CAIRO_PDF_METADATA_CREATOR
      case .created: CAIRO_PDF_METADATA_CREATE_DATE
      case .modified: CAIRO_PDF_METADATA_MOD_DATE
      }
    }
  }

  /// An entry of the bookmarks panel; the surface names it.
  public struct Bookmark: Hashable, Sendable {
    fileprivate let id: Int32
    public static let root = Bookmark(id: 0)
  }

  private let sink: ByteSink

  public init(width: Double, height: Double) throws {
    sink = ByteSink()
    try super.init(owning: cairo_pdf_surface_create_for_stream(ByteSink.write, sink.closure, width, height))
    cairo_pdf_surface_restrict_to_version(raw, CAIRO_PDF_VERSION_1_5)
  }

  /// The size of the page that is drawn next.
  public func setSize(width: Double, height: Double) throws {
    cairo_pdf_surface_set_size(raw, width, height)
    try check(cairo_surface_status(raw))
  }

  public func set(_ property: Property, _ value: String) throws {
    cairo_pdf_surface_set_metadata(raw, property.raw, value)
    try check(cairo_surface_status(raw))
  }

  /// The label of the current page.
  public func setPageLabel(_ label: String) throws {
    cairo_pdf_surface_set_page_label(raw, label)
    try check(cairo_surface_status(raw))
  }

  /// Adds a bookmark to a place on a page (from 1; `y` from the top).
  @discardableResult
  public func addBookmark(_ title: String, under parent: Bookmark = .root, page: Int, y: Double) throws
    -> Bookmark
  {
    let attributes = "page=\(page) pos=[0 \(y)]"
    let id = cairo_pdf_surface_add_outline(raw, parent.id, title, attributes, CAIRO_PDF_OUTLINE_FLAG_OPEN)
    try check(cairo_surface_status(raw))
    return Bookmark(id: id)
  }

  /// Finishes, then gives the whole file.
  public func bytes() throws -> [UInt8] {
    try finish()
    return sink.bytes
  }
}

/// An SVG of one page held in memory. Sizes are in points.
public final class SVGSurface: Surface {
  private let sink: ByteSink

  public init(width: Double, height: Double) throws {
    sink = ByteSink()
    try super.init(owning: cairo_svg_surface_create_for_stream(ByteSink.write, sink.closure, width, height))
  }

  /// Finishes, then gives the whole file.
  public func bytes() throws -> [UInt8] {
    try finish()
    return sink.bytes
  }
}

/// Pixels of 32 bits with alpha.
public final class ImageSurface: Surface {
  public init(width: Int, height: Int) throws {
    try super.init(owning: cairo_image_surface_create(CAIRO_FORMAT_ARGB32, Int32(width), Int32(height)))
  }

  /// The picture as a PNG file.
  public func png() throws -> [UInt8] {
    let sink = ByteSink()
    let status = withExtendedLifetime(sink) {
      cairo_surface_write_to_png_stream(raw, ByteSink.write, sink.closure)
    }
    try check(status)
    return sink.bytes
  }

  /// The colour of a pixel, premultiplied; `nil` outside.
  public func pixel(x: Int, y: Int) -> RGBA? {
    cairo_surface_flush(raw)
    let width = Int(cairo_image_surface_get_width(raw))
    let height = Int(cairo_image_surface_get_height(raw))
    guard (0..<width).contains(x), (0..<height).contains(y), let data = cairo_image_surface_get_data(raw)
    else {
      return nil
    }
    let at = y * Int(cairo_image_surface_get_stride(raw)) + x * 4
    func part(_ index: Int) -> Double { Double(data[at + index]) / 255 }
    return RGBA(red: part(2), green: part(1), blue: part(0), alpha: part(3))
  }
}

/// Keeps what is drawn, to be drawn again on other surfaces.
public final class RecordingSurface: Surface {
  /// Drawing outside `extents` is dropped.
  public init(extents: Rectangle) throws {
    var box = cairo_rectangle_t(
      x: extents.origin.x, y: extents.origin.y, width: extents.width, height: extents.height)
    try super.init(owning: cairo_recording_surface_create(CAIRO_CONTENT_COLOR_ALPHA, &box))
  }
}
