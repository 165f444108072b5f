/// Names that stay with a finding while lines above it come and go, so that two runs can be compared.
struct Fingerprints {
  private var seen: [UInt64: Int] = [:]

  /// Of the code, the file, the message and the line's text, and for the second of its kind a number.
  mutating func next(_ finding: Diagnostic) -> String {
    var hash = Self.offset
    for text in [finding.code, finding.region?.path ?? "", finding.message, finding.region?.text ?? ""] {
      for byte in text.utf8 { Self.add(byte, to: &hash) }
      Self.add(0xFF, to: &hash)
    }
    let count = seen[hash, default: 0]
    seen[hash] = count + 1
    for byte in String(count).utf8 { Self.add(byte, to: &hash) }
    let digits = String(hash, radix: 16)
    return String(repeating: "0", count: 16 - digits.count) + digits
  }

  /// FNV-1a, 64 bits (Fowler, Noll and Vo 1991).
  private static let offset: UInt64 = 0xCBF2_9CE4_8422_2325

  private static func add(_ byte: UInt8, to hash: inout UInt64) {
    hash = (hash ^ UInt64(byte)) &* 0x100_0000_01B3
  }
}
