/// How a language writes numbers, dates and sentences: a value made of tables, not branches.
///
/// `French.swift` and `English.swift` hold the tables; the other files hold one algorithm each, the same for all
/// languages.
public struct Language: Sendable {
  let tables: Tables

  /// BCP 47.
  public var tag: String { tables.tag }
  /// The words of furniture: "Figure", "Source", "(suite)" …
  public var words: Words { tables.words }

  var marks: NumberMarks { tables.marks }
  var units: UnitWords { tables.units }
  var calendar: CalendarWords { tables.calendar }
  var articles: Articles { tables.articles }
  var spelling: Spelling { tables.spelling }
  var orthography: Orthography { tables.orthography }
  var approximations: ApproximationWords { tables.approximations }
}

extension Language: Hashable {
  /// A tag names one language.
  public static func == (a: Language, b: Language) -> Bool { a.tag == b.tag }

  public func hash(into hasher: inout Hasher) { hasher.combine(tag) }
}

/// A language's tables behind one reference: a language is handed to every figure, and a value of a hundred strings
/// would be slow to copy.
final class Tables: Sendable {
  let tag: String
  let words: Words
  let marks: NumberMarks
  let units: UnitWords
  let calendar: CalendarWords
  let articles: Articles
  let spelling: Spelling
  let orthography: Orthography
  let approximations: ApproximationWords
  let quality: QualityWords
  let sheets: SheetWords

  init(
    tag: String, words: Words, marks: NumberMarks, units: UnitWords, calendar: CalendarWords,
    articles: Articles, spelling: Spelling, orthography: Orthography, approximations: ApproximationWords,
    quality: QualityWords, sheets: SheetWords
  ) {
    (self.tag, self.words, self.marks, self.units) = (tag, words, marks, units)
    (self.calendar, self.articles, self.spelling) = (calendar, articles, spelling)
    (self.orthography, self.approximations) = (orthography, approximations)
    (self.quality, self.sheets) = (quality, sheets)
  }
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
