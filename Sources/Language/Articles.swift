/// What stands before the name of a place.
public enum Preposition: Hashable, Sendable, CaseIterable {
  /// The article alone: "le Rhône".
  case none
  /// "du Rhône".
  case of
  /// "au Rhône".
  case to
  /// "dans le Rhône", "à Paris", "en Corse".
  case `in`
}

/// The words before a name, by Insee's code `tncc`: 0 none (consonant), 1 none (vowel), 2 le, 3 la, 4 les, 5 l’.
struct Articles: Hashable {
  /// Six entries a preposition, each with its space or apostrophe.
  let before: [Preposition: [String]]
  /// Names whose usage `tncc` cannot tell: "à Paris", "en Guadeloupe".
  let places: [String: String]
  /// Names that `tncc` gives no article since "de Corse" has none, but which take one alone: "la Corse".
  let alone: [String: String]
  /// Before a compound name, where a feminine article or "et" shows it: "en Haute-Savoie", "en Tarn-et-Garonne".
  var compound: String?
}

extension Language {
  /// A place in a sentence: `withArticle("Landes", article: 4, preposition: .of)` is "des Landes".
  ///
  /// An unknown article code counts as none.
  public func withArticle(_ name: String, article: Int, preposition: Preposition) -> String {
    let table = articles.before[preposition] ?? []
    if preposition == .in, let word = articles.places[name] ?? compound(name, article: article) {
      return word + name
    }
    if preposition == .none, let word = articles.alone[name] { return word + name }
    return (table.indices.contains(article) ? table[article] : table.first ?? "") + name
  }

  private func compound(_ name: String, article: Int) -> String? {
    let words = name.split(separator: "-")
    return words.contains("et") || (article == 3 && words.count > 1) ? articles.compound : nil
  }

  /// "d’aides", "de firmes": the preposition before a noun without article.
  public func of(_ noun: String) -> String {
    let table = articles.before[.of] ?? []
    return (table.isEmpty ? "" : table[startsWithVowel(noun) ? 1 : 0]) + noun
  }

  /// A French `h` is taken as mute, as in "habitants", "heures", "hôtels".
  private func startsWithVowel(_ noun: String) -> Bool {
    guard let first = noun.lowercased().first else { return false }
    return "aàâæeéèêëiîïoôœuùûüyh".contains(first)
  }
}
