import Cairo
import Fonts

/// The faces one exporter draws with, each opened once.
final class FaceCache {
  private let fonts: FontLibrary
  private let engine: FontEngine
  private var faces: [FontID: FontFace] = [:]

  init(fonts: FontLibrary) throws {
    self.fonts = fonts
    engine = try FontEngine()
  }

  func face(for id: FontID) throws -> FontFace {
    if let face = faces[id] { return face }
    let file = try fonts.file(for: id)
    let face = try FontFace(file: file.path, index: file.index, engine: engine)
    faces[id] = face
    return face
  }
}
