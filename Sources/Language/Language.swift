/// How a language writes numbers, dates and sentences: a value made of tables, not branches.
///
/// `French.swift` and `English.swift` hold the tables; the other files hold one algorithm each, the same for all
/// languages.
public struct Language: Hashable, Sendable {
  /// BCP 47.
  public let tag: String
  /// The words of furniture: "Figure", "Source", "(suite)" …
  public let words: Words

  let marks: NumberMarks
  let units: UnitWords
  let calendar: CalendarWords
  let articles: Articles
  let spelling: Spelling
  let orthography: Orthography
}

extension Language {
  /// The language of a BCP 47 tag that Vélin knows.
  public static func named(_ tag: String) -> Language? { all.first { $0.tag == tag } }

  public static let all: [Language] = [.french, .frenchUE, .english]
}

/// The spaces that keep numbers and signs together.
enum Space {
  /// NO-BREAK SPACE, U+00A0.
  static let noBreak = "\u{A0}"
  /// NARROW NO-BREAK SPACE, U+202F.
  static let narrow = "\u{202F}"
}

/// Replaces each `{name}` of a pattern.
func fill(_ pattern: String, _ values: KeyValuePairs<String, String>) -> String {
  values.reduce(pattern) { text, pair in text.replacing("{\(pair.key)}", with: pair.value) }
}
