import Language
import Quantities

/// The sentences that figures say about themselves, in one language.
///
/// Patterns hold `{name}`s, and `{name:one:many}` for a word that follows the number of that name.
public struct Sentences: Hashable, Sendable {
  let patterns: [Phrase: String]
  /// One and many, by level.
  let levels: [String: [String]]
  let language: Language

  public init(_ language: Language) {
    self.language = language
    let isFrench = language.tag.hasPrefix("fr")
    patterns = isFrench ? Self.allFrench : Self.allEnglish
    levels = isFrench ? Self.frenchLevels : Self.englishLevels
  }

  /// The sentence with its values, spaced as the language wants.
  public func say(_ phrase: Phrase, _ values: KeyValuePairs<String, String> = [:]) -> String {
    var rest = Substring(patterns[phrase] ?? "")
    var text = ""
    while let open = rest.firstIndex(of: "{"), let close = rest[open...].firstIndex(of: "}") {
      let name = rest[rest.index(after: open)..<close]
      text += rest[..<open]
      text += filled(name.split(separator: ":"), values)
      rest = rest[rest.index(after: close)...]
    }
    return language.typography(text + rest)
  }

  private func filled(_ parts: [Substring], _ values: KeyValuePairs<String, String>) -> String {
    let value = values.first { $0.key == parts.first ?? "" }?.value ?? ""
    guard parts.count == 3 else { return value }
    return String(isPlural(Int(value)) ? parts[2] : parts[1])
  }

  /// Nothing is plural in English and singular in French.
  func isPlural(_ count: Int?) -> Bool {
    guard let count else { return true }
    return language.tag.hasPrefix("fr") ? count > 1 : count != 1
  }

  /// "13 déc. 2020", "13 déc.": a date where there is little room.
  public func shortDate(_ date: CalendarDate, year: Bool = true) -> String {
    let month = language.date(date, .month)
    let plain = language.date(date, .dayMonth)
    let day = plain.hasSuffix(month) ? String(plain.dropLast(month.count)) : plain + " "
    return day + language.date(date, .monthAbbreviated) + (year ? "\u{A0}\(date.year)" : "")
  }

  /// A label inside a sentence: without its capital, unless it is an acronym.
  public func inSentence(_ label: String) -> String {
    let second = label.dropFirst().first
    return second?.isUppercase == true ? label : label.prefix(1).lowercased() + label.dropFirst()
  }
}
