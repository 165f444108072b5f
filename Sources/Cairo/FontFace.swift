internal import CCairo
internal import CFreeType

/// A face of a font file, drawn without hinting.
public final class FontFace {
  let pointer: OpaquePointer
  private let face: FreeTypeFace

  /// `index` chooses a face of a collection; 0 for a file of one face.
  public convenience init(path: String, index: Int = 0, library: FreeTypeLibrary) throws {
    try self.init(FreeTypeFace(path: path, index: index, library: library))
  }

  /// A face of a font file in memory, which `owner` keeps there; `path` names it where it is none.
  public convenience init(
    _ bytes: UnsafeRawBufferPointer, ownedBy owner: any AnyObject & Sendable, path: String, index: Int = 0,
    library: FreeTypeLibrary
  ) throws {
    try self.init(
      FreeTypeFace(bytes, ownedBy: owner, path: path, index: index, library: library))
  }

  private init(_ face: FreeTypeFace) throws {
    self.face = face
    pointer = try made(
      cairo_ft_font_face_create_for_ft_face(face.pointer, Int32(FT_LOAD_NO_HINTING)))
    try check(cairo_font_face_status(pointer))
    // Cairo's cache of scaled fonts outlives this object, and needs the face to the end.
    try UserData.attach(face, toFontFace: pointer)
  }

  deinit { cairo_font_face_destroy(pointer) }

  /// The name that the font is installed under; empty where it has none.
  public var family: String { face.pointer.pointee.family_name.map { String(cString: $0) } ?? "" }

  /// The glyph that the font gives to a character by itself; 0 where it has none.
  public func glyph(for scalar: Unicode.Scalar) -> UInt32 {
    FT_Get_Char_Index(face.pointer, FT_ULong(scalar.value))
  }

  /// What the font's maker allows to be done with it (`fsType` of its OS/2 table).
  public enum Embedding: Hashable, Sendable {
    case allowed
    /// Only with a licence of one's own.
    case restricted
    /// Only whole, and documents hold the glyphs they use.
    case wholeFontOnly
    /// Only its bitmaps, and documents hold outlines.
    case bitmapsOnly
  }

  public var embedding: Embedding {
    let flags = FT_Get_FSType_Flags(face.pointer)
    // The lowest four bits are one choice; old fonts set several, and then the mildest counts.
    if flags & 0xF == UInt16(FT_FSTYPE_RESTRICTED_LICENSE_EMBEDDING) { return .restricted }
    if flags & UInt16(FT_FSTYPE_BITMAP_EMBEDDING_ONLY) != 0 { return .bitmapsOnly }
    if flags & UInt16(FT_FSTYPE_NO_SUBSETTING) != 0 { return .wholeFontOnly }
    return .allowed
  }
}
