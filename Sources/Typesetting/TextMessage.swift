import Diagnostics
import Fonts
import Geometry

/// What a user can read about setting text.
enum TextMessage {
  static func missingGlyph(
    _ scalar: Unicode.Scalar, font: Font, word: String, context: String
  ) -> Diagnostic {
    let code = String(scalar.value, radix: 16, uppercase: true)
    let number = String(repeating: "0", count: max(0, 4 - code.count)) + code
    return Diagnostic(
      .error, .badData, code: "missing-glyph",
      "the font \(font.id) has no character “\(scalar)” (U+\(number)), needed in “\(excerpt(word, context))”",
      hint: "write it with another character, or give the family a font that has it in fonts.yaml")
  }

  static func lineTooWide(_ word: String, measure: Length) -> Diagnostic {
    Diagnostic(
      .error, .badData, code: "line-too-wide",
      "“\(word)” is wider than its line of \(measure), and cannot be broken",
      hint: "shorten it, or give it more columns")
  }

  static func unreadablePatterns(_ path: String) -> Diagnostic {
    Diagnostic(
      .error, .badConfiguration, code: "unreadable-patterns",
      "found no hyphenation patterns that can be read",
      at: .file(path: path), hint: "libhyphen reads files such as hyph_fr.dic")
  }

  /// The word with a little of what stands around it.
  private static func excerpt(_ word: String, _ context: String) -> String {
    context.count <= 60 ? context : word
  }
}
