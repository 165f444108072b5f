import Diagnostics
import Foundation
import Settings
import Statistics
import Testing

@testable import Reports

/// Blocks of maps on the published data, and what happens to what an author may get wrong.
@Suite struct MapKindTests {
  private func build(_ block: String) throws -> BuiltEdition {
    try Briefing.build("# Partie\n\n## Titre\n\n```\(block)\n```\n")
  }

  private func text(_ edition: BuiltEdition) -> String {
    edition.document.pages.flatMap { $0.frame.texts() }.map(\.text).joined(separator: " ")
  }

  private let rate = "map\ntitle: T\nvalue: fds.amount / population\nby: departement\n"

  @Test(arguments: [
    "classes: quantile 5", "classes: equal 4", "classes: jenks 6 rounded", "classes: stddev", "classes: q6",
    "classes: geometric 5", "classes: 200, 250, 330", "classes: continuous", "classes: q6\naround: 259",
    "classes: q6\nprint: patterns", "classes: q6\nscale: yes", "classes: q6\nform: tiles",
    "classes: q6\nlabel: all",
  ])
  func everyKeyOfAMapIsDrawn(keys: String) throws {
    let edition = try build(rate + keys)
    let figure = try #require(edition.figures.first)
    let words = edition.document.structure[figure.node].alternative ?? ""
    #expect(words.contains("Paris") && words.contains("Meuse"))
    #expect(text(edition).contains("Euros par habitant, au"))
  }

  @Test func theDistributionIsAnOption() throws {
    let square = "un carré = un département"
    #expect(text(try build(rate + "classes: q6")).contains(square))
    #expect(!text(try build(rate + "classes: q6\ndistribution: no")).contains(square))
  }

  /// The value where two colours meet is computed, and the page names it.
  @Test(arguments: [
    ("total", "317 (France)"), ("median", "259 (médiane)"),
    ("300 Objectif d'avril", "300 (Objectif d’avril)"),
    ("300", "de part et d’autre de 300"),
  ])
  func twoColoursMeetAtANamedValue(around: String, named: String) throws {
    let found = text(try build(rate + "classes: q6\naround: \(around)")).replacing("\u{A0}", with: " ")
    #expect(found.contains(named), "\(found)")
  }

  @Test func anInsetEnlargesWhatIsAskedFor() throws {
    let found = text(try build(rate + "classes: q6\ninset: region = 84"))
    #expect(found.contains("Auvergne-Rhône-Alpes") && !found.contains("Paris et petite couronne"))
    let failure = #expect(throws: Failure.self) { try build(rate + "classes: q6\ninset: region = 999") }
    #expect(failure?.diagnostics.map(\.code) == ["unknown-territory"])
  }

  @Test func theAlternativeCountsTheClasses() throws {
    let edition = try build(rate + "classes: 200, 250, 330, 480")
    let figure = try #require(edition.figures.first)
    let words = edition.document.structure[figure.node].alternative ?? ""
    #expect(words.contains("480 et plus") && words.contains("7"))
  }

  @Test func aPartOfTheCountryNamesItsDepartments() throws {
    let found = text(try build(rate + "classes: q6\nwithin: region of departement = 29"))
    for name in ["Finistère", "Morbihan", "Ille-et-Vilaine"] { #expect(found.contains(name), "\(name)") }
    #expect(!found.contains("Savoie"))
  }

  /// A part is drawn at the level of the map, whatever level names it.
  @Test func aPartOfTheCountryKeepsItsRegions() throws {
    let map = "title: T\nvalue: fds.amount / population\nby: region\nclasses: q6\n"
    let edition = try build("map\n" + map + "label: all\nwithin: region = 53, 52")
    let figure = try #require(edition.figures.first)
    let alternative = try #require(edition.document.structure[figure.node].alternative)
    #expect(
      alternative.contains("la Bretagne") && alternative.contains("les Pays de la Loire"), "\(alternative)")
    #expect(alternative.contains("2 régions") && !alternative.contains("non disponible"))
  }

  @Test func aLocatorNamesItsTerritory() throws {
    #expect(text(try build("locator\nshow: departement = 29")).contains("Finistère"))
    #expect(text(try build("locator\nshow: region of departement = 29")).contains("Bretagne"))
  }

  @Test func aCartogramSaysWhatItsCirclesStandFor() throws {
    let found = text(
      try build(
        "cartogram\ntitle: T\nvalue: fds.amount / population\nby: departement\nsize: population\nclasses: q6")
    )
    #expect(found.contains("Surface du cercle"))
  }

