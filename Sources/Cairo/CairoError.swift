internal import CCairo

/// What cairo or FreeType refused, in its own words.
public struct CairoError: Error, Hashable, Sendable, CustomStringConvertible {
  public let description: String

  init(_ description: String) { self.description = description }
}

/// The one gateway that every status passes.
func check(_ status: cairo_status_t) throws {
  guard status != CAIRO_STATUS_SUCCESS else { return }
  throw CairoError(String(cString: cairo_status_to_string(status)))
}
