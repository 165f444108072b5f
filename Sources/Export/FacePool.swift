import Cairo
import Fonts
import Settings
import Synchronization

/// Faces of fonts that one export after another draws with.
///
/// Cairo keeps the glyphs of each face that it has drawn, and of faces long closed; a face that stays open is read once.
public final class FacePool: Sendable {
  private let free = Mutex<[OpenFaces]>([])

  public init() {}

  /// Nobody else has the faces while `body` runs.
  func lend<Result>(_ body: (OpenFaces) throws -> Result) throws -> Result {
    let faces = try free.withLock { $0.popLast() } ?? OpenFaces()
    defer { free.withLock { $0.append(faces) } }
    return try body(faces)
  }
}

/// Open faces, by their files.
///
/// A pool lends them to one borrower at a time, and a lock stands between one and the next: threads never share them.
final class OpenFaces: @unchecked Sendable {
  private let library: FreeTypeLibrary
  private var faces: [FontFile: FontFace] = [:]

  init() throws { library = try FreeTypeLibrary() }

  /// `bytes`: of the file, those that text was shaped with.
  func face(of file: FontFile, _ bytes: MappedFile) throws -> FontFace {
    if let face = faces[file] { return face }
    let face = try FontFace(
      bytes.bytes, ownedBy: bytes, path: file.path, index: file.index, library: library)
    faces[file] = face
    return face
  }
}
