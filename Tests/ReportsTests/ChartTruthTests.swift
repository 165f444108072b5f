import Diagnostics
import Foundation
import Pages
import Statistics
import Testing

@testable import Reports

/// What a chart prints is true of the published figures, whatever part of them it shows.
@Suite struct ChartTruthTests {
  private func build(_ block: String) throws -> BuiltEdition {
    try Briefing.build("# Partie\n\n## Titre\n\n```\(block)\n```\n")
  }

  private func text(_ edition: BuiltEdition) -> String {
    edition.document.pages.flatMap { $0.frame.texts() }.map(\.text).joined(separator: " ").plainSpaces
  }

  /// Places are among all departments, whichever are shown; those shown are the first at the last moment.
  @Test func placesAreAmongAllMembers() throws {
    let all =
      "bump T\nby: departement\nvalue: fds.amount / population at 2020-12-31, fds.amount / population"
    let table = try #require(try build(all).figures.first?.tables.first)
    func ranked(_ column: Int) -> [Member] {
      table.rows.filter { $0.role == .member }.sorted {
        ($0.values[column].value?.value ?? 0) > ($1.values[column].value?.value ?? 0)
      }.map(\.member)
    }
    let (before, now) = (ranked(0), ranked(1))
    let some = try build(all + "\ntop: 20\ncolumns: 12\nheight: 30")
    let said = text(some)
    #expect(some.figures.first?.tables.first?.rows.map(\.member) == Array(now.prefix(20)))
    #expect(said.contains("20 premiers départements sur \(before.count)."), "\(said)")
    for member in now.prefix(20) {
      let place = (before.firstIndex(of: member) ?? 0) + 1
      #expect(said.contains("\(member.shortLabel) \(place)"), "\(member.shortLabel) \(place): \(said)")
    }
  }

  @Test(arguments: [
    ("bars T\nform: stacked\nby: region\nvalue: fds.amount, fds.amount - pge.amount", "negative-part"),
    ("bars T\nform: percent\nby: region\nvalue: fds.amount, fds.amount - pge.amount", "negative-part"),
    ("share T\nvalue: fds.amount - pge.amount\nby: region", "negative-part"),
    ("stack T\nvalue: fds.amount - pge.amount\nby: region > section", "negative-part"),
    ("area T\nvalue: fds.amount, report.amount.change", "negative-part"),
    ("line T\nvalue: fds.amount, fds.aids", "mixed-units"),
    ("step T\nvalue: fds.amount / population, fds.amount / fds.aids", "mixed-units"),
    ("area T\nvalue: fds.amount, fds.aids", "mixed-units"),
    ("multiples T\nvalue: fds.amount, fds.aids", "mixed-units"),
    ("bars T\nform: lollipop\nby: region\nvalue: fds.amount, pge.amount", "bad-value"),
    ("bars T\nform: diverging\nby: region > section\nvalue: fds.amount", "bad-value"),
    ("bars T\nform: percent\nby: region > section\nvalue: fds.amount, pge.amount", "several-measures"),
    ("histogram T\nvalue: fds.amount, pge.amount\nby: region", "bad-value"),
    ("stack T\nvalue: fds.amount, pge.amount\nby: region > section", "bad-value"),
    (
      "multiples T\nform: bars\nvalue: fds.amount, pge.amount\nby: region > departement", "several-measures"
    ),
    ("boxes T\nvalue: fds.amount, pge.amount\nby: region > departement", "several-measures"),
  ])
  func whatWouldBeLeftOutIsRefused(block: String, code: String) throws {
    let failure = #expect(throws: Failure.self) { try build(block) }
    #expect(failure?.diagnostics.map(\.code) == [code], "\(failure?.diagnostics ?? [])")
    #expect(failure?.diagnostics.first?.place != nil)
  }

  /// Where a member is published in one column alone, what is left over holds it in the other: the two do not compare.
  @Test func remaindersOfUnlikeMembersHaveNoGap() throws {
    let dumbbell =
      "dumbbell T\nby: section\nnames: Finistère; France\n"
      + "value: share(fds.amount) where departement = 29, share(fds.amount) in FR"
    let edition = try build(dumbbell)
    let frame = try #require(edition.document.pages.first?.frame)
    let row = try #require(frame.line(of: "Autres sections"))
    #expect(row.hasSuffix("nd"), "\(row)")
    let said = text(edition)
    #expect(said.contains("publié dans une seule : Industrie manufacturière"), "\(said)")
  }

  /// A rate far below one is said with the digits that tell it from its neighbours.
  @Test(arguments: [
    "histogram T\nvalue: fds.firms / population\nby: departement\nbins: scott",
    "dots T\nvalue: fds.firms / population, pge.firms / population\nby: region",
    "bars T\nform: lollipop\nvalue: fds.firms / population\nby: region",
    "slope T\nvalue: fds.firms / population at 2020-12-31, fds.firms / population\nby: region",
    "table T\nvalue: fds.firms / population\nby: region",
  ])
  func smallRatesKeepTwoDigits(block: String) throws {
    let edition = try build(block)
    let words = edition.figures.compactMap { edition.document.structure[$0.node].alternative }.joined()
    let said = (text(edition) + words).plainSpaces
    #expect(said.contains("0,0") && !said.contains("0,0 ") && !said.contains("0,0)"), "\(said)")
  }

