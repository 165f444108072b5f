/// Writes whole numbers and texts as few bytes: seven bits a byte, the lowest first (LEB128), signs folded in
/// (zigzag).
struct ByteWriter {
  private(set) var bytes: [UInt8] = []

  mutating func raw(_ some: [UInt8]) { bytes += some }

  mutating func count(_ value: Int) {
    var rest = UInt(bitPattern: value)
    while rest >= 0x80 {
      bytes.append(UInt8(truncatingIfNeeded: rest) | 0x80)
      rest >>= 7
    }
    bytes.append(UInt8(rest))
  }

  mutating func signed(_ value: Int) { count((value << 1) ^ (value >> (Int.bitWidth - 1))) }

  mutating func text(_ value: String) {
    count(value.utf8.count)
    bytes += Array(value.utf8)
  }
}

/// Reads what `ByteWriter` wrote; every reading checks that the bytes are there.
struct ByteReader {
  /// Thrown where the bytes end too early or mean nothing; the caller knows the file.
  struct Broken: Error {}

  private let bytes: [UInt8]
  private var position: Int

  init(_ bytes: [UInt8], from position: Int = 0) { (self.bytes, self.position) = (bytes, position) }

  var isAtEnd: Bool { position == bytes.count }

  mutating func byte() throws(Broken) -> UInt8 {
    guard position < bytes.count else { throw Broken() }
    defer { position += 1 }
    return bytes[position]
  }

  /// A whole number that is not negative; never more than `limit`, so that a broken file asks for no memory.
  mutating func count(limit: Int = 1 << 48) throws(Broken) -> Int {
    var value = 0
    var shift = 0
    while true {
      let byte = try byte()
      value |= Int(byte & 0x7F) << shift
      if byte < 0x80 { break }
      shift += 7
      guard shift < 56 else { throw Broken() }
    }
    guard value <= limit else { throw Broken() }
    return value
  }

  /// Of 33 bits at most, so that sums of steps cannot overflow.
  mutating func signed() throws(Broken) -> Int {
    let folded = try count(limit: 1 << 34)
    return (folded >> 1) ^ -(folded & 1)
  }

  mutating func text() throws(Broken) -> String {
    let length = try count()
    guard length <= bytes.count - position,
      let text = String(validating: bytes[position..<position + length], as: UTF8.self)
    else { throw Broken() }
    position += length
    return text
  }
}
