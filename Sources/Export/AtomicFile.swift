import Diagnostics

#if canImport(Glibc)
  internal import Glibc
#elseif canImport(Musl)
  internal import Musl
#else
  internal import Darwin
#endif

/// Writes files whole or not at all.
public enum AtomicFile {
  /// Writes beside the target, flushes to the disk, then renames: whatever fails, the last good file stays.
  public static func write(_ bytes: [UInt8], to path: String) throws {
    try makeFolder(of: path)
    let temporary = "\(path).\(getpid()).part"
    let descriptor = open(temporary, O_WRONLY | O_CREAT | O_TRUNC | O_CLOEXEC, 0o644)
    guard descriptor >= 0 else { throw Failure(ExportMessage.cannotCreate(path, reason)) }
    do {
      try fill(descriptor, bytes, path)
    } catch {
      close(descriptor)
      unlink(temporary)
      throw error
    }
    guard close(descriptor) == 0, rename(temporary, path) == 0 else {
      let problem = Failure(ExportMessage.writeFailed(path, reason))
      unlink(temporary)
      throw problem
    }
  }

  /// Adds bytes to the end of a file, which is made when it is not there.
  public static func append(_ bytes: [UInt8], to path: String) throws {
    try makeFolder(of: path)
    let descriptor = open(path, O_WRONLY | O_CREAT | O_APPEND | O_CLOEXEC, 0o644)
    guard descriptor >= 0 else { throw Failure(ExportMessage.cannotCreate(path, reason)) }
    let isWritten = writeAll(bytes, to: descriptor)
    let problem = Failure(ExportMessage.writeFailed(path, reason))
    guard close(descriptor) == 0, isWritten else { throw problem }
  }

  private static func fill(_ descriptor: Int32, _ bytes: [UInt8], _ path: String) throws {
    guard writeAll(bytes, to: descriptor), fsync(descriptor) == 0 || errno == EINVAL else {
      throw Failure(ExportMessage.writeFailed(path, reason))
    }
  }

  private static func makeFolder(of path: String) throws {
    guard let slash = path.lastIndex(of: "/"), slash > path.startIndex else { return }
    let folder = String(path[..<slash])
    var status = stat()
    if stat(folder, &status) == 0 { return }
    try makeFolder(of: folder)
    guard mkdir(folder, 0o755) == 0 || errno == EEXIST else {
      throw Failure(ExportMessage.cannotCreate(folder, reason))
    }
  }

  private static var reason: String { String(cString: strerror(errno)) }
}

/// Whether every byte was taken; `errno` says why not.
private func writeAll(_ bytes: [UInt8], to descriptor: Int32) -> Bool {
  bytes.withUnsafeBytes { buffer in
    var rest = buffer[...]
    while !rest.isEmpty {
      let written = write(descriptor, UnsafeRawBufferPointer(rebasing: rest).baseAddress, rest.count)
      if written < 0 && errno == EINTR { continue }
      guard written > 0 else { return false }
      rest = rest.dropFirst(written)
    }
    return true
  }
}
