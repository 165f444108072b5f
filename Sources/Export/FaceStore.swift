import Cairo
import Diagnostics
import Fonts

/// The faces that one export draws with, each opened once.
final class FaceStore {
  private let fonts: FontLibrary
  private let library: FreeTypeLibrary
  private let embeds: Bool
  private var open: [FontID: FontFace] = [:]

  /// `embeds`: the fonts become part of the file, which their makers must allow.
  init(fonts: FontLibrary, embeds: Bool = false) throws {
    (self.fonts, self.embeds) = (fonts, embeds)
    library = try FreeTypeLibrary()
  }

  /// The OpenType features that the font's text is shaped with.
  func features(of id: FontID) throws -> [String] { try fonts.font(id).features }

  func face(for id: FontID) throws -> FontFace {
    if let face = open[id] { return face }
    let file = try fonts.file(for: id)
    let face = try FontFace(path: file.path, index: file.index, library: library)
    if embeds, let reason = face.embedding.refusal {
      throw Failure(ExportMessage.notEmbeddable(id, file, reason))
    }
    open[id] = face
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
