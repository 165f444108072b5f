#if canImport(Glibc)
  internal import Glibc
#elseif canImport(Musl)
  internal import Musl
#else
  internal import Darwin
#endif

/// The bytes of a file as the system shows them in memory: read when they are first needed, and held once however many
/// use them.
public final class MappedFile: Sendable {
  // Safe to share: the pages can only be read, and stay until the last owner lets go.
  nonisolated(unsafe) public let bytes: UnsafeRawBufferPointer

  /// `cannot-read` (exit code 66) says why where it cannot be opened; nothing can be mapped of an empty file.
  public init(_ path: String) throws {
    let file = try OpenFile(path)
    bytes = try file.mapped()
  }

  deinit { munmap(UnsafeMutableRawPointer(mutating: bytes.baseAddress), bytes.count) }
}
