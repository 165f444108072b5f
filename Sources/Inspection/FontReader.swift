import QPDF

/// Turns the codes of a font into characters, by its map or by its encoding.
struct FontReader {
  private let map: [Int: String]
  private let bytesPerCode: Int

  init(_ font: PDFObject) {
    bytesPerCode = font["Subtype"]?.name == "Type0" ? 2 : 1
    map = (try? font["ToUnicode"]?.streamBytes()).map(Self.map) ?? [:]
  }

  /// A code without a character in the map is one of Latin-1, or unknown.
  func text(of bytes: [UInt8]) -> String {
    stride(from: 0, to: bytes.count - bytesPerCode + 1, by: bytesPerCode).map { start in
      let code = bytes[start..<(start + bytesPerCode)].reduce(0) { $0 << 8 | Int($1) }
      if let text = map[code] { return text }
      guard bytesPerCode == 1, let scalar = Unicode.Scalar(UInt32(code)) else { return "\u{FFFD}" }
      return String(Character(scalar))
    }.joined()
  }

  /// Reads the `bfchar` and `bfrange` sections of a CMap (ISO 32000-1, 9.10.3).
  private static func map(_ bytes: [UInt8]) -> [Int: String] {
    var map: [Int: String] = [:]
    var scanner = ContentScanner(bytes)
    while let next = scanner.next() {
      let isRange = scanner.isWord("endbfrange", at: next.range)
      guard isRange || scanner.isWord("endbfchar", at: next.range) else { continue }
      let strings = next.operands.compactMap { scanner.stringBytes($0) }
      let step = isRange ? 3 : 2
      for start in stride(from: 0, to: strings.count - step + 1, by: step) {
        let (first, text) = (number(strings[start]), strings[start + step - 1])
        let last = min(isRange ? number(strings[start + 1]) : first, first + 0xFFFF)
        for code in first...max(first, last) { map[code] = utf16(text, adding: code - first) }
      }
    }
    return map
  }

  private static func number(_ bytes: [UInt8]) -> Int { bytes.prefix(4).reduce(0) { $0 << 8 | Int($1) } }

  private static func utf16(_ bytes: [UInt8], adding offset: Int) -> String {
    var units = stride(from: 0, to: bytes.count - 1, by: 2).map {
      UInt16(bytes[$0]) << 8 | UInt16(bytes[$0 + 1])
    }
    if let last = units.last { units[units.count - 1] = last &+ UInt16(truncatingIfNeeded: offset) }
    return String(decoding: units, as: UTF16.self)
  }
}
