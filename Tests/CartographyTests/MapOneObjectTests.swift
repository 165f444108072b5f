import Figures
import Language
import Quantities
import Statistics
import Testing

@testable import Cartography

/// Picture, words and cells of a map come from the same table: where one value changes, all change.
@Suite struct MapOneObjectTests {
  static let kinds = ["choropleth", "continuous", "tiles", "cartogram", "circles"]

  /// The last department, an island, has `value`; it is the highest or the lowest.
  private func table(_ value: Double, _ kind: String) -> Tabulation {
    var table = Sample.rates { .value($0 == Country.codes.count - 1 ? value : 200 + Double($0)) }
    guard kind == "circles" else { return table }
    table.columns = [Sample.amount]
    for index in table.rows.indices {
      table.rows[index].values = table.rows[index].values.map { $0.map { Quantity($0.value, .euro) } }
    }
    return table
  }

  private func picture(_ kind: String, _ value: Double) throws -> any Picture {
    let table = table(value, kind)
    var style = Choropleth.Style()
    switch kind {
    case "circles": return SymbolMap(table, atlas: Country.atlas)
    case "tiles": style.form = .tiles
    case "continuous": style.isContinuous = true
    case "cartogram":
      style.form = .circles
      let sized = Sample.sized(table, by: "Population") { _ in 5 }
      return try Choropleth(
        sized, circles: 1, atlas: Country.atlas, breaks: [210, 220, 240], style: style)
    default: break
    }
    return try Choropleth(table, atlas: Country.atlas, breaks: [210, 220, 240], style: style)
  }

  @Test(arguments: kinds) func allChangeWithTheData(kind: String) throws {
    let (before, after) = (try picture(kind, 100), try picture(kind, 4242))
    #expect(try Sample.frame(before, columns: 12) != Sample.frame(after, columns: 12))
    #expect(before.alternative(language: .french) != after.alternative(language: .french))
    #expect(before.reading(language: .french) != after.reading(language: .french))
    #expect(before.tables != after.tables && !before.tables.isEmpty)
    let words = [after.alternative(language: .french), try #require(after.reading(language: .french))]
    for text in words { #expect(text.contains("4\u{202F}242"), "\(text)") }
  }

  @Test(arguments: kinds) func wordsAreInTheReportsLanguage(kind: String) throws {
    let map = try picture(kind, 4242)
    #expect(map.alternative(language: .french) != map.alternative(language: .english))
    #expect(map.reading(language: .english)?.contains("4,242") == true)
  }

  /// Insee gives Corsica no article, since there is none in "de Corse"; Mayotte has none at all.
  @Test func highsAndLowsHaveTheirArticles() throws {
    var table = Sample.rates { .value($0 == 3 ? 900 : $0 == 4 ? 10 : 100) }
    let names = [(3, "Corse", 0), (4, "Mayotte", 0)]
    for (row, name, article) in names {
      table.rows[row].member = Member(
        level: "departement", code: Country.codes[row], label: name, article: article)
    }
    let map = try Choropleth(table, atlas: Country.atlas, breaks: [200])
    let alternative = map.alternative(language: .french)
    #expect(alternative.contains("Le plus élevé\u{A0}: la Corse, 900"), "\(alternative)")
    #expect(alternative.contains("le plus faible\u{A0}: Mayotte, 10"), "\(alternative)")
    #expect(map.alternative(language: .english).contains("Highest: Corse, "))
  }

  /// "les Hautes-Pyrénées ont reçu", "le Rhône a reçu".
  @Test(arguments: [(4, "les Îles ont reçu"), (3, "la Îles a reçu")])
  func theVerbAgreesWithTheName(article: Int, start: String) throws {
    var table = Sample.rates { .value($0 == 3 ? 900 : 100) }
    table.rows[3].member = Member(
      level: "departement", code: Country.codes[3], label: "Îles", article: article)
    let map = try Choropleth(table, atlas: Country.atlas, breaks: [200])
    #expect(map.reading(language: .french)?.hasPrefix(start) == true)
    #expect(map.reading(language: .english)?.contains("received") == true)
  }

  /// Who owes a tax later has not received it.
  @Test func whatIsNotKnownToBeReceivedHasNoVerb() throws {
    var table = Sample.rates { .value($0 == 3 ? 900 : 100) }
    table.columns[0].isReceived = false
    let reading = try Choropleth(table, atlas: Country.atlas, breaks: [200]).reading(language: .french)
    #expect(reading?.contains("reçu") == false)
    #expect(reading?.contains(", 900") == true, "\(reading ?? "")")
  }
}
