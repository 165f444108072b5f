import Testing

@testable import Typesetting

@Suite struct WordDivisionTests {
  private func divided(_ word: String) throws -> String {
    let path = try realTypesetter().fonts.hyphenation(for: "fr")
    let points = try WordDivision.points(in: word, hyphenator: path.map(Hyphenator.init))
    var parts: [String] = []
    var start = 0
    for point in points + [.init(byte: word.utf8.count, mark: .hyphen)] {
      let part = word.divided(at: point.byte).head.divided(at: start).tail
      parts.append(part)
      start = point.byte
    }
    return parts.joined(separator: "|")
  }

  @Test(arguments: [
    ("solidarité", "so|li|da|rité"),
    ("l’administration,", "l’ad|mi|nis|tra|tion,"),
    ("«entreprises»", "«en|tre|prises»"),
    ("département", "dé|par|te|ment"),
    // Two letters before, three after.
    ("élève", "élève"),
    ("étatisé", "éta|tisé"),
    // Names, acronyms, codes, numbers.
    ("Guadeloupe", "Guadeloupe"),
    ("l’URSSAF", "l’URSSAF"),
    ("DGFiP", "DGFiP"),
    ("milliards2", "milliards2"),
    ("1997", "1997"),
    // A hyphen that stands in the word is its only division.
    ("porte-monnaie", "porte-|monnaie"),
    ("Provence-Alpes-Côte", "Provence-|Alpes-|Côte"),
    ("n-1", "n-1"),
    ("https://www.data.gouv.fr/fr/datasets/aides", "https://|www.data.gouv.fr/|fr/|datasets/|aides"),
    ("s/nd", "s/nd"),
    ("com\u{AD}plexe", "com\u{AD}|plexe"),
  ])
  func french(word: String, expected: String) throws {
    #expect(try divided(word) == expected)
  }

  @Test func withoutPatternsOnlyWrittenHyphensDivide() throws {
    #expect(try WordDivision.points(in: "administration", hyphenator: nil).isEmpty)
    #expect(try WordDivision.points(in: "porte-monnaie", hyphenator: nil).map(\.byte) == [6])
  }
}