  @Test func aTotalColouredAllTheSameIsSaidOnThePage() throws {
    let total = "map\ntitle: T\nvalue: fds.amount\nby: departement\nclasses: q6\n"
    let failure = #expect(throws: Failure.self) { try build(total) }
    #expect(failure?.diagnostics.map(\.code) == ["choropleth-of-total"])
    #expect(text(try build(total + "totals: yes")).contains("colore un total"))
  }

  @Test func aRateAsCirclesIsSaidOnThePage() throws {
    let circles = "circles\ntitle: T\nvalue: fds.amount / population\nby: departement\n"
    let failure = #expect(throws: Failure.self) { try build(circles) }
    #expect(failure?.diagnostics.map(\.code) == ["circles-of-rate"])
    #expect(failure?.diagnostics.first?.place != nil)
    #expect(text(try build(circles + "rates: yes")).contains("ne s’additionnent pas"))
  }

  /// Circles show all members, so that they and the total agree.
  @Test func circlesHaveNoTop() {
    let failure = #expect(throws: Failure.self) {
      try build("circles\ntitle: T\nvalue: fds.amount\nby: departement\ntop: 10")
    }
    #expect(failure?.diagnostics.map(\.code) == ["unknown-key"])
  }

  /// An overseas collectivity with a figure and no outline is told under the map, and in the attached cells.
  @Test func whatHasNoOutlineIsTold() throws {
    let edition = try build("circles\ntitle: T\nvalue: pge.amount\nby: departement")
    let told = "hors carte : 9,5 M€ Saint-Pierre-et-Miquelon"
    #expect(edition.document.pages[0].frame.plainText.contains(told))
    let table = try #require(edition.figures.first?.tables.first)
    #expect(table.rows.contains { $0.member.code == "975" })
    let members = table.rows.filter { $0.role != .total }.compactMap { $0.values[0].value?.value }
    let total = try #require(table.rows.last { $0.role == .total }?.values[0].value?.value)
    #expect(abs(members.reduce(0, +) - total) < 1)
    #expect(!text(try build(rate + "classes: q6")).contains("Saint-Pierre"))
  }

  @Test func circlesMayFollowThePerceptionOfAreas() throws {
    let circles = "circles\ntitle: T\nvalue: fds.amount\nby: region\n"
    #expect(text(try build(circles + "scale: flannery")).contains("Flannery"))
    #expect(!text(try build(circles + "scale: area")).contains("Flannery"))
  }

  @Test func aChoroplethMayHaveCirclesOfAnAmount() throws {
    let edition = try build(rate + "classes: q6\ncircles: fds.amount")
    let figure = try #require(edition.figures.first)
    let words = edition.document.structure[figure.node].alternative ?? ""
    #expect(words.contains("Cercles") && words.contains("Montant versé"))
    #expect(text(edition).contains("Surface du cercle") && figure.tables.first?.columns.count == 2)
    for (keys, code) in [
      ("circles: fds.amount / fds.aids", "circles-of-rate"),
      ("form: tiles\ncircles: fds.amount", "bad-value"),
    ] {
      let failure = #expect(throws: Failure.self) { try build(rate + "classes: q6\n" + keys) }
      #expect(failure?.diagnostics.map(\.code) == [code])
    }
  }

  /// Rows of a map are territories, and what it draws by area adds up.
  @Test(arguments: [
    ("map\ntitle: T\nvalue: fds.amount / fds.aids\nby: section\nclasses: q6", "bad-value"),
    ("circles\ntitle: T\nvalue: fds.amount\nby: section", "bad-value"),
    (
      "cartogram\ntitle: T\nvalue: fds.amount / population\nby: region\nclasses: q6\nsize: fds.amount / population",
      "circles-of-rate"
    ),
    ("map\ntitle: T\nvalue: share(fds.amount)\nby: region\nclasses: q6", "choropleth-of-total"),
  ])
  func whatAMapCannotShowIsRefused(block: String, code: String) {
    let failure = #expect(throws: Failure.self) { try build(block) }
    #expect(failure?.diagnostics.map(\.code) == [code], "\(failure?.diagnostics ?? [])")
  }

  @Test func aShareOfTheWholeIsSaidToBeATotal() throws {
    let share = "map\ntitle: T\nvalue: share(fds.amount)\nby: region\nclasses: q6\ntotals: yes"
    #expect(text(try build(share)).contains("colore un total"))
    let part = "map\ntitle: T\nvalue: share(fds.amount) where section = I\nby: region\nclasses: q6"
    #expect(!text(try build(part)).contains("colore un total"))
  }

  @Test func aMapWithoutValuesIsTold() throws {
    let edition = try build(
      "map\ntitle: T\nvalue: fds.amount / population where section = T\nby: departement\nclasses: jenks 5")
    #expect(edition.warnings.map(\.code) == ["nothing-to-map"])
    #expect(edition.warnings.first?.place != nil)
  }

  /// However little height is asked for, land and list stay whole.
  @Test(arguments: [
    "columns: 6\nlabel: all", "height: 4\nlabel: all\nscale: yes", "columns: 6\nlabel: extremes",
  ])
  func noNameIsLostAndTheLandStays(keys: String) throws {
    let edition = try build(rate + "classes: q6\n" + keys)
    let found = text(edition).replacing("\u{A0}", with: " ")
    let names = keys.contains("all") ? ["Creuse", "Manche", "Meuse", "Paris"] : ["Paris", "Meuse"]
    for name in names { #expect(found.contains(name), "\(name) in \(found)") }
    #expect(!found.contains("…"))
  }

  @Test func aMapOfCategoriesCountsThem() throws {
    let edition = try build("categories\ntitle: T\nvalue: pge.amount\nby: departement > section")
    let figure = try #require(edition.figures.first)
    let words = edition.document.structure[figure.node].alternative ?? ""
    #expect(words.contains("Commerce, réparation") && words.contains("67\u{202F};"), "\(words)")
    // Paris has another leader, which is among "Autres" where it leads.
    #expect(!text(edition).contains("Information et communication"))
    #expect(text(edition).contains("en tête"))
    let failure = #expect(throws: Failure.self) {
      try build("categories\ntitle: T\nvalue: pge.amount\nby: departement")
    }
    #expect(failure?.diagnostics.map(\.code) == ["not-categories"])
  }

  /// A figure of several cubes, wherever it names them, says whom it counts and who published it for each of them.
  @Test(arguments: [
    "map\ntitle: T\nvalue: fds.amount / population\nby: region\nclasses: q6\ncircles: pge.amount",
    "cartogram\ntitle: T\nvalue: fds.amount / population\nby: region\nclasses: q6\nsize: pge.amount",
    "bars\ntitle: T\nform: grouped\nvalue: fds.amount / population, pge.amount / population\nby: region",
  ])
  func everyCubeHasItsScopeAndSource(block: String) throws {
    let found = text(try build(block)).replacing("\u{A0}", with: " ")
    for words in [
      "ensemble des volets (Fonds de solidarité)", "prêts accordés (Prêts garantis", "DG Trésor", "Insee",
    ] {
      #expect(found.contains(words), "\(words) in \(found)")
    }
  }

  @Test func aPartOfTheCountryIsSaidInTheScope() throws {
    let found = text(try build(rate + "classes: q6\nwithin: region = 53"))
    #expect(found.replacing("\u{A0}", with: " ").contains("carte : Bretagne"))
  }

  /// A part is read on the scale of the whole, and beside the median of the whole.
  @Test(arguments: ["200, 250, 330, 480", "continuous"])
  func aPartIsReadOnTheScaleOfTheWhole(classes: String) throws {
    let found = text(try build(rate + "classes: \(classes)\nwithin: region = 53\ncolumns: 6"))
      .replacing("\u{A0}", with: " ")
    #expect(found.contains("médiane de l’ensemble des départements est de 259 €"), "\(found)")
    #expect(found.contains("Sur la carte : de 244 à 286"))
    let ends = classes == "continuous" ? ["163", "1\u{202F}068"] : ["163", "250"]
    for end in ends { #expect(found.contains(end), "\(end) in \(found)") }
  }

  @Test func smallRatesKeepTwoDigits() throws {
    let edition = try build("map\ntitle: T\nvalue: fds.firms / population\nby: departement\nclasses: q6")
    let figure = try #require(edition.figures.first)
    #expect(edition.document.structure[figure.node].alternative?.contains("0,068") == true)
  }

  /// The median of the page is that of all regions, not of those that `top` keeps.
  @Test func aReferenceIsOfAllMembers() throws {
    let dots = "dots\ntitle: T\nvalue: fds.amount / population\nby: region\nreference: median"
    for block in [dots, dots + "\ntop: 9"] {
      let edition = try build(block)
      let figure = try #require(edition.figures.first)
      #expect(text(edition).contains("médiane 269"))
      #expect(edition.document.structure[figure.node].alternative?.contains("269") == true)
    }
  }

  @Test func whatIsHighlightedMustBeShown() throws {
    let slope = "slope\ntitle: T\nvalue: fds.amount at 2020-12-31, fds.amount\nby: region\ntop: 3\n"
    let edition = try build(slope + "highlight: 11; 53")
    #expect(edition.warnings.map(\.code) == ["unknown-highlight"])
    #expect(edition.warnings.first?.message.contains("53") == true)
    #expect(try build(slope + "highlight: 11").warnings.isEmpty)
    let line = "line\ntitle: T\nvalue: fds.amount\nby: region\n"
    #expect(try build(line + "highlight: Bretgne").warnings.map(\.code) == ["unknown-highlight"])
    #expect(try build(line + "highlight: Bretagne").warnings.isEmpty)
  }

  @Test func aWaterfallIsOfAChange() throws {
    let failure = #expect(throws: Failure.self) {
      try build("waterfall\ntitle: T\nvalue: fds.amount\nby: section")
    }
    #expect(failure?.diagnostics.map(\.code) == ["not-a-change"])
    let difference = "waterfall\ntitle: T\nvalue: fds.amount - fds.amount.previous\nby: section"
    #expect(throws: Never.self) { try build(difference) }
  }

  @Test func flowsOfMonthsAreSaidByMonth() throws {
    let found = text(try build("line\ntitle: T\nvalue: ap.employees\nby: month"))
    #expect(found.contains("en novembre") && !found.contains("1er novembre"))
  }

  @Test func valuesOutsideTheBinsAreTold() throws {
    let found = text(
      try build("histogram\ntitle: T\nvalue: fds.amount / population\nby: departement\nbins: 200, 300")
    )
    .replacing("\u{A0}", with: " ")
    #expect(found.contains("42 des 101") && found.contains("59 valeurs sont hors"), "\(found)")
  }

  /// An author hears of names without room, at the block that asked for them; the run does not fail for it.
  @Test func namesWithoutRoomAreTold() throws {
    let edition = try build(
      "scatter\ntitle: T\nvalue: fds.amount / population, fds.amount / fds.aids\nby: departement\n"
        + "label: 01, 02, 03, 08, 10, 18, 21, 25, 28, 36, 39, 41, 45, 51, 52, 54, 55, 57, 58, 70, 71, 88, 89, 90\n"
        + "columns: 4\nheight: 6")
    #expect(edition.warnings.map(\.code) == ["unplaced-names"])
    #expect(edition.warnings.map(\.severity) == [.note])
    #expect(edition.warnings.first?.place != nil)
    #expect(text(edition).contains("Sans place dans le graphique"))
  }

  @Test(arguments: [
    ("classes: jenks many", "bad-value"), ("classes: quantil 5", "bad-value"), ("classes: q6 4", "bad-value"),
    ("classes: 200; 300", "bad-value"), ("classes: q6\nwithin: region 53", "bad-value"),
    ("classes: q6\nwithin: region = 99", "unknown-territory"),
    ("classes: q6\nwithin: commune = 29", "unknown-choice"), ("classes: q6\nprint: grey", "unknown-choice"),
    ("classes: q6\nform: hexagons", "unknown-choice"),
    ("classes: q6\ntop: 10", "unknown-key"), ("classes: q6\naround: mean", "bad-value"),
    ("classes: q6\naround: total\ntotal: no", "no-centre"), ("classes: jenks 20", "bad-value"),
    ("classes: q6\nform: tiles\ninset: region = 84", "bad-value"),
    ("classes: q6\nform: tiles\nscale: yes", "bad-value"),
    ("classes: q6\nform: tiles\nlabel: all", "bad-value"),
    ("classes: q6\nprint: patterns\naround: total", "bad-value"),
    ("classes: q6\nmark: region = 53", "bad-value"), ("classes: q6\ninset: departement = 974", "bad-value"),
    ("classes: q6\nwithin: region = 84\ninset: region = 84", "bad-value"),
  ])
  func aMistakeIsNamedAtItsPlace(keys: String, code: String) {
    let failure = #expect(throws: Failure.self) { try build(rate + keys) }
    #expect(failure?.diagnostics.map(\.code) == [code], "\(failure?.diagnostics ?? [])")
    #expect(failure?.diagnostics.first?.place != nil)
  }
}
