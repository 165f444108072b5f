import Diagnostics
import Synchronization

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
    try PendingFile(bytes, for: path).settle()
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

  fileprivate static func makeFolder(of path: String) throws {
    guard let slash = path.lastIndex(of: "/"), slash > path.startIndex else { return }
    let folder = String(path[..<slash])
    var status = stat()
    if stat(folder, &status) == 0 { return }
    try makeFolder(of: folder)
    guard mkdir(folder, 0o755) == 0 || errno == EEXIST else {
      throw Failure(ExportMessage.cannotCreate(folder, reason))
    }
  }

  fileprivate static var reason: String { String(cString: strerror(errno)) }
}

/// A file written beside its target, which takes its place once it is on the disk. One that never does so goes.
public final class PendingFile: Sendable {
  private let path, temporary: String
  private let isSettled = Mutex(false)

  public init(_ bytes: [UInt8], for path: String) throws {
    self.path = path
    temporary = "\(path).\(getpid()).part"
    try AtomicFile.makeFolder(of: path)
    let descriptor = open(temporary, O_WRONLY | O_CREAT | O_TRUNC | O_CLOEXEC, 0o644)
    guard descriptor >= 0 else { throw Failure(ExportMessage.cannotCreate(path, AtomicFile.reason)) }
    let isWritten = writeAll(bytes, to: descriptor)
    let problem = Failure(ExportMessage.writeFailed(path, AtomicFile.reason))
    guard close(descriptor) == 0, isWritten else { throw problem }
  }

  /// Waits for the disk, on any thread, then renames.
  public func settle() throws {
    let descriptor = open(temporary, O_WRONLY | O_CLOEXEC)
    // What cannot be flushed, like a pipe, says EINVAL.
    let isFlushed = descriptor >= 0 && (fsync(descriptor) == 0 || errno == EINVAL)
    let problem = Failure(ExportMessage.writeFailed(path, AtomicFile.reason))
    if descriptor >= 0 { close(descriptor) }
    guard isFlushed else { throw problem }
    guard rename(temporary, path) == 0 else {
      throw Failure(ExportMessage.writeFailed(path, AtomicFile.reason))
    }
    isSettled.withLock { $0 = true }
  }

  deinit { if !isSettled.withLock({ $0 }) { unlink(temporary) } }
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
