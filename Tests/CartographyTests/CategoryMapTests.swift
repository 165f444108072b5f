import Language
import Quantities
import Statistics
import Testing

@testable import Cartography

@Suite struct CategoryMapTests {
  /// A territory of these parts, by the letters of their sections, with their sum or another total.
  private func territory(
    _ code: String, total: Double? = nil, _ parts: [(String, Published<Double>)]
  ) -> [Tabulation.Row] {
    func euros(_ value: Published<Double>) -> Published<Quantity> {
      value.map { Quantity($0, .euro, .stock) }
    }
    let sum = total ?? parts.reduce(0) { $0 + ($1.1.value ?? 0) }
    let group = Tabulation.Row(
      member: Member(level: "departement", code: code, label: "Département \(code)"), role: .group,
      values: [euros(.value(sum))])
    return [group]
      + parts.map { name, value in
        Tabulation.Row(
          member: Member(level: "section", code: name, label: "Section \(name)"), depth: 1,
          values: [euros(value)])
      }
  }

  private func table(_ rows: [[Tabulation.Row]]) -> Tabulation {
    Tabulation(columns: [Sample.amount], rows: rows.flatMap { $0 }, snapshot: Sample.snapshot)
  }

  private func leader(_ rows: [Tabulation.Row]) -> Leaders.Leader? {
    Leaders(table([rows])).territories.first?.leader
  }

  @Test func theLargestPartLeads() {
    guard
      case .member(let member, let amount, let total) = leader(
        territory("A0", [("C", .value(4)), ("G", .value(9)), ("I", .value(2))]))
    else {
      Issue.record("nobody leads")
      return
    }
    #expect(member.code == "G" && amount.value == 9 && total?.value == 15)
  }

  /// What is withheld is known to be less than the largest part, or nobody is said to lead.
  @Test func aWithheldPartMayLead() {
    #expect(leader(territory("A0", total: 30, [("C", .secret), ("G", .value(9))])) == .open)
    #expect(leader(territory("A0", total: 18, [("C", .secret), ("G", .value(9))])) == .open)
    if case .member(let member, _, _) = leader(
      territory("A0", total: 12, [("C", .secret), ("G", .value(9))]))
    {
      #expect(member.code == "G")
    } else {
      Issue.record("G leads, whatever C is")
    }
    #expect(leader(territory("A0", [("C", .secret), ("G", .secret)])) == .open)
    #expect(leader(territory("A0", [("C", .unavailable)])) == .unavailable)
    #expect(leader(territory("A0", [("C", .value(0)), ("G", .value(.nan))])) == .unavailable)
  }

  private func map(_ leading: (Int) -> String) -> CategoryMap {
    let rows = Country.codes.enumerated().map { index, code in
      territory(code, ["C", "G", "I"].map { ($0, .value($0 == leading(index) ? 90 : Double(index))) })
    }
    return CategoryMap(table(rows), noun: "Section", atlas: Country.atlas)
  }

  @Test(arguments: [4, 6, 12]) func textsNeverMeet(columns: Int) throws {
    expectReadable(try Sample.frame(map { ["C", "G", "I"][$0 % 3] }, columns: columns))
  }

  @Test func pictureWordsAndCellsChangeTogether() throws {
    let (before, after) = (map { $0 < 5 ? "C" : "G" }, map { $0 < 6 ? "C" : "G" })
    #expect(try Sample.frame(before, columns: 12) != Sample.frame(after, columns: 12))
    #expect(before.alternative(language: .french).contains("Section C\u{A0}: 5"))
    #expect(after.alternative(language: .french).contains("Section C\u{A0}: 6"))
    #expect(after.alternative(language: .english).contains("ranks first"))
    #expect(before.tables != after.tables)
    #expect(after.reading(language: .french)?.contains("en tête") == true)
  }

  @Test func countsAddUpToTheTerritoriesDrawn() throws {
    let rows = Country.codes.dropFirst(3).map { territory($0, [("C", .value(9))]) }
    let elsewhere = territory("975", [("G", .value(9))])
    let map = CategoryMap(table(rows + [elsewhere]), noun: "Section", atlas: Country.atlas)
    let alternative = map.alternative(language: .french)
    #expect(alternative.contains("33 départements") && alternative.contains("3 non disponibles"))
    #expect(alternative.contains("Section C\u{A0}: 30") && !alternative.contains("Section G"))
    #expect(try Sample.frame(map, columns: 12).texts().contains { $0.text == "3" })
  }

  /// In most territories first, so that the legend and the colours follow what a reader sees.
  @Test func seriesAreThoseThatLeadInMost() {
    #expect(map { $0 < 5 ? "C" : "G" }.coloredSeries == ["Section G", "Section C"])
  }
}
