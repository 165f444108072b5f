internal import CCairo
internal import CFreeType

/// FreeType, opened once for each thread that draws: its faces must not be shared between threads.
public final class FontEngine {
  fileprivate let library: FT_Library

  public init() throws {
    var library: FT_Library?
    guard FT_Init_FreeType(&library) == 0, let library else { throw CairoError("FreeType did not start") }
    self.library = library
  }

  deinit { FT_Done_FreeType(library) }
}

/// A font of a file, for drawing.
public final class FontFace {
  let raw: OpaquePointer

  /// Opens face `index` of a font file.
  public init(file: String, index: Int = 0, engine: FontEngine) throws {
    let opened = try OpenFace(file: file, index: index, engine: engine)
    let loadFlags = FT_LOAD_NO_HINTING
    guard let raw = cairo_ft_font_face_create_for_ft_face(opened.face, Int32(loadFlags)) else {
      throw CairoError("no font face was made of \(file)")
    }
    self.raw = raw
    // Cairo may keep the face after this object is gone (in surfaces); it closes it through this call.
    let owner = Unmanaged.passRetained(opened)
    let status = cairo_font_face_set_user_data(raw, OpenFace.key.pointer, owner.toOpaque()) { pointer in
      if let pointer { Unmanaged<OpenFace>.fromOpaque(pointer).release() }
    }
    if status != CAIRO_STATUS_SUCCESS { owner.release() }
    try check(status)
  }

  deinit { cairo_font_face_destroy(raw) }
}

/// A FreeType face that keeps its engine alive.
private final class OpenFace {
  /// The address that marks our data on a cairo font face; its content is never read or written.
  struct Key: @unchecked Sendable {
    // Safe to share: only the address is used, and the memory is neither read nor written.
    let pointer = UnsafeMutablePointer<cairo_user_data_key_t>.allocate(capacity: 1)
  }

  static let key = Key()

  let face: FT_Face
  private let engine: FontEngine

  init(file: String, index: Int, engine: FontEngine) throws {
    var face: FT_Face?
    guard FT_New_Face(engine.library, file, FT_Long(index), &face) == 0, let face else {
      throw CairoError("\(file) is not a font that FreeType reads")
    }
    self.face = face
    self.engine = engine
  }

  deinit { FT_Done_Face(face) }
}
