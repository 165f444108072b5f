import Foundation
import Testing

/// What the committed figures must keep true whenever they are derived again.
@Suite struct TablesTests {
  private struct Table {
    let columns: [Substring: Int]
    let rows: [[Substring]]

    /// The tables hold no quoted field; nomenclatures do, after their code.
    init(_ path: String) throws {
      let text = try String(contentsOf: TablesTests.data.appending(path: path), encoding: .utf8)
      let lines = text.split(separator: "\n").map {
        $0.split(separator: ",", omittingEmptySubsequences: false)
      }
      columns = Dictionary(uniqueKeysWithValues: try #require(lines.first).enumerated().map { ($1, $0) })
      rows = Array(lines.dropFirst())
    }

    func value(_ column: String, _ row: [Substring]) throws -> Substring {
      row[try #require(columns[Substring(column)])]
    }
  }

  private static let data = URL(filePath: #filePath).deletingLastPathComponent().deletingLastPathComponent()
    .deletingLastPathComponent().appending(path: "data")

  private static let names = [
    "ap_cumulative", "ap_months", "arpb", "cpsti_sections", "cpsti_totals", "fds_categories", "fds_daily",
    "fds_regions_sections", "fds_sections", "fds_sizes", "fds_totals", "fds_volet1_sections",
    "fds_volet2_sections", "pge_sections", "pge_totals", "population", "reports_sections", "reports_totals",
    "snapshots",
  ]

  @Test(arguments: [
    ("fds_totals", "2021-04-11,FR,FR,21463502849.63,8119179,1997006"),
    ("pge_totals", "2021-04-09,FR,FR,135748957728,668049"),
    ("reports_totals", "2021-04-08,FR,FR,3436211465,112636"),
    ("cpsti_totals", "2020-09-30,FR,FR,971888425,1188713"),
    ("arpb", "2021-03-22,FR,FR,TOTAL,78921407,110,7265"),
    ("population", "2020-01-01,FR,FR,67063703"),
  ])
  func nationalFiguresAreThosePublished(table: String, row: String) throws {
    let table = try Table("tables/\(table).csv")
    #expect(table.rows.contains { $0.joined(separator: ",") == row })
  }

  /// Dates on which the source contradicts itself (data/README.md).
  @Test(arguments: [
    ("fds_totals", ["2022-05-13"]), ("pge_totals", []), ("reports_totals", ["2021-04-22"]),
    ("cpsti_totals", []),
  ])
  func levelsAddUp(name: String, anomalies: [String]) throws {
    let table = try Table("tables/\(name).csv")
    // Amounts in cents, so that the sums are exact.
    var sums: [Substring: [Substring: Int]] = [:]
    for row in table.rows {
      let amount = try #require(Double(try table.value("amount", row)))
      let date = try table.value("date", row)
      sums[date, default: [:]][try table.value("level", row), default: 0] += Int((amount * 100).rounded())
    }
    for (date, levels) in sums where !anomalies.contains(String(date)) {
      #expect(levels["FR"] == levels["region"], "\(name), \(date): regions")
      #expect(levels["FR"] == levels["departement"], "\(name), \(date): departments")
    }
  }

  @Test(arguments: names)
  func everyCodeIsInItsNomenclature(name: String) throws {
    let nomenclatures = [
      "departement": "departements", "region": "regions", "section": "sections", "nace17": "nace17",
      "effectif": "effectifs", "categorie": "categories", "type": "prets",
    ]
    let table = try Table("tables/\(name).csv")
    for (column, nomenclature) in nomenclatures where table.columns[Substring(column)] != nil {
      let known = try codes(nomenclature)
      let used = Set(try table.rows.map { try table.value(column, $0) })
      #expect(used.subtracting(known).isEmpty, "\(name): \(used.subtracting(known)) in \(column)")
    }
  }

  @Test(arguments: names)
  func territoriesExistAtTheirLevel(name: String) throws {
    let table = try Table("tables/\(name).csv")
    guard table.columns["territory"] != nil else { return }
    let known = [
      "FR": try codes("pays"), "region": try codes("regions"), "departement": try codes("departements"),
    ]
    for row in table.rows {
      let level = String(try table.value("level", row))
      let territory = try table.value("territory", row)
      #expect(known[level]?.contains(territory) == true, "\(name): \(territory) as \(level)")
    }
  }

  @Test(arguments: names.filter { $0 != "snapshots" })
  func noCellIsThereTwice(name: String) throws {
    let table = try Table("tables/\(name).csv")
    let keys = [
      "date", "month", "level", "territory", "departement", "region", "section", "nace17", "effectif",
      "categorie", "type",
    ].compactMap { table.columns[Substring($0)] }
    #expect(Set(table.rows.map { row in keys.map { row[$0] } }).count == table.rows.count)
  }

  @Test func shortTimeWorkOfApril2020AddsUp() throws {
    let table = try Table("tables/ap_months.csv")
    let rows = table.rows.filter { $0[0] == "2021-01-19" && $0[1] == "2020-04" }
    let employees = try rows.map { try #require(Int(try table.value("employees", $0))) }
    #expect(employees.reduce(0, +) == 8_338_380)
  }

  @Test func theTablesStayUnderFifteenMegabytes() throws {
    let sizes = try Self.names.map { name in
      try Data(contentsOf: Self.data.appending(path: "tables/\(name).csv")).count
    }
    #expect(sizes.reduce(0, +) < 15_000_000)
  }

  private func codes(_ nomenclature: String) throws -> Set<Substring> {
    Set(try Table("territoires/\(nomenclature).csv").rows.map { $0[0] })
  }
}
