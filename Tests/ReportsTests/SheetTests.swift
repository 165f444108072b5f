import Dispatch
import Foundation
import Language
import Pages
import Statistics
import Synchronization
import Testing

@testable import Reports

/// The sheets of all departments, compared with the tables they come from, which are read here by other means.
@Suite struct SheetTests {
  /// A row of `fds_totals.csv` or `pge_totals.csv` at a date.
  private struct Figures {
    var amount, aids, firms: Double
  }

  private static func rows(_ table: String, at date: String, level: String) throws -> [String: Figures] {
    let text = try String(contentsOfFile: "\(Briefing.root)/data/tables/\(table).csv", encoding: .utf8)
    var rows: [String: Figures] = [:]
    for line in text.split(separator: "\n") where line.hasPrefix("\(date),\(level),") {
      let fields = line.split(separator: ",", omittingEmptySubsequences: false).map(String.init)
      let numbers = fields.dropFirst(3).map { Double($0) ?? 0 }
      rows[fields[2]] = Figures(
        amount: numbers[0], aids: numbers[1], firms: numbers.count > 2 ? numbers[2] : numbers[1])
    }
    return rows
  }

  private static func populations() throws -> [String: Double] {
    let text = try String(contentsOfFile: "\(Briefing.root)/data/tables/population.csv", encoding: .utf8)
    return Dictionary(
      uniqueKeysWithValues: text.split(separator: "\n").compactMap { line in
        let fields = line.split(separator: ",").map(String.init)
        guard fields.count == 4, fields[1] == "departement" else { return nil }
        return Double(fields[3]).map { (fields[2], $0) }
      })
  }

  private static func rank(_ code: String, _ values: [String: Double]) -> Int {
    values.values.count { $0 > values[code] ?? 0 } + 1
  }

  private struct Expected {
    let fds, pge: [String: Figures]
    let amounts, rates, firms, loans: [String: Double]
    let country: Double

    init() throws {
      let people = try SheetTests.populations()
      fds = try SheetTests.rows("fds_totals", at: "2021-04-11", level: "departement").filter {
        people[$0.key] != nil
      }
      pge = try SheetTests.rows("pge_totals", at: "2021-04-09", level: "departement").filter {
        people[$0.key] != nil
      }
      country = try SheetTests.rows("fds_totals", at: "2021-04-11", level: "FR")["FR"]?.amount ?? 0
      amounts = fds.mapValues(\.amount)
      firms = fds.mapValues(\.firms)
      loans = pge.mapValues(\.amount)
      rates = Dictionary(uniqueKeysWithValues: fds.map { ($0.key, $0.value.amount / (people[$0.key] ?? 0)) })
    }

    /// What a sheet must say of its department.
    func sentences(_ code: String) -> [String] {
      let language = Language.french
      func ordinal(_ values: [String: Double]) -> String { language.ordinal(SheetTests.rank(code, values)) }
      func number(_ value: Double, _ decimals: Int = 0) -> String {
        language.number(value, decimals: decimals).plainSpaces
      }
      let own = fds[code] ?? Figures(amount: 0, aids: 0, firms: 0)
      let share = number(own.amount / country * 100, 1)
      return [
        "\(number(own.aids)) aides ont été versées à \(number(own.firms)) entreprises",
        "le montant est de \(number(rates[code] ?? 0)) € par habitant",
        "le département est au \(ordinal(rates)) rang (médiane : ",
        "Le montant moyen d’une aide est de \(number(own.amount / own.aids)) €",
        "\(ordinal(amounts)) sur 101, \(share) % du total",
        "\(ordinal(firms)) sur 101",
        "\(ordinal(loans)) sur 101, ",
      ]
    }
  }

  private static let report = Result {
    try OpenReport(Briefing.request("departement.md", [("date", "2021-04-11")]))
  }

  /// The text of every sheet by its code; built on all processors.
  private static func texts() throws -> [String: [String]] {
    let report = try Self.report.get()
    let built = Mutex<[String: Result<[String], any Error>]>([:])
    DispatchQueue.concurrentPerform(iterations: report.homes.count) { index in
      let home = report.homes[index]
      let text = Result { try report.build(home: home).document.pages.map(\.frame.plainText) }
      built.withLock { $0[home.member.code] = text }
    }
    return try built.withLock { $0 }.mapValues { try $0.get() }
  }

