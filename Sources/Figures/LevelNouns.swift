import Language

/// What the members of a level are called in a sentence: "départements".
public struct LevelNouns: Hashable, Sendable {
  private let nouns: [String: String]
  /// For a level without a word of its own.
  public let anyTerritory: String
  public let anyValue: String

  public init(_ language: Language) {
    (nouns, anyTerritory, anyValue) =
      language.tag.hasPrefix("fr")
      ? (Self.french, "territoires", "valeurs") : (Self.english, "territories", "values")
  }

  /// `nil` for a level without a word of its own.
  public func plural(_ level: String) -> String? { nouns[level] }

  private static let french = [
    "departement": "départements", "region": "régions",
    "commune": "communes", "country": "pays", "section": "sections",
    "month": "mois",
  ]

  private static let english = [
    "departement": "departments", "region": "regions",
    "commune": "municipalities", "country": "countries",
    "section": "sections", "month": "months",
  ]
}
