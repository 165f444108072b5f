import Testing

@testable import Language

@Suite struct SpellingTests {
  let french = Language.french

  @Test(arguments: [
    (0, "zéro"), (9, "neuf"), (16, "seize"), (17, "dix-sept"), (20, "vingt"), (21, "vingt et un"),
    (28, "vingt-huit"), (61, "soixante et un"), (70, "soixante-dix"), (71, "soixante et onze"),
    (77, "soixante-dix-sept"), (80, "quatre-vingts"), (81, "quatre-vingt-un"), (90, "quatre-vingt-dix"),
    (91, "quatre-vingt-onze"), (99, "quatre-vingt-dix-neuf"), (100, "cent"), (101, "101"), (-1, "\u{2212}1"),
  ])
  func numbersAreSpelled(number: Int, words: String) {
    #expect(french.spelled(number) == words)
  }

  @Test(arguments: [(0, "zero"), (9, "nine"), (21, "twenty-one"), (40, "forty"), (99, "ninety-nine")])
  func englishNumbersAreSpelled(number: Int, words: String) {
    #expect(Language.english.spelled(number) == words)
  }

  @Test func ordinalsHaveTheirSuffix() {
    #expect([1, 2, 11, 21].map { french.ordinal($0) } == ["1er", "2e", "11e", "21e"])
    #expect(french.ordinal(1, feminine: true) == "1re")
    #expect(
      [1, 2, 3, 4, 11, 12, 13, 21, 112].map { Language.english.ordinal($0) } == [
        "1st", "2nd", "3rd", "4th", "11th", "12th", "13th", "21st", "112th",
      ])
  }

  @Test(arguments: [
    ("le 1er mai 2020", ["er"]), ("la 1re et la 2e", ["re", "e"]), ("au XXe siècle", ["e"]),
    ("Point hebdomadaire no 52", ["o"]), ("no man’s land", []), ("2e.", ["e"]), ("2A, 1e5, 10 e", []),
    ("Le premier", []), ("Ce X", []), ("les 3es", ["es"]), ("", []),
  ])
  func ordinalSuffixesAreFound(text: String, suffixes: [String]) {
    #expect(french.ordinalSuffixes(in: text).map { String(text[$0]) } == suffixes)
  }

  @Test(arguments: [
    ("Ain", 5, "de l’Ain", "dans l’Ain", "à l’Ain", "l’Ain"),
    ("Rhône", 2, "du Rhône", "dans le Rhône", "au Rhône", "le Rhône"),
    ("Loire", 3, "de la Loire", "dans la Loire", "à la Loire", "la Loire"),
    ("Landes", 4, "des Landes", "dans les Landes", "aux Landes", "les Landes"),
    ("Eure-et-Loir", 1, "d’Eure-et-Loir", "en Eure-et-Loir", "à Eure-et-Loir", "Eure-et-Loir"),
    ("Lot-et-Garonne", 2, "du Lot-et-Garonne", "en Lot-et-Garonne", "au Lot-et-Garonne", "le Lot-et-Garonne"),
    (
      "Seine-Saint-Denis", 3, "de la Seine-Saint-Denis", "en Seine-Saint-Denis", "à la Seine-Saint-Denis",
      "la Seine-Saint-Denis"
    ),
    ("Val-de-Marne", 2, "du Val-de-Marne", "dans le Val-de-Marne", "au Val-de-Marne", "le Val-de-Marne"),
    ("Paris", 0, "de Paris", "à Paris", "à Paris", "Paris"),
    ("Corse", 0, "de Corse", "en Corse", "à Corse", "la Corse"),
    ("Guyane", 3, "de la Guyane", "en Guyane", "à la Guyane", "la Guyane"),
    ("Île-de-France", 1, "d’Île-de-France", "en Île-de-France", "à Île-de-France", "l’Île-de-France"),
  ])
  func placesTakeTheirArticle(
    name: String, article: Int, of: String, within: String, to: String, alone: String
  ) {
    #expect(french.withArticle(name, article: article, preposition: .of) == of)
    #expect(french.withArticle(name, article: article, preposition: .in) == within)
    #expect(french.withArticle(name, article: article, preposition: .to) == to)
    #expect(french.withArticle(name, article: article, preposition: .none) == alone)
  }

  @Test func anUnknownArticleCountsAsNone() {
    #expect(french.withArticle("Lyon", article: 9, preposition: .of) == "de Lyon")
  }

  @Test func ofIsElidedBeforeAVowelOrAMuteH() {
    #expect(
      ["aides", "firmes", "heures", "Île"].map(french.of) == ["d’aides", "de firmes", "d’heures", "d’Île"])
  }
}