  /// The head of a column of a data table says whose values it holds.
  @Test(arguments: [
    ("line T\nvalue: fds.amount\nby: region\ntop: 3", ["Île-de-France", "Auvergne-Rhône-Alpes"]),
    ("multiples T\nvalue: fds.amount, pge.amount\nnames: Fonds; Prêts", ["Fonds", "Prêts"]),
    ("bump T\nvalue: fds.amount at 2020-12-31, fds.amount\nby: region", ["31 déc. 2020", "11 avril 2021"]),
    ("dots T\nvalue: fds.amount at 2020-12-31, fds.amount\nby: region", ["31 déc. 2020", "11 avril 2021"]),
    ("dots T\nvalue: fds.amount, pge.amount\nby: region", ["Montant versé", "Montant prêté"]),
    (
      "bars T\nform: stacked\nvalue: fds.amount\nby: region > section",
      ["Hébergement et restauration", "Construction"]
    ),
  ])
  func headsOfDataTablesTellColumnsApart(block: String, heads: [String]) throws {
    let edition = try build(block + "\ntable: annex")
    let said = edition.document.pages.dropFirst().map(\.frame.plainText).joined(separator: " ")
    for head in heads { #expect(said.contains(head), "\(head): \(said)") }
    for attachment in edition.document.attachments where attachment.mediaType == "text/csv" {
      let first = String(decoding: attachment.bytes, as: UTF8.self).prefix { $0 != "\r\n" }
      let fields = String(first).components(separatedBy: "(EUR)")
      #expect(Set(fields).count == fields.count, "\(fields)")
    }
  }

  @Test(arguments: [
    "bars T\nform: grouped\nby: section\nnames: Finistère; Insee\n"
      + "value: share(fds.amount) where departement = 29, share(fds.amount) in FR",
    "dots T\nby: region\nnames: Finistère; Insee\nvalue: fds.amount, pge.amount",
    "scatter T\nby: departement\nnames: Finistère; Insee\nvalue: fds.amount, pge.amount",
    "strip T\nby: departement\nnames: Finistère; Insee\nvalue: fds.amount, pge.amount",
  ])
  func namesKeepTheirCapitals(block: String) throws {
    let edition = try build(block)
    let words = edition.figures.compactMap { edition.document.structure[$0.node].alternative }.joined()
    let said = text(edition) + words
    #expect(said.contains("Finistère") && !said.contains("finistère") && !said.contains("insee"), "\(said)")
  }

  /// A change has its sign, a level beside it has none.
  @Test(arguments: [
    "bars T\nform: grouped\n", "dots T\n", "bullet T\n", "bars T\nform: columns\ntop: 4\n",
  ])
  func changesAloneAreSigned(block: String) throws {
    for values in ["fds.amount.change, fds.amount.previous", "fds.amount.previous, fds.amount.change"] {
      let edition = try build(block + "names: A; B\nby: region\nvalue: " + values)
      let table = try #require(edition.figures.first?.tables.first)
      let level = values.hasPrefix("fds.amount.p") ? 0 : 1
      #expect(!table.columns[level].isChange && table.columns[1 - level].isChange)
      let reading = try #require(text(edition).components(separatedBy: "Lecture").last)
      #expect(reading.contains("5,26 Md€ (\(level == 0 ? "A" : "B"))"), "\(reading)")
      #expect(reading.contains("+87") && !reading.contains("+5"), "\(reading)")
    }
  }

  /// A stack of areas ends at the published whole: what its members leave is its last part.
  @Test(arguments: ["by: region", "by: region\ntop: 2", "by: section"])
  func aStackOfAreasEndsAtTheWhole(by: String) throws {
    let edition = try build("area T\nvalue: fds.amount\n" + by)
    let whole = try #require(try build("line T\nvalue: fds.amount").figures.first?.tables.first)
    let parts = try #require(edition.figures.first?.tables.first)
    #expect(parts.columns.last?.name == "Autres" && text(edition).contains("Autres"))
    var compared = 0
    for row in parts.rows {
      let values = row.values.compactMap(\.value?.value)
      guard values.count == row.values.count else { continue }
      let total = try #require(whole.rows.first { $0.member.code == row.member.code }?.values.first?.value)
      #expect((values.reduce(0, +) - total.value).magnitude < 1)
      compared += 1
    }
    #expect(compared > 0)
  }

  /// A month is a stretch of the axis: its value stands over its name, the last one too.
  @Test(arguments: ["line", "area", "multiples"])
  func monthsStandOverTheirNames(kind: String) throws {
    let edition = try build("\(kind) T\ncolumns: 12\nvalue: ap.employees by month")
    let frame = try #require(edition.document.pages.first?.frame)
    let table = try #require(edition.figures.first?.tables.first)
    let last = try #require(table.rows.last?.member.code.dropLast(3).suffix(2))
    let names = ["03": "mars", "10": "oct.", "11": "nov.", "12": "déc.", "01": "janv."]
    let name = try #require(names[String(last)])
    #expect(frame.texts().contains { $0.text == name }, "\(last): \(frame.plainText)")
  }

  /// A group of one stands for its member, who is counted.
  @Test func boxesCountEveryMember() throws {
    let edition = try build("boxes T\nvalue: fds.amount / population\nby: region > departement")
    let figure = try #require(edition.figures.first)
    let words = try #require(edition.document.structure[figure.node].alternative)
    #expect(words.plainSpaces.contains("101 départements"), "\(words)")
    let csv = edition.document.attachments.filter { $0.mediaType == "text/csv" }.map {
      String(decoding: $0.bytes, as: UTF8.self)
    }
    #expect(csv.joined().components(separatedBy: ",member,").count - 1 == 101)
  }

  /// The name of what lies far out keeps its distance from the figures of its row.
  @Test(arguments: [4, 6, 8])
  func namesInRowsKeepClearOfFigures(columns: Int) throws {
    let edition = try build(
      "boxes T\ncolumns: \(columns)\nvalue: fds.amount / population\nby: region > departement\ntop: 7")
    let texts = try #require(edition.document.pages.first).frame.texts()
    for name in texts where ["Savoie", "Paris", "Hautes-Alpes", "Seine-Saint-Denis"].contains(name.text) {
      for figure in texts where figure.box.minX >= name.box.minX && figure.text != name.text {
        guard (figure.box.midY - name.box.midY).points.magnitude < 4 else { continue }
        #expect((figure.box.minX - name.box.maxX).points > 6, "\(name.text) at \(figure.text)")
      }
    }
  }

  /// Ticks that would melt into a bar are thinned, and the last year has its name though it has just begun.
  @Test func longAxesOfTimeAreLegible() throws {
    let years = try build("line T\ncolumns: 6\nvalue: fds.amount\ntime: years")
    #expect(years.document.pages.first?.frame.texts().contains { $0.text == "2021" } == true)
    let days = try build("line T\ncolumns: 6\nvalue: fds.amount\ntime: days")
    let weeks = try build("line T\ncolumns: 6\nvalue: fds.amount\ntime: quarters")
    func strokes(_ edition: BuiltEdition) -> Int {
      edition.document.pages.first?.frame.shapes().filter { $0.stroke != nil }.count ?? 0
    }
    #expect(strokes(days) < strokes(weeks) + 20)
  }

  @Test(arguments: [
    ("line T\nvalue: fds.amount\nperiods: 2020-12-14 2020-10-30 À rebours", "bad-value"),
    ("line T\nvalue: fds.amount\nfrom: 2022-01-01", "bad-value"),
    ("histogram T\nvalue: fds.amount / population\nby: departement\nwidth: -5", "bad-value"),
    ("histogram T\nvalue: fds.amount / population\nby: departement\nwidth: 50\nbins: 4", "bad-value"),
    ("histogram T\nvalue: fds.amount / population\nby: departement\nwidth: 0.00001", "bad-value"),
    ("histogram T\nvalue: fds.amount / population\nby: departement\nbins: 300, 200, 100", "bad-value"),
    ("histogram T\nvalue: fds.amount / population\nby: departement\nbins: 2000, 3000", "bad-value"),
    (
      "bars T\nform: grouped\nvalue: fds.amount, pge.amount, report.amount\nby: departement", "block-too-tall"
    ),
    (
      "bars T\ncolumns: 6\nform: grouped\nvalue: fds.amount, pge.amount, report.amount\nby: departement",
      "block-too-tall"
    ),
  ])
  func aMistakeIsNamed(block: String, code: String) throws {
    let failure = #expect(throws: Failure.self) { try build(block) }
    #expect(failure?.diagnostics.map(\.code) == [code], "\(failure?.diagnostics ?? [])")
    #expect(failure?.diagnostics.first?.place != nil)
  }

  @Test(arguments: [
    ("line T\nvalue: fds.amount\nevents: 2019-01-01 Trop tôt", "before-axis"),
    ("evolution T\nvalue: fds.amount\nperiods: 2019-01-01 2019-02-01 Trop tôt", "before-axis"),
    ("scatter T\nvalue: fds.amount, pge.amount\nby: departement\nlabel: 29, 999", "unknown-highlight"),
    ("line T\nvalue: fds.amount\nby: region\nhighlight: Corse; Atlantide", "unknown-highlight"),
  ])
  func whatIsNotShownIsWarnedOf(block: String, code: String) throws {
    let warnings = try build(block).warnings
    #expect(warnings.map(\.code) == [code] && warnings.allSatisfy { $0.place != nil }, "\(warnings)")
  }

  @Test func severalSeriesStandOut() throws {
    let edition = try build("line T\nvalue: fds.amount\nby: region\nhighlight: Corse; La Réunion")
    let said = text(edition)
    #expect(
      edition.warnings.isEmpty && said.contains("Corse 231") && said.contains("La Réunion 148"), "\(said)")
    #expect(said.contains("16 autres"), "\(said)")
  }
}
