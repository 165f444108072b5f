import Diagnostics
import Quantities
import Testing

@testable import Statistics

@Suite struct ComparisonTests {
  private let edition = CalendarDate(year: 2021, month: 4, day: 11) ?? CalendarDate(dayNumber: 0)

  private func table(_ texts: [String], by level: String) throws -> Tabulation {
    let catalog = try TrueValueTests.catalog.get()
    let expressions = try texts.map { text in
      try catalog.parse(text, at: Span(SourceFile(path: "test", text: text), 0..<text.utf8.count))
    }
    return try catalog.tabulate(Query(expressions, by: [level]), edition: edition)
  }

  /// A territory beside the country, section by section: each expression keeps the territory that it names.
  @Test(arguments: ["share(fds.amount)", "share(fds.amount) in FR"])
  func aTerritoryStandsBesideTheCountry(reference: String) throws {
    let table = try table(["share(fds.amount) where departement = 29", reference], by: "section")
    let row = try #require(table.rows.first { $0.member.code == "I" })
    let values = row.values.compactMap { $0.value?.value }
    #expect(values.count == 2)
    #expect((values[0] - 0.461).magnitude < 0.0005)
    #expect((values[1] - 0.334).magnitude < 0.0005)
  }

  /// Of several moments the table's date is the latest, whatever their order.
  @Test func theSnapshotIsTheLatest() throws {
    let table = try table(["fds.amount at 2020-12-31", "fds.amount"], by: "region")
    #expect(table.snapshot.date == edition)
  }
}
