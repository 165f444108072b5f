import Cairo
import Fonts

/// The faces that one export draws with, each opened once.
final class FaceStore {
  private let fonts: FontLibrary
  private let library: FreeTypeLibrary
  private var open: [FontID: FontFace] = [:]

  init(fonts: FontLibrary) throws {
    self.fonts = fonts
    library = try FreeTypeLibrary()
  }

  func face(for id: FontID) throws -> FontFace {
    if let face = open[id] { return face }
    let file = try fonts.file(for: id)
    let face = try FontFace(path: file.path, index: file.index, library: library)
    open[id] = face
    return face
  }
}
