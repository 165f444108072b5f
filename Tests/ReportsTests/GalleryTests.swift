import Diagnostics
import Foundation
import Settings
import Statistics
import Testing

@testable import Reports

/// Every kind of chart on the published data, and what happens to what an author may get wrong.
@Suite struct GalleryTests {
  private static let root = URL(filePath: #filePath).deletingLastPathComponent().deletingLastPathComponent()
    .deletingLastPathComponent().path
  private static let gallery = "\(root)/layouts/gallery.md"

  private static let charts = [
    "evolution", "bars", "stack", "share", "histogram", "strip", "dumbbell", "line", "step", "area",
    "multiples",
    "sparkline", "dots", "bullet", "boxes", "slope", "bump", "scatter", "waterfall",
    "map", "circles", "cartogram", "categories", "locator",
  ]

  /// Forms that are keys of a kind.
  private static let forms = [
    "form: grouped", "form: stacked", "form: percent", "form: diverging", "form: lollipop", "form: columns",
    "form: bars", "form: histogram", "form: tiles", "scale: log", "scale: sqrt", "scale: flannery",
    "print: patterns", "classes: continuous", "around:", "circles:", "inset:", "within:", "scale: yes",
    "totals: yes", "bins: freedman-diaconis", "bins: sturges", "periods:", "events:", "arrows:",
    "reference: median", "time: weeks", "time: quarters", "table: below",
  ]

  private static func build(_ report: String) throws -> BuiltEdition {
    try BuildRequest(report: report, parameters: [.init(name: "date", value: "2021-04-11")]).build()
  }

  private static let edition = Result { try build(gallery) }

  @Test func everyKindOfFigureIsInTheGallery() throws {
    let text = try fileText(Self.gallery).text
    for kind in Self.charts {
      #expect(BlockKind.all.contains { $0.name == kind })
      #expect(text.contains("```\(kind)\n"), "\(kind) is not shown")
    }
    for form in Self.forms { #expect(text.contains("\n\(form)"), "\(form) is not shown") }
  }

  @Test func everyFigureHasWordsAndATable() throws {
    let edition = try Self.edition.get()
    #expect(edition.figures.count >= 30)
    for figure in edition.figures {
      let words = edition.document.structure[figure.node].alternative ?? ""
      #expect(words.count > 40 && !words.contains("{"), "\(figure.title): \(words)")
      #expect(figure.tables.contains { !$0.rows.isEmpty }, "\(figure.title)")
    }
    // It shows more series than a palette has colours; nothing else is amiss.
    #expect(edition.warnings.filter { $0.code != "shared-colors" }.isEmpty)
  }

  /// A report with the gallery's settings and one block.
  private func build(_ block: String) throws -> BuiltEdition {
    try Briefing.build("# Partie\n\n## Titre\n\n\(block)\n")
  }

  private func text(_ edition: BuiltEdition) -> String {
    edition.document.pages.flatMap { $0.frame.texts() }.map(\.text).joined(separator: " ")
  }

  private let bars = "```dots\ntitle: Montants\nvalue: fds.amount\nby: region\n"

  @Test func theAuthorsWordsReplaceTheAlternative() throws {
    let edition = try build(bars + "alt: Ce que montre la figure.\n```")
    let figure = try #require(edition.figures.first)
    #expect(edition.document.structure[figure.node].alternative == "Ce que montre la figure.")
  }

  @Test func theTableStandsBelowOrAtTheEnd() throws {
    #expect(!text(try build(bars + "```")).contains("Données de la figure 1"))
    #expect(text(try build(bars + "table: below\n```")).contains("Données de la figure 1"))
    let annexed = try build(bars + "table: annex\n```")
    #expect(text(annexed).contains("Données des figures"))
    #expect(annexed.document.pages.count == 2)
  }

  @Test func daysOfATableAreWrittenInTheLanguage() throws {
    let block = "```line\ntitle: Montant\nvalue: fds.amount\nfrom: 2021-03-15\ntable: below\n```"
    #expect(text(try build(block)).contains("11\u{A0}avril"))
  }

  @Test func everySchemeOfAFigureIsNamedAsItsSource() throws {
    let both = try build("```dots\ntitle: Montants\nvalue: fds.amount, pge.amount\nby: region\n```")
    let said = text(both).replacing("\u{A0}", with: " ").replacing("\u{202F}", with: " ")
    #expect(said.contains("DGFiP, fonds de solidarité, données au 11 avril 2021 ; DG Trésor"), "\(said)")
    #expect(said.contains("garantis par l’État, données au 9 avril 2021."), "\(said)")
  }

  /// So many groups are shown, each with all of its members.
  @Test func boxesOfTheFirstGroupsHoldAllTheirMembers() throws {
    let block = "```boxes\ntitle: T\nvalue: fds.amount / population\nby: region > departement\ntop: 3\n```"
    let table = try #require(try build(block).figures.first?.tables.first)
    #expect(table.rows.filter { $0.depth == 0 }.count == 3)
    #expect(table.rows.filter { $0.depth == 1 }.count > 6)
  }

  private static let firstThree = [
    "dots\nvalue: fds.amount\nby: region", "bars\nvalue: fds.amount / population\nby: region",
    "bars\nform: stacked\nvalue: fds.amount\nby: region > section", "line\nvalue: fds.amount\nby: region",
    "multiples\nvalue: fds.amount\nby: region", "sparkline\nvalue: fds.amount\nby: region",
    "multiples\nform: bars\nvalue: fds.amount\nby: region > departement",
    "boxes\nvalue: fds.amount / population\nby: region > departement",
    "slope\nvalue: fds.amount at 2021-01-01, fds.amount\nby: region", "table\nvalue: fds.amount\nby: region",
  ]

  @Test func whatIsLeftOutIsCounted() throws {
    let blocks = Self.firstThree.map { "```\($0)\ntitle: T\ntop: 3\n```\n\n" }.joined()
    let said = text(try build(blocks)).plainSpaces
    let notes = said.components(separatedBy: "3 premières régions sur 18.").count - 1
    #expect(notes == Self.firstThree.count, "\(said)")
  }

  /// A stack of areas holds five; the note says so where the others do not add up.
  @Test func areasThatHaveNoPlaceAreCounted() throws {
    let area = "```area T\nvalue: fds.amount / fds.aids\nby: region\n```\n\n"
    let all = "```dots T\nvalue: fds.amount\nby: region\ntop: 18\n```"
    let said = text(try build(area + all)).plainSpaces
    #expect(said.contains("5 premières régions sur 18.") && !said.contains("18 premières"), "\(said)")
  }

  /// What the bars leave out is a bar of its own, and the note says so.
  @Test func whatIsAddedUpIsSaid() throws {
    let said = text(try build("```bars T\nvalue: fds.amount\nby: region\ntop: 3\n```")).plainSpaces
    #expect(said.contains("3 premières régions sur 18, le reste en une ligne."), "\(said)")
  }

  private static let banded = [
    "line\nvalue: fds.amount / population", "step\nvalue: fds.amount / population",
    "area\nvalue: fds.amount / population", "dots\nvalue: fds.amount / population\nby: region",
    "bars\nform: columns\nvalue: fds.amount / population\nby: region\ntop: 2",
    "bars\nform: lollipop\nvalue: fds.amount / population\nby: region",
    "scatter\nvalue: fds.amount / fds.aids, fds.amount / population\nby: departement",
  ]

  @Test func aBandIsNamedWithItsBounds() throws {
    let blocks = Self.banded.map { "```\($0)\ntitle: T\nbands: 200 1250 But\n```\n\n" }.joined()
    let found = try build(blocks)
    let said = text(found).plainSpaces
    #expect(said.components(separatedBy: "But, de 200 à 1 250").count - 1 == Self.banded.count, "\(said)")
    #expect(found.warnings.isEmpty)
  }

  /// Shares of what is published alone would pass for shares of the whole: without any, the author is told.
  @Test func barsWithoutSharesAreWarnedOf() throws {
    let block = "bars T\nform: percent\nby: region > section\nvalue: fds.amount"
    #expect(try build("```\(block)\n```").warnings.isEmpty)
    let warnings = try build("```\(block).change\n```").warnings
    #expect(warnings.map(\.code) == ["no-shares"] && warnings.allSatisfy { $0.place != nil })
  }

  /// Of groups, as of rows, the first are those of the largest values.
  @Test func theFirstGroupsAreTheLargest() throws {
    let block = "```bars T\nform: stacked\nvalue: fds.amount\nby: region > section\ntop: 3\n```"
    let table = try #require(try build(block).figures.first?.tables.first)
    #expect(table.rows.map(\.member.code) == ["11", "84", "93"])
  }

  /// Two measures of one name are told apart by what they are given for, and by their days.
  @Test func measuresOfOneNameAreToldApart() throws {
    let rates = "```strip T\nvalue: fds.amount / population, fds.amount / fds.aids\nby: region\n```\n\n"
    let days = "```dots T\nvalue: fds.amount at 2021-01-01, fds.amount\nby: region\n```"
    let said = text(try build(rates + days)).plainSpaces
    for name in ["versé par habitant", "versé par aide", "versé, 31 déc. 2020", "versé, 11 avril 2021"] {
      #expect(said.contains(name), "\(name): \(said)")
    }
  }

  /// A block too wide for what the one before it leaves would make a hole in the page.
  @Test func aRowHoldsTwelveColumns() throws {
    func dots(_ columns: Int) -> String { bars + "columns: \(columns)\n```\n\n" }
    let failure = #expect(throws: Failure.self) { try build(dots(9) + dots(5)) }
    #expect(failure?.diagnostics.map(\.code) == ["row-too-wide"])
    #expect(failure?.diagnostics.first?.place != nil)
    _ = try build(dots(7) + dots(5) + dots(9) + "Un texte.\n\n" + dots(5))
  }

  @Test func aFigureWithoutNumberIsNotCounted() throws {
    let edition = try build(bars + "numbered: no\n```\n\n" + bars + "```")
    #expect(
      edition.figures.map(\.label) == [nil, "Figure\u{A0}1"]
        || edition.figures.map(\.label) == [nil, "Figure 1"])
  }

  @Test(arguments: [
    ("```dots\ntitle: T\nvalue: report.amount.change\nby: region\nscale: log\n```", "no-logarithm"),
    ("```histogram\ntitle: T\nvalue: fds.amount\nby: region\nbins: many\n```", "bad-value"),
    ("```dumbbell\ntitle: T\nvalue: fds.amount\nby: region\n```", "bad-value"),
    ("```line\ntitle: T\nvalue: fds.amount\nevents: demain Fin\n```", "bad-value"),
    ("```line\ntitle: T\nvalue: fds.amount\nreference: environ\n```", "bad-value"),
    ("```line\ntitle: T\nvalue: fds.amount\naxis: 9, 3\n```", "bad-value"),
    ("```line\ntitle: T\nvalue: fds.amount\naxis: 9\n```", "bad-value"),
    ("```line\ntitle: T\nvalue: fds.amount\nbands: 9 3 Objectif\n```", "bad-value"),
    ("```dots\ntitle: T\nvalue: fds.amount\nby: region\nbands: 3 9\n```", "bad-value"),
    (
      "```bars\ntitle: T\nvalue: fds.amount\nby: region\nform: stacked\nbands: 3 9 Objectif\n```",
      "unknown-key"
    ),
    ("```line\ntitle: T\nvalue: fds.amount, pge.amount\nnames: A; B; C\n```", "wrong-names"),
    ("```line\ntitle: T\nvalue: fds.amount\nby: region\ntop: 2\nnames: A; B; C\n```", "wrong-names"),
    ("```line\ntitle: T\nvalue: fds.amount, pge.amount\nby: region\n```", "several-measures"),
    ("```dots\ntitle: T\nvalue: fds.amount, pge.amount\nby: region\nnames: A\n```", "wrong-names"),
    (
      "```slope\ntitle: T\nvalue: fds.amount at 2021-01-01, fds.amount\nby: region\nnames: A; B; C\n```",
      "wrong-names"
    ),
    ("```boxes\ntitle: T\nvalue: fds.amount\nby: region > departement\nnames: A\n```", "wrong-names"),
    ("```bars\ntitle: T\nvalue: fds.amount, fds.aids\nby: region\nnames: A\n```", "wrong-names"),
    ("```bullet\ntitle: T\nvalue: fds.amount, pge.amount\nby: region\nranges: 9, 3\n```", "bad-value"),
    ("```bars\ntitle: T\nvalue: ap.employees\nby: month > nace17\nform: grouped\n```", "too-many-bars"),
    ("```dots\ntitle: T\nvalue: fds.amount, fds.aids\nby: region\n```", "mixed-units"),
    ("```boxes\ntitle: T\nvalue: fds.amount\nby: region\nlabels: 3\n```", "unknown-key"),
  ])
  func aMistakeIsNamed(block: String, code: String) throws {
    let failure = #expect(throws: Failure.self) { try build(block) }
    #expect(failure?.diagnostics.map(\.code) == [code], "\(failure?.diagnostics ?? [])")
    #expect(failure?.diagnostics.first?.place != nil)
  }
}