  @Test func everySheetSaysWhatItsDataSay() throws {
    let expected = try Expected()
    let texts = try Self.texts()
    #expect(texts.count == 101 && expected.fds.count == 101)
    for (code, pages) in texts {
      #expect(pages.count == 2, "\(code)")
      for sentence in expected.sentences(code) {
        let said = Self.joined(pages[0]).contains(Self.joined(sentence))
        #expect(said, "\(code) does not say: \(sentence)")
      }
    }
  }

  /// Without the spaces and marks that line breaks and raised ordinals put in.
  private static func joined(_ text: String) -> String {
    text.filter { $0 != " " && $0 != "\u{AD}" && $0 != "-" }
  }

  /// The sections of a sheet's table add up to its total, printed as one number or in thousands.
  @Test(arguments: ["29", "75", "2A", "976"])
  func theSectionsAddUp(_ code: String) throws {
    let report = try Self.report.get()
    let home = try #require(report.homes.first { $0.member.code == code })
    let sheet = try report.build(home: home)
    let table = try #require(sheet.document.pages.last?.frame)
    let total = try #require(table.line(of: "Ensemble"))
    let expected = try Expected()
    let aids = Language.french.number(expected.fds[code]?.aids ?? 0, decimals: 0).plainSpaces
    let thousands = Language.french.number((expected.fds[code]?.aids ?? 0) / 1000, decimals: 1).plainSpaces
    #expect(total.contains(" \(aids) ") || total.contains(" \(thousands) "), "\(total)")
    #expect(total.hasSuffix("100,0 100,0 0,0"))
  }

  @Test(arguments: [
    ("01", "Fiche de l’Ain"), ("42", "Fiche de la Loire"), ("28", "Fiche d’Eure-et-Loir"),
    ("40", "Fiche des Landes"),
    ("29", "Fiche du Finistère"), ("75", "Fiche de Paris"),
  ])
  func aSheetIsNamedWithItsArticle(_ code: String, _ title: String) throws {
    let report = try Self.report.get()
    let home = try #require(report.homes.first { $0.member.code == code })
    let sheet = try report.build(home: home)
    #expect(sheet.document.properties.title.hasPrefix(title))
    #expect(sheet.document.pages[0].frame.plainText.contains(title))
    #expect(sheet.name == "departement-\(code)-2021-04-11")
  }

  /// The highest department and the lowest, side by side.
  @Test func rangesOfAxesAndClassesAreThoseOfAllSheets() throws {
    let report = try Self.report.get()
    for code in ["55", "75"] {
      let home = try #require(report.homes.first { $0.member.code == code })
      let page = try #require(try report.build(home: home).document.pages.last)
      let texts = page.frame.texts().map(\.text)
      for tick in ["2", "4", "6", "8", "10", "200", "250", "330", "480"] {
        #expect(texts.contains(tick), "\(code): \(tick)")
      }
    }
  }

  /// Where a map of a region has no room for all names, that of the sheet's own department is on it or below it.
  @Test(arguments: [("92", "401"), ("93", "355"), ("94", "334"), ("63", "273")])
  func theMapOfTheRegionNamesItsDepartment(_ code: String, _ amount: String) throws {
    let report = try Self.report.get()
    let home = try #require(report.homes.first { $0.member.code == code })
    let page = try #require(try report.build(home: home).document.pages.last)
    #expect(page.frame.plainText.contains("\(home.member.label) \(amount)"))
  }

  @Test func regionsHaveSheetsToo() throws {
    let report = try OpenReport(Briefing.request("region.md", [("date", "2021-04-11")]))
    #expect(report.homes.count == 18)
    let bretagne = try #require(report.homes.first { $0.member.code == "53" })
    let text = try report.build(home: bretagne).document.pages.map(\.frame.plainText)
    #expect(text.count == 2)
    #expect(text[0].contains("298 733 aides ont été versées à 80 321 entreprises"))
  }
}
