import Diagnostics
import Fonts
import Geometry

/// What a user can read about setting text.
enum TextMessage {
  /// `scalars`: as they stand in the text, each once or more.
  static func missingGlyphs(
    _ scalars: [Unicode.Scalar], font: Font, word: String, context: String
  ) -> Diagnostic {
    var names: [String] = []
    for name in scalars.map(name) where !names.contains(name) { names.append(name) }
    let isOne = names.count == 1
    var finding = Diagnostic(
      .error, .badData, code: "missing-glyph",
      "the font \(font.id) has no \(isOne ? "character" : "characters") \(names.joined(separator: ", ")), "
        + "needed in “\(excerpt(word, context))”",
      hint: isOne
        ? "write it with another character, or give the family a font that has it in fonts.yaml"
        : "write them with other characters, or give the family a font that has them in fonts.yaml")
    finding.quote = scalars.first.map { String($0) }
    return finding
  }

  private static func name(_ scalar: Unicode.Scalar) -> String {
    let code = String(scalar.value, radix: 16, uppercase: true)
    return "“\(scalar)” (U+\(String(repeating: "0", count: max(0, 4 - code.count)) + code))"
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
