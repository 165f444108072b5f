internal import CCairo

/// Keeps Swift objects alive for as long as Cairo uses what depends on them.
enum UserData {
  /// Cairo compares only the address, which never changes; nobody reads or writes what it points to.
  nonisolated(unsafe) private static let key = UnsafeMutablePointer<cairo_user_data_key_t>.allocate(
    capacity: 1)

  private static let release: cairo_destroy_func_t = { pointer in
    if let pointer { Unmanaged<AnyObject>.fromOpaque(pointer).release() }
  }

  static func attach(_ object: AnyObject, toSurface surface: OpaquePointer) throws {
    try retaining(object) { cairo_surface_set_user_data(surface, key, $0, release) }
  }

  static func attach(_ object: AnyObject, toFontFace face: OpaquePointer) throws {
    try retaining(object) { cairo_font_face_set_user_data(face, key, $0, release) }
  }

  private static func retaining(
    _ object: AnyObject, _ attach: (UnsafeMutableRawPointer) -> cairo_status_t
  ) throws {
    let retained = Unmanaged.passRetained(object)
    let status = attach(retained.toOpaque())
    if status != CAIRO_STATUS_SUCCESS { retained.release() }
    try check(status)
  }
}
