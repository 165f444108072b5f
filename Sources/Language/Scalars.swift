// Prose is read scalar by scalar: nothing here depends on how accents are composed, and it is much faster than
// reading whole characters.

extension Unicode.Scalar {
  var isDigit: Bool { ("0"..."9").contains(self) }
  var isLetter: Bool { isASCII ? isLowercaseASCII || ("A"..."Z").contains(self) : properties.isAlphabetic }
  var isWordPart: Bool { isLetter || isDigit }
  /// A space of prose, breaking or not.
  var isSpace: Bool { self == " " || self == "\u{A0}" || self == "\u{202F}" }

  private var isLowercaseASCII: Bool { ("a"..."z").contains(self) }
}

extension String {
  init(scalars: some Sequence<Unicode.Scalar>) {
    var bytes: [UInt8] = []
    for scalar in scalars {
      if scalar.isASCII {
        bytes.append(UInt8(truncatingIfNeeded: scalar.value))
      } else {
        bytes += scalar.utf8
      }
    }
    self.init(decoding: bytes, as: UTF8.self)
  }
}
