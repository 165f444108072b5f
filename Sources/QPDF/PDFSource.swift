/// An object as a file spells it, written piece by piece.
public struct PDFSource {
  public private(set) var bytes: [UInt8]

  public init(_ start: String) { bytes = Array(start.utf8) }

  /// Syntax, not text.
  public mutating func append(_ syntax: String) { bytes.append(contentsOf: syntax.utf8) }

  /// A value that holds no object.
  public mutating func append(_ value: PDFValue) { append(value.source ?? "null") }

  /// `12 0 R`, with a space behind it.
  public mutating func reference(_ number: Int) {
    append(number)
    append(" 0 R ")
  }

  public mutating func append(_ number: Int) {
    guard number >= 0 else { return append("\(number)") }
    var divisor = 1
    while number / divisor >= 10 { divisor *= 10 }
    while divisor > 0 {
      bytes.append(UInt8(0x30 + number / divisor % 10))
      divisor /= 10
    }
  }
}
