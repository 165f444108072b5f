/// Reads the operators of a page one by one, with where they and their operands stand.
///
/// The syntax is that of ISO 32000-1, 7.8.2. Inline images end the reading: `foundInlineImage` says so.
public struct ContentScanner {
  public struct Operator: Hashable, Sendable {
    /// Where the operator's word stands.
    public var range: Range<Int>
    /// Where its operands stand: one range a token; brackets are tokens of their own.
    public var operands: [Range<Int>]
  }

  private let bytes: [UInt8]
  private var position = 0
  public private(set) var foundInlineImage = false

  public init(_ bytes: [UInt8]) { self.bytes = bytes }

  public func text(_ range: Range<Int>) -> String { String(decoding: bytes[range], as: UTF8.self) }

  public func isWord(_ word: StaticString, at range: Range<Int>) -> Bool {
    word.utf8CodeUnitCount == range.count
      && bytes[range].elementsEqual(UnsafeBufferPointer(start: word.utf8Start, count: range.count))
  }

  /// The bytes of a string token; `nil` for any other.
  public func stringBytes(_ range: Range<Int>) -> [UInt8]? {
    let token = bytes[range]
    switch token.first {
    case UInt8(ascii: "("): return Self.literal(token.dropFirst().dropLast())
    case UInt8(ascii: "<") where token.count > 1 && token[token.startIndex + 1] != UInt8(ascii: "<"):
      let digits = token.compactMap { Character(UnicodeScalar($0)).hexDigitValue }
      return stride(from: 0, to: digits.count, by: 2).map { index in
        UInt8(digits[index] << 4 | (index + 1 < digits.count ? digits[index + 1] : 0))
      }
    default: return nil
    }
  }

  /// Undoes the escapes of a string in brackets (ISO 32000-1, 7.3.4.2).
  private static func literal(_ text: ArraySlice<UInt8>) -> [UInt8] {
    let named: [UInt8: UInt8] = [0x6E: 0x0A, 0x72: 0x0D, 0x74: 0x09, 0x62: 0x08, 0x66: 0x0C]
    var output: [UInt8] = []
    var rest = text
    while let byte = rest.popFirst() {
      guard byte == UInt8(ascii: "\\") else {
        output.append(byte)
        continue
      }
      let digits = rest.prefix(3).prefix { (0x30...0x37).contains($0) }
      if !digits.isEmpty {
        output.append(UInt8(truncatingIfNeeded: digits.reduce(0) { $0 * 8 + Int($1 - 0x30) }))
        rest = rest.dropFirst(digits.count)
      } else if let escaped = rest.popFirst(), escaped != 0x0A {
        output.append(named[escaped] ?? escaped)
      }
    }
    return output
  }

  /// Whether an operator leaves something on the page (ISO 32000-1, table 51).
  public func isPainting(_ range: Range<Int>) -> Bool {
    range.count <= 2 && Self.painting.contains(text(range))
  }

  private static let painting: Set<String> = [
    "Tj", "TJ", "'", "\"", "f", "F", "f*", "B", "B*", "b", "b*", "S", "s", "sh", "Do",
  ]

  /// Whether an operator adds to the current path (ISO 32000-1, table 59).
  public func isBuildingPath(_ range: Range<Int>) -> Bool {
    range.count <= 2 && Self.building.contains(text(range))
  }

  private static let building: Set<String> = ["m", "l", "c", "v", "y", "h", "re"]

  /// The next operator; `nil` at the end.
  public mutating func next() -> Operator? {
    var operands: [Range<Int>] = []
    while let token = nextToken() {
      if isOperator(token) {
        if isWord("BI", at: token) {
          foundInlineImage = true
          return nil
        }
        return Operator(range: token, operands: operands)
      }
      operands.append(token)
    }
    return nil
  }

  /// Words that start with a letter or a quote, but for the three constants.
  private func isOperator(_ token: Range<Int>) -> Bool {
    let first = bytes[token.lowerBound]
    let isLetter = first >= 0x41 && first <= 0x5A || first >= 0x61 && first <= 0x7A
    guard isLetter || first == UInt8(ascii: "'") || first == UInt8(ascii: "\"") else { return false }
    return !isWord("true", at: token) && !isWord("false", at: token) && !isWord("null", at: token)
  }

  private mutating func nextToken() -> Range<Int>? {
    skipSpace()
    guard position < bytes.count else { return nil }
    let start = position
    switch bytes[start] {
    case UInt8(ascii: "("): skipString()
    case UInt8(ascii: "<"), UInt8(ascii: ">"): skipAngle()
    case UInt8(ascii: "["), UInt8(ascii: "]"), UInt8(ascii: "{"), UInt8(ascii: "}"), UInt8(ascii: ")"):
      position += 1
    default:
      position += 1
      while position < bytes.count, Self.isRegular(bytes[position]) { position += 1 }
    }
    return start..<position
  }

  private mutating func skipSpace() {
    while position < bytes.count {
      if bytes[position] == UInt8(ascii: "%") {
        while position < bytes.count, bytes[position] != 0x0A, bytes[position] != 0x0D { position += 1 }
      } else if Self.isSpace(bytes[position]) {
        position += 1
      } else {
        return
      }
    }
  }

  /// Brackets nest; a backslash takes what follows with it.
  private mutating func skipString() {
    var depth = 0
    while position < bytes.count {
      switch bytes[position] {
      case UInt8(ascii: "\\"): position += 1
      case UInt8(ascii: "("): depth += 1
      case UInt8(ascii: ")"): depth -= 1
      default: break
      }
      position += 1
      if depth == 0 { break }
    }
    position = min(position, bytes.count)
  }

  /// `<<`, `>>` or a string in hexadecimal digits.
  private mutating func skipAngle() {
    let opens = bytes[position] == UInt8(ascii: "<")
    position += 1
    if position < bytes.count, bytes[position] == bytes[position - 1] {
      position += 1
    } else if opens {
      while position < bytes.count, bytes[position] != UInt8(ascii: ">") { position += 1 }
      position = min(position + 1, bytes.count)
    }
  }

  private static func isSpace(_ byte: UInt8) -> Bool {
    byte == 0x20 || byte == 0x0A || byte == 0x0D || byte == 0x09 || byte == 0x0C || byte == 0
  }

  private static func isRegular(_ byte: UInt8) -> Bool {
    if isSpace(byte) { return false }
    switch byte {
    case UInt8(ascii: "("), UInt8(ascii: ")"), UInt8(ascii: "<"), UInt8(ascii: ">"), UInt8(ascii: "["),
      UInt8(ascii: "]"), UInt8(ascii: "{"), UInt8(ascii: "}"), UInt8(ascii: "/"), UInt8(ascii: "%"):
      return false
    default: return true
    }
  }
}
