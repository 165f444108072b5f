internal import CFreeType
import Synchronization

/// One start of FreeType. Faces of one library may be opened and closed by any thread.
public final class FreeTypeLibrary {
  private let pointer: FT_Library
  /// FreeType wants opening and closing one at a time; Cairo closes a face late, on the thread that happens
  /// to empty its cache.
  private let gate = Mutex(())

  public init() throws {
    var pointer: FT_Library?
    let code = FT_Init_FreeType(&pointer)
    guard code == 0, let pointer else { throw CairoError.freeType(code: Int(code)) }
    self.pointer = pointer
  }

  deinit { FT_Done_FreeType(pointer) }

  func open(_ path: String, index: Int) throws -> FT_Face {
    try opened(path, index: index) { FT_New_Face(pointer, path, index, $0) }
  }

  func open(_ bytes: UnsafeRawBufferPointer, path: String, index: Int) throws -> FT_Face {
    let start = bytes.bindMemory(to: FT_Byte.self)
    return try opened(path, index: index) {
      FT_New_Memory_Face(pointer, start.baseAddress, start.count, index, $0)
    }
  }

  private func opened(
    _ path: String, index: Int, _ open: (UnsafeMutablePointer<FT_Face?>) -> FT_Error
  ) throws -> FT_Face {
    var face: FT_Face?
    let code = gate.withLock { _ in open(&face) }
    guard code == 0, let face else {
      throw CairoError.unreadableFont(path: path, index: index, code: Int(code))
    }
    return face
  }

  func close(_ face: FT_Face) { _ = gate.withLock { _ in FT_Done_Face(face) } }
}

/// An open face: closed when the last user lets go, before its library ends.
final class FreeTypeFace {
  let pointer: FT_Face
  private let library: FreeTypeLibrary
  /// Of the bytes that it reads from, if they are not its own.
  private let owner: (any AnyObject & Sendable)?

  init(path: String, index: Int, library: FreeTypeLibrary) throws {
    pointer = try library.open(path, index: index)
    (self.library, owner) = (library, nil)
  }

  init(
    _ bytes: UnsafeRawBufferPointer, ownedBy owner: any AnyObject & Sendable, path: String, index: Int,
    library: FreeTypeLibrary
  ) throws {
    pointer = try library.open(bytes, path: path, index: index)
    (self.library, self.owner) = (library, owner)
  }

  deinit { library.close(pointer) }
}
