internal import CCairo

/// What Cairo or FreeType could not do.
public enum CairoError: Error, Hashable, Sendable {
  /// A status of Cairo, with Cairo's own words for it.
  case status(code: Int, message: String)
  /// A font file that FreeType cannot open; `code` is FreeType's.
  case unreadableFont(path: String, index: Int, code: Int)
  /// FreeType itself did not start.
  case freeType(code: Int)
  /// A tag begun in a group, where Cairo would crash.
  case tagInGroup(String)
  /// Clusters that do not cover the text and the glyphs exactly, which Cairo would not draw.
  case clusterMismatch
  /// A size that no surface can have.
  case badSize(width: Double, height: Double)
}

extension CairoError: CustomStringConvertible {
  public var description: String {
    switch self {
    case .status(_, let message): message
    case .unreadableFont(let path, let index, let code):
      "FreeType cannot open face \(index) of \(path) (error \(code))"
    case .freeType(let code): "FreeType does not start (error \(code))"
    case .tagInGroup(let name): "the tag \(name) is begun in a group"
    case .clusterMismatch: "the clusters do not add up to the text and its glyphs"
    case .badSize(let width, let height): "a surface cannot measure \(width) × \(height)"
    }
  }
}

/// The one gateway that every status of Cairo goes through.
func check(_ status: cairo_status_t) throws {
  if status != CAIRO_STATUS_SUCCESS { throw CairoError(status) }
}

/// What Cairo made; it answers nothing only where it has no memory.
func made(_ pointer: OpaquePointer?) throws -> OpaquePointer {
  guard let pointer else { throw CairoError(CAIRO_STATUS_NO_MEMORY) }
  return pointer
}

extension CairoError {
  init(_ status: cairo_status_t) {
    self = .status(code: Int(status.rawValue), message: String(cString: cairo_status_to_string(status)))
  }
}
