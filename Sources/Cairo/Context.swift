internal import CCairo

/// Draws on a surface.
///
///     let page = try PDFSurface(width: 595, height: 842)
///     let context = try Context(page)
///     try context.saved {
///       context.translate(x: 100, y: 100)
///       context.setSource(RGBA(red: 0.1, green: 0.2, blue: 0.5))
///       context.rectangle(Rectangle(x: 0, y: 0, width: 200, height: 100))
///       try context.fill()
///     }
///     let bytes = try page.finish()
///
/// An error stays: after the first one nothing more is drawn. Calls that only build state do not throw;
/// the next call that paints, measures or ends a scope throws what went wrong.
public final class Context {
  let pointer: OpaquePointer
  private let surface: Surface
  /// Cairo crashes on a tag in a group, so groups are counted.
  var groupDepth = 0

  public init(_ surface: Surface) throws {
    pointer = try made(cairo_create(surface.pointer))
    self.surface = surface
    try checkStatus()
  }

  deinit { cairo_destroy(pointer) }

  /// Throws the first error of everything done so far.
  public func checkStatus() throws {
    try check(cairo_status(pointer))
    try surface.checkStatus()
  }

  /// Runs `body`, then gives clip, matrix, source, line and font settings their former values.
  public func saved<Result>(_ body: () throws -> Result) throws -> Result {
    cairo_save(pointer)
    defer { cairo_restore(pointer) }
    let result = try body()
    try checkStatus()
    return result
  }

  /// What `body` draws, as a pattern instead of on the surface.
  public func group(_ body: () throws -> Void) throws -> Pattern {
    cairo_push_group(pointer)
    groupDepth += 1
    defer { groupDepth -= 1 }
    do {
      try body()
    } catch {
      _ = try? Pattern.popped(from: pointer)
      throw error
    }
    let pattern = try Pattern.popped(from: pointer)
    try checkStatus()
    return pattern
  }
}

// MARK: - Matrix

extension Context {
  /// From user space to the surface.
  public var matrix: Matrix {
    var native = cairo_matrix_t()
    cairo_get_matrix(pointer, &native)
    return Matrix(native)
  }

  public func translate(x: Double, y: Double) { cairo_translate(pointer, x, y) }

  /// Puts `matrix` before the current one. A matrix that cannot be inverted is an error.
  public func transform(_ matrix: Matrix) throws {
    var native = matrix.native
    cairo_transform(pointer, &native)
    try checkStatus()
  }
}
