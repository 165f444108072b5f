internal import CNettle

/// SHA-256 (FIPS 180-4), as 64 hexadecimal digits.
public struct SHA256 {
  private var context = sha256_ctx()

  public init() { nettle_sha256_init(&context) }

  public mutating func add(_ bytes: UnsafeRawBufferPointer) {
    nettle_sha256_update(&context, bytes.count, bytes.bindMemory(to: UInt8.self).baseAddress)
  }

  /// Of all that was added.
  public var hex: String {
    var context = context
    var digest = [UInt8](repeating: 0, count: Int(SHA256_DIGEST_SIZE))
    nettle_sha256_digest(&context, digest.count, &digest)
    return digest.map { ($0 < 16 ? "0" : "") + String($0, radix: 16) }.joined()
  }

  public static func hex(_ bytes: [UInt8]) -> String {
    var digest = SHA256()
    bytes.withUnsafeBytes { digest.add($0) }
    return digest.hex
  }

  /// Of a text in UTF-8.
  public static func hex(_ text: String) -> String { hex(Array(text.utf8)) }
}
