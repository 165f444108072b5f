import Diagnostics

#if canImport(Glibc)
  internal import Glibc
#elseif canImport(Musl)
  internal import Musl
#else
  internal import Darwin
#endif

/// A file that is open for reading, from its start on.
public struct OpenFile: ~Copyable {
  private let path: String
  private let descriptor: Int32
  /// In bytes, when it was opened.
  public let size: Int

  /// `cannot-read` (exit code 66) says why where it cannot be opened.
  public init(_ path: String) throws {
    let descriptor = open(path, O_RDONLY | O_CLOEXEC)
    var status = stat()
    guard descriptor >= 0, fstat(descriptor, &status) == 0 else {
      let reason = errno
      if descriptor >= 0 { close(descriptor) }
      throw Self.unreadable(path, reason)
    }
    (self.path, self.descriptor, size) = (path, descriptor, Int(status.st_size))
  }

  deinit { close(descriptor) }

  /// Reads on until the room is full or the file ends; how many bytes there were.
  public func fill(_ room: UnsafeMutableRawBufferPointer) throws -> Int {
    var done = 0
    while done < room.count {
      let got = read(descriptor, room.baseAddress?.advanced(by: done), room.count - done)
      guard got >= 0 else { throw Self.unreadable(path, errno) }
      if got == 0 { break }
      done += got
    }
    return done
  }

  /// All of it, for whoever unmaps it.
  func mapped() throws -> UnsafeRawBufferPointer {
    guard let start = mmap(nil, size, PROT_READ, MAP_PRIVATE, descriptor, 0), Int(bitPattern: start) != -1
    else { throw Self.unreadable(path, errno) }
    return UnsafeRawBufferPointer(start: start, count: size)
  }

  private static func unreadable(_ path: String, _ reason: Int32) -> Failure {
    Failure(Messages.cannotRead(path: path, reason: String(cString: strerror(reason))))
  }
}
