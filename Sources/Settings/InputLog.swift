import Synchronization
internal import Digests

/// The files that a run has read, or looked for in vain: all that its result depends on.
///
/// It goes along wherever files are opened; what a cache holds is no input.
public final class InputLog: Sendable {
  private let noted = Mutex<[String: String?]>([:])
  private let keepsDigests: Bool

  /// `keepsDigests`: SHA-256 of each file, where a run must be compared with a later one.
  public init(keepsDigests: Bool = false) { self.keepsDigests = keepsDigests }

  /// Sorted.
  public var paths: [String] { noted.withLock { $0.keys.sorted() } }

  /// The digest of each file as it was when first read; `nil` where there was none to read.
  public var digests: [String: String?] { noted.withLock { $0 } }

  /// Notes a file that was read.
  func note(_ path: String, _ bytes: [UInt8]) {
    guard keepsDigests else { return note(path, digest: nil) }
    if !isNoted(path) { note(path, digest: SHA256.hex(bytes)) }
  }

  /// Notes a file by its digest; `nil` where it cannot be read.
  func note(_ path: String, digest: String?) {
    noted.withLock { noted in
      if noted[path] == nil { noted.updateValue(digest, forKey: path) }
    }
  }

  /// Notes a file that something else opens: a font, an atlas.
  public func note(_ path: String) {
    guard keepsDigests else { return note(path, digest: nil) }
    if !isNoted(path) { _ = try? fileDigest(path, noting: self) }
  }

  private func isNoted(_ path: String) -> Bool { noted.withLock { $0[path] != nil } }
}
