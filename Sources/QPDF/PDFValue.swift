internal import CQPDF

/// A value to be written into a file.
public enum PDFValue {
  case boolean(Bool)
  case integer(Int)
  /// Written to the thousandth.
  case real(Double)
  /// Without its slash.
  case name(String)
  /// A text string, in UTF-16 where ASCII does not do.
  case text(String)
  /// A byte string.
  case bytes([UInt8])
  case array([PDFValue])
  case dictionary([String: PDFValue])
  /// An object that exists already: a reference, where it can be referred to.
  case object(PDFObject)
}

extension PDFFile {
  /// The object of a value. What holds no other object goes to qpdf as one text: that is much faster than
  /// one call a part.
  func object(_ value: PDFValue) -> PDFObject {
    if case .object(let object) = value { return object }
    if let source = value.source { return PDFObject(qpdf_oh_parse(data, source), of: self) }
    switch value {
    case .object(let object): return object
    case .array(let values):
      let array = PDFObject(qpdf_oh_new_array(data), of: self)
      for value in values { array.append(value) }
      return array
    case .dictionary(let entries):
      var open: [(key: String, value: PDFValue)] = []
      var source = "<<"
      for (key, value) in entries {
        if let known = value.source {
          source += PDFValue.nameSource(key) + " " + known + " "
        } else {
          open.append((key, value))
        }
      }
      let dictionary = PDFObject(qpdf_oh_parse(data, source + ">>"), of: self)
      for (key, value) in open { dictionary.put(key, object(value)) }
      return dictionary
    case .boolean, .integer, .real, .name, .text, .bytes:
      return PDFObject(qpdf_oh_new_null(data), of: self)
    }
  }
}

extension PDFValue {
  /// As a file spells it; `nil` where it holds an object.
  public var source: String? {
    switch self {
    case .boolean(let value): value ? "true" : "false"
    case .integer(let value): "\(value)"
    case .real(let value): Self.decimal(value)
    case .name(let name): Self.nameSource(name)
    case .text(let text): Self.textSource(text)
    case .bytes(let bytes): Self.hex(bytes)
    case .array(let values): Self.joined(values.map(\.source))
    case .dictionary(let entries):
      entries.values.contains { $0.holdsObject }
        ? nil : Self.dictionarySource(entries.compactMapValues(\.source))
    case .object: nil
    }
  }

  private var holdsObject: Bool {
    switch self {
    case .object: true
    case .array(let values): values.contains(where: \.holdsObject)
    case .dictionary(let entries): entries.values.contains(where: \.holdsObject)
    case .boolean, .integer, .real, .name, .text, .bytes: false
    }
  }

  fileprivate static func dictionarySource(_ entries: [String: String]) -> String {
    "<<" + entries.map { nameSource($0.key) + " " + $0.value }.joined(separator: " ") + ">>"
  }

  private static func joined(_ sources: [String?]) -> String? {
    let known = sources.compactMap { $0 }
    return known.count == sources.count ? "[" + known.joined(separator: " ") + "]" : nil
  }

  /// To the thousandth, without exponent: `-0.125`.
  private static func decimal(_ value: Double) -> String {
    guard let thousandths = Int(exactly: (value * 1000).rounded()) else { return "0" }
    let (whole, part) = abs(thousandths).quotientAndRemainder(dividingBy: 1000)
    let digits = part == 0 ? "" : "." + String(String(1000 + part).dropFirst())
    return (thousandths < 0 ? "-" : "") + "\(whole)" + digits
  }

  fileprivate static func nameSource(_ name: String) -> String {
    if name.utf8.allSatisfy({ $0 >= 0x41 && $0 <= 0x7A && $0 != 0x5B && $0 != 0x5D }) { return "/" + name }
    return "/"
      + name.utf8.map { byte in
        let isRegular = byte > 0x20 && byte < 0x7F && !"#()<>[]{}/%".utf8.contains(byte)
        return isRegular ? String(UnicodeScalar(byte)) : "#" + hexDigits(byte)
      }.joined()
  }

  private static func textSource(_ text: String) -> String {
    let isPlain = text.utf8.allSatisfy { $0 >= 0x20 && $0 < 0x7F && !"()\\".utf8.contains($0) }
    if isPlain { return "(\(text))" }
    return hex([0xFE, 0xFF] + text.utf16.flatMap { [UInt8($0 >> 8), UInt8($0 & 0xFF)] })
  }

  private static func hex(_ bytes: [UInt8]) -> String {
    var text = "<"
    text.reserveCapacity(bytes.count * 2 + 2)
    for byte in bytes { text += hexDigits(byte) }
    return text + ">"
  }

  static func hexDigits(_ byte: UInt8) -> String {
    let digits = String(byte, radix: 16, uppercase: true)
    return byte < 16 ? "0" + digits : digits
  }
}
