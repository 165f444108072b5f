import Synchronization

/// The files that a run has read, or looked for in vain: all that its result depends on.
///
/// It goes along wherever files are opened; what a cache holds is no input.
public final class InputLog: Sendable {
  private let noted = Mutex<[String: String?]>([:])
  private let digest: (@Sendable ([UInt8]) -> String)?

  /// `digest`: what stands for a file's bytes, where a run must be compared with a later one.
  public init(digest: (@Sendable ([UInt8]) -> String)? = nil) { self.digest = digest }

  /// Sorted.
  public var paths: [String] { noted.withLock { $0.keys.sorted() } }

  /// The digest of each file as it was when first read; `nil` where there was none to read.
  public var digests: [String: String?] { noted.withLock { $0 } }

  /// Notes a file that was read; `nil` where it cannot be.
  func note(_ path: String, _ bytes: [UInt8]?) {
    if digest != nil, noted.withLock({ $0[path] != nil }) { return }
    let value = bytes.flatMap { digest?($0) }
    noted.withLock { noted in
      if noted[path] == nil { noted.updateValue(value, forKey: path) }
    }
  }

  /// Notes a file that something else opens: a font, an atlas.
  public func note(_ path: String) {
    note(path, digest == nil ? nil : try? fileBytes(path))
  }
}
