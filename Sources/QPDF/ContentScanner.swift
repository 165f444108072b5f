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
