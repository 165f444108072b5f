import Cairo
import Diagnostics
import Fonts

/// The faces that one export draws with.
final class FaceStore {
  private let fonts: FontLibrary
  private let embeds: Bool
  private let open: OpenFaces
  private var known: [FontID: FontFace] = [:]

  /// `embeds`: the fonts become part of the file, which their makers must allow.
  init(fonts: FontLibrary, embeds: Bool = false, open: OpenFaces? = nil) throws {
    (self.fonts, self.embeds) = (fonts, embeds)
    self.open = try open ?? OpenFaces()
  }

  /// The OpenType features that the font's text is shaped with.
  func features(of id: FontID) throws -> [String] { try fonts.font(id).features }

  func face(for id: FontID) throws -> FontFace {
    if let face = known[id] { return face }
    let file = try fonts.file(for: id)
    let face = try open.face(of: file, fonts.bytes(for: id))
    if embeds, let reason = face.embedding.refusal {
      throw Failure(ExportMessage.notEmbeddable(id, file, reason))
    }
    known[id] = face
    return face
  }
}

extension FontFace.Embedding {
  /// What the font asks that Vélin cannot do; `nil` where it may be embedded.
  fileprivate var refusal: String? {
    switch self {
    case .allowed: nil
    case .restricted: "may not be embedded without a licence of one's own"
    case .wholeFontOnly: "may only be embedded whole, and Vélin embeds the glyphs that are used"
    case .bitmapsOnly: "may only be embedded as bitmaps, and Vélin embeds outlines"
    }
  }
}
