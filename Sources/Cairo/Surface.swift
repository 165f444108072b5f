internal import CCairo

/// Something to draw on. Draw through a `Context`; one thread at a time.
public class Surface {
  let pointer: OpaquePointer

  /// Takes over a reference that the caller owns.
  init(owning pointer: OpaquePointer?) throws {
    self.pointer = try made(pointer)
    // The object exists from here on, so that `deinit` frees the surface when this throws.
    try check(cairo_surface_status(self.pointer))
  }

  deinit { cairo_surface_destroy(pointer) }

  /// Throws the first error of everything drawn so far.
  public func checkStatus() throws { try check(cairo_surface_status(pointer)) }

  /// Refuses what Cairo would answer with an endless or empty page.
  static func checkSize(_ width: Double, _ height: Double) throws {
    guard width.isFinite, height.isFinite, width > 0, height > 0 else {
      throw CairoError.badSize(width: width, height: height)
    }
  }
}

/// A surface that writes a document while it is drawn.
public class StreamSurface: Surface {
  private let stream: ByteStream

  init(_ create: (cairo_write_func_t, UnsafeMutableRawPointer) -> OpaquePointer?) throws {
    let stream = ByteStream()
    self.stream = stream
    try super.init(owning: create(ByteStream.write, stream.closure))
    // Cairo may hold the surface longer than we do, and writes the rest when it lets go.
    try UserData.attach(stream, toSurface: pointer)
  }

  /// Ends the current page and starts the next. Open tags must be closed before.
  public func showPage() throws {
    cairo_surface_show_page(pointer)
    try checkStatus()
  }

  /// Ends the document and gives its bytes. Nothing can be drawn afterwards.
  public func finish() throws -> [UInt8] {
    cairo_surface_finish(pointer)
    try checkStatus()
    return stream.bytes
  }
}
