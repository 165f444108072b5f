internal import CCairo
internal import CFreeType

/// A face of a font file, drawn without hinting.
public final class FontFace {
  let pointer: OpaquePointer

  /// `index` chooses a face of a collection; 0 for a file of one face.
  public init(path: String, index: Int = 0, library: FreeTypeLibrary) throws {
    let face = try FreeTypeFace(path: path, index: index, library: library)
    pointer = try made(
      cairo_ft_font_face_create_for_ft_face(face.pointer, Int32(FT_LOAD_NO_HINTING)))
    try check(cairo_font_face_status(pointer))
    // Cairo's cache of scaled fonts outlives this object, and needs the face to the end.
    try UserData.attach(face, toFontFace: pointer)
  }

  deinit { cairo_font_face_destroy(pointer) }
}
