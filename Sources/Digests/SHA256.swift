internal import CNettle

/// SHA-256 (FIPS 180-4), as 64 hexadecimal digits.
public enum SHA256 {
  public static func hex(_ bytes: [UInt8]) -> String {
    var context = sha256_ctx()
    nettle_sha256_init(&context)
    nettle_sha256_update(&context, bytes.count, bytes)
    var digest = [UInt8](repeating: 0, count: Int(SHA256_DIGEST_SIZE))
    nettle_sha256_digest(&context, digest.count, &digest)
    return digest.map { ($0 < 16 ? "0" : "") + String($0, radix: 16) }.joined()
  }

  /// Of a text in UTF-8.
  public static func hex(_ text: String) -> String { hex(Array(text.utf8)) }
}
