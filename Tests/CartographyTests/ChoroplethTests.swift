import Diagnostics
import Geometry
import Pages
import Quantities
import Statistics
import TestSupport
import Testing

@testable import Cartography

@Suite struct ChoroplethTests {
  private let breaks = [150.0, 200, 300, 400]

  private func gaps() throws -> Choropleth {
    try Choropleth(Sample.gaps, atlas: Country.atlas, breaks: breaks)
  }

  @Test func aBreakBelongsToTheClassAboveIt() {
    let classes = ValueClasses(breaks: [200, 250])
    #expect(classes.index(of: 199.999) == 0)
    #expect(classes.index(of: 200) == 1)
    #expect(classes.index(of: 250) == 2)
    #expect(classes.index(of: 1e9) == 2)
  }

  @Test func breaksAreSortedAndDistinct() {
    #expect(ValueClasses(breaks: [300, 100, 300, 200]).breaks == [100, 200, 300])
    #expect(ValueClasses(breaks: []).count == 1)
  }

  /// Every square of the main map is painted with the colour of the class of its value, secret and missing ones with
  /// their patterns, and with nothing else.
  @Test(arguments: [12, 5]) func eachFillIsTheClassOfItsValue(columns: Int) throws {
    let map = try gaps()
    let frame = try Sample.frame(map, columns: columns)
    let layout = ChoroplethLayout(size: frame.size, strip: 17)
    let plan = try #require(MapPlan(map.atlas, in: layout.map, insets: layout.insets))
    let palette = ClassPalette(classes: 5, colors: Sample.kit.theme.colors)
    let fills = frame.shapes().filter { $0.evenOdd }
    for (index, square) in Country.squares.enumerated() {
      let place = plan.main.place(Country.centre(square.0, square.1))
      let value = 100 + 10 * Double(index)
      let wanted: Paint =
        index == 0
        ? palette.secret
        : index == 1
          ? palette.unavailable
          : palette.paints[breaks.filter { value >= $0 }.count]
      #expect(fills.filter { $0.path.covers(place) }.map(\.fill) == [wanted])
    }
  }

  @Test func countsAddUpToTheTerritories() throws {
    let map = try gaps()
    #expect(map.classCounts.reduce(0, +) == Country.codes.count - 2)
    let texts = try Sample.frame(map, columns: 12).texts().map(\.text)
    #expect(texts.contains("moins de 150"))
    #expect(texts.contains("de 150 à moins de 200"))
    #expect(texts.contains("400 et plus"))
    for count in map.classCounts { #expect(texts.contains("\(count)")) }
  }

  @Test func signsAreListedEvenWhereNoneOccurs() throws {
    let map = try Choropleth(Sample.rates { .value(Double($0)) }, atlas: Country.atlas, breaks: [10, 20])
    let texts = try Sample.frame(map, columns: 12).texts().map(\.text)
    #expect(texts.filter { $0 == "–" }.count == 2)
  }

  @Test func oneSquareStandsForEachValue() throws {
    let map = try gaps()
    let squares = try Sample.frame(map, columns: 12).shapes()
      .filter { $0.stroke?.width == 0.2 }
      .map { $0.path.elements.filter { $0 == .close }.count }
    #expect(squares.reduce(0, +) == Country.codes.count - 2)
  }

  @Test func theLegendMarksTheMedian() throws {
    // 31 published values: 120, 130 … 420.
    let texts = try Sample.frame(try gaps(), columns: 12).texts()
    let median = try #require(texts.first { $0.text == "médiane 270" })
    #expect(median.origin.x > 300)
  }

  @Test func extremesAreNamedOffTheLand() throws {
    let map = try gaps()
    let frame = try Sample.frame(map, columns: 12)
    let land = frame.shapes().filter(\.evenOdd)
    let labels = frame.texts().filter { $0.text.hasPrefix("Département D7") }
    #expect(!labels.isEmpty)
    for text in frame.texts() where text.text.hasPrefix("Département") {
      let box = text.box
      for corner in [box.origin, Point(x: box.maxX, y: box.maxY), box.centre] {
        #expect(!land.contains { $0.path.covers(corner) }, "\(text.text) stands on the map")
      }
    }
  }

  @Test(arguments: [5, 6, 7, 9, 12], [UInt64(1), 2, 3, 4]) func textsNeverMeet(columns: Int, seed: UInt64)
    throws
  {
    var dice = Dice(seed: seed)
    let values = Country.codes.map { _ in Double.random(in: 0..<1, using: &dice) }
    // Skewed: a few values are far above the others.
    let table = Sample.rates { index in
      let x = values[index]
      return x < 0.05 ? .secret : .value(50 + 900 * x * x * x * x * Double(seed) * Double(seed))
    }
    let map = try Choropleth(table, atlas: Country.atlas, breaks: [60, 100, 250, 600])
    expectReadable(try Sample.frame(map, columns: columns))
  }

  @Test func aMapWithoutAnyValueStillHasItsLegend() throws {
    let map = try Choropleth(Sample.rates { _ in .secret }, atlas: Country.atlas, breaks: [10])
    for columns in [5, 12] { expectReadable(try Sample.frame(map, columns: columns)) }
    #expect(map.reading(language: .french) == nil)
    #expect(map.alternative(language: .french).contains("Aucune valeur publiée"))
  }

  /// No colour means anything where nothing is published: the legend has the sign of what is missing alone.
  @Test(arguments: [[], [10.0]], [5, 12]) func aMapWithoutAnyValueHasNoClass(
    breaks: [Double], columns: Int
  ) throws {
    let map = try Choropleth(Sample.rates { _ in .unavailable }, atlas: Country.atlas, breaks: breaks)
    let frame = try Sample.frame(map, columns: columns)
    let palette = ClassPalette(classes: breaks.count + 1, colors: Sample.kit.theme.colors)
    #expect(!frame.shapes().contains { shape in shape.fill.map(palette.paints.contains) == true })
    #expect(!frame.texts().contains { $0.text.contains("10") }, "\(frame.texts().map(\.text))")
    #expect(frame.texts().contains { $0.text.hasPrefix("nd") })
  }

  /// What the table does not hold is drawn as not available, and counted so.
  @Test func countsAddUpWhereTheTableIsNotWhole() throws {
    var table = Sample.gaps
    table.rows.removeSubrange(4..<7)
    let map = try Choropleth(table, atlas: Country.atlas, breaks: breaks)
    #expect(map.classCounts.reduce(0, +) + map.values.secretCount + map.values.unavailableCount == 33)
    #expect(map.alternative(language: .french).contains("1 sous secret statistique, 4 non disponibles"))
  }

  /// Classes are those of the whole: the ends of the strip are bounds that no value of a part reaches.
  @Test func aPartTellsItsLowestAndHighestValue() throws {
    let table = Sample.rates { .value(210 + Double($0)) }
    let map = try Choropleth(table, atlas: Country.atlas, breaks: breaks)
    let frame = try Sample.frame(map, columns: 5)
    #expect(frame.texts().contains { $0.text == "Sur la carte\u{A0}: de 210 à 242" })
    expectReadable(frame)
    let whole = try Choropleth(table, atlas: Country.atlas, breaks: [220, 230])
    #expect(try !Sample.frame(whole, columns: 5).texts().contains { $0.text.hasPrefix("Sur la carte") })
  }

  @Test func aTotalIsRefusedUnlessAllowed() throws {
    let failure = #expect(throws: Failure.self) {
      try Choropleth(Sample.regions, atlas: Country.atlas, breaks: [1])
    }
    #expect(failure?.diagnostics.map(\.code) == ["choropleth-of-total"])
    #expect(failure?.diagnostics.first?.hint?.contains("circles") == true)
    _ = try Choropleth(Sample.regions, atlas: Country.atlas, breaks: [1], allowTotals: true)
  }

  @Test func theAlternativeFollowsTheData() throws {
    let text = try gaps().alternative(language: .french)
    #expect(text.contains("Montant par habitant, 33 départements"))
    #expect(text.contains("Département I0, 420"))
    #expect(text.contains("Département A2, 120"))
    #expect(text.contains("Médiane"))
    #expect(text.contains("1 sous secret statistique, 1 non disponible"))
  }

  @Test func theReadingComparesWithTheMedian() throws {
    let table = Sample.rates { $0 == 5 ? .value(841) : .value(200) }
    let map = try Choropleth(table, atlas: Country.atlas, breaks: [300])
    let reading = try #require(map.reading(language: .french))
    #expect(reading.hasPrefix("le Département A5 a reçu 841"))
    #expect(reading.contains("plus de quatre fois la médiane des départements (200"))
  }

  @Test func whatTheAtlasDoesNotDrawIsToldApart() throws {
    var table = Sample.gaps
    table.rows[5].member = Member(level: "departement", code: "975", label: "Saint-Pierre-et-Miquelon")
    let map = try Choropleth(table, atlas: Country.atlas, breaks: breaks)
    #expect(map.classCounts.reduce(0, +) == Country.codes.count - 3)
    let note = try #require(map.unlocatedNote(language: .french))
    #expect(note.contains("Saint-Pierre-et-Miquelon") && note.contains("150"))
  }

  @Test func theSubtitleSaysUnitAndDate() throws {
    #expect(try gaps().subtitle(language: .french) == "Euros par habitant, au 11\u{A0}avril 2021")
    let circles = SymbolMap(Sample.regions, atlas: Country.atlas)
    #expect(circles.subtitle(language: .french) == "Millions d’euros, au 11\u{A0}avril 2021")
  }

  /// Where the shore keeps clear of the wide frame of a zoom, the land comes as near as the narrow frames allow.
  @Test func theLandStandsBesideTheNarrowFrames() throws {
    let atlas = Country.atlas
    let area = Rect(x: 0, y: 0, width: 194, height: 155)
    let plan = try #require(MapPlan(atlas, in: area, insets: MapPlan.Insets(largest: 22, zoomScale: 1.3)))
    for inset in plan.insets { #expect(!plan.main.box.intersects(inset.frame)) }
  }

  @Test func fullGolden() throws { try expectGolden(Sample.frame(gaps(), columns: 12), "choropleth-full") }
  @Test func compactGolden() throws {
    try expectGolden(Sample.frame(gaps(), columns: 5), "choropleth-compact")
  }
}

@Suite struct ShapeLabelTests {
  private func map(_ codes: Set<String>) throws -> Choropleth {
    var style = Choropleth.Style()
    style.labels = .all
    style.marked = ["A0"]
    return try Choropleth(
      Sample.rates { .value(100 + 10 * Double($0)) }, atlas: Country.atlas.extract(codes),
      breaks: [110, 200, 300], style: style)
  }

  /// A label lies wholly in its square, or off the land.
  @Test(arguments: [5, 8, 12]) func everyTerritoryIsNamed(columns: Int) throws {
    let codes: Set<String> = ["A0", "A1", "B0", "B1"]
    let map = try map(codes)
    let frame = try Sample.frame(map, columns: columns)
    expectReadable(frame)
    let texts = frame.texts()
    for code in codes { #expect(texts.contains { $0.text.contains(code) }, "\(code)") }
    let squares = frame.shapes().filter(\.evenOdd).compactMap(\.path.bounds)
    #expect(!squares.isEmpty)
  }

  @Test func darkGroundsHaveWhiteLabels() throws {
    let frame = try Sample.frame(try map(["A0", "A1", "B0", "B1"]), columns: 12)
    let palette = ClassPalette(classes: 4, colors: Sample.kit.theme.colors)
    for case .color(let color) in palette.paints {
      let best = max(color.contrast(with: .white), color.contrast(with: Sample.kit.theme.colors.ink))
      #expect(best >= 3)
    }
    expectReadable(frame)
  }

  @Test func theMarkedTerritoryIsOutlinedInRed() throws {
    let frame = try Sample.frame(try map(["A0", "A1", "B0", "B1"]), columns: 8)
    let accent = Sample.kit.theme.colors.accent
    let outlines = frame.shapes().filter { $0.fill == nil && $0.stroke?.color == accent }
    #expect(outlines.count == 1)
    let box = try #require(outlines.first?.path.bounds)
    #expect(abs(box.width.points - box.height.points) < 0.01)
  }

  /// Computed bounds are printed so that every value is in the class that the printed bounds give it.
  @Test func printedBoundsMoveNoValue() throws {
    let values = TerritoryValues(
      Sample.rates { .value(100 + Double($0) * 10.4) }, column: 0, level: nil, atlas: Country.atlas)
    let text = ValueText(values, language: .french)
    // No value lies between 224.8 and 235.2.
    #expect(text.bounds([230.01234]) == ["230"])
    // 224.8 is in the class above: 225 would put it below.
    #expect(text.bounds([224.79123]) == ["224"])
    // Chosen numbers keep what they have, and the others as many decimals.
    #expect(text.bounds([150.25, 300]) == ["150,25", "300,00"])
  }

  /// Where many bounds stand under a narrow strip, they take several lines: none is left out.
  @Test func noBoundOfANarrowLegendIsLost() throws {
    let breaks = (1...11).map { 100 + Double($0) * 25 }
    let map = try Choropleth(
      Sample.rates { .value(100 + Double($0) * 10) }, atlas: Country.atlas, breaks: breaks)
    let frame = try Sample.frame(map, columns: 3)
    expectReadable(frame)
    let texts = Set(frame.texts().map(\.text))
    for bound in breaks { #expect(texts.contains("\(Int(bound))"), "\(bound)") }
  }
  /// A zoom that would show less than the land beside it is left out.
  @Test(arguments: [80.0, 160, 235, 470]) func aZoomEnlarges(width: Double) throws {
    let small = Country.atlas.extract(Set(Country.ring + ["A3"]))
    for atlas in [Country.atlas, small] {
      let area = Rect(x: 0, y: 0, width: .pt(width), height: .pt(width * 0.8))
      let plan = try #require(MapPlan(atlas, in: area, insets: MapPlan.Insets()))
      for zoom in plan.insets where zoom.isZoom {
        #expect(zoom.lens.pointsPerMetre > plan.main.pointsPerMetre)
      }
    }
  }

  /// A narrow map has room for its two ends, and loses neither.
  @Test(arguments: [5, 6, 12]) func bothEndsAreNamed(columns: Int) throws {
    var style = Choropleth.Style()
    style.labels = .extremes
    let map = try Choropleth(
      Sample.rates { .value(100 + 10 * Double($0)) }, atlas: Country.atlas, breaks: [150, 200, 300, 400],
      style: style)
    let words = try Sample.frame(map, columns: columns).texts().map(\.text).joined(separator: " ")
    for code in ["A0", "I0"] { #expect(words.contains(code), "\(code) in \(words)") }
  }

  @Test(arguments: [Choropleth.Labels.extremes, .all]) func labelsStandBesideRings(labels: Choropleth.Labels)
    throws
  {
    var style = Choropleth.Style()
    style.labels = labels
    let table = Sample.sized(Sample.rates { .value(100 + 10 * Double($0)) }, by: "Population") {
      1000 + 100 * Double($0)
    }
    let map = try Choropleth(
      table, circles: 1, atlas: Country.atlas, breaks: [150, 200, 300, 400], style: style)
    let frame = try Sample.frame(map, columns: 12)
    let ink = Sample.kit.theme.colors.ink
    let rings = frame.shapes().filter { $0.fill == nil && $0.stroke == Stroke(ink, 0.9) }
      .compactMap { $0.path.bounds }
    let names = frame.texts().filter { $0.text.hasPrefix("Département") || Double($0.text) != nil }
    #expect(rings.count >= Country.codes.count && !names.isEmpty)
    for name in names where name.box.maxX < ChoroplethLayout(size: frame.size, strip: 0).legend.minX {
      #expect(!rings.contains { $0.intersects(name.box) }, "\(name.text)")
    }
  }

  /// Shades are read at both ends and where two colours meet.
  @Test(arguments: [6, 12]) func shadesHaveNumbers(columns: Int) throws {
    var style = Choropleth.Style()
    style.isContinuous = true
    style.around = Choropleth.Centre(233)
    style.labels = .none
    let map = try Choropleth(
      Sample.rates { .value(100 + 10 * Double($0)) }, atlas: Country.atlas, breaks: [], style: style)
    let texts = try Sample.frame(map, columns: columns).texts().map(\.text)
    for number in ["100", "420", "233"] { #expect(texts.contains(number), "\(number) in \(texts)") }
  }

  /// 14 € is not more than five times 3 €, whatever is rounded away.
  @Test func aRatioAgreesWithThePrintedNumbers() throws {
    let map = try Choropleth(
      Sample.rates { .value($0 == 0 ? 13.9 : 2.6) }, atlas: Country.atlas, breaks: [3])
    let reading = try #require(map.reading(language: .french))
    #expect(reading.contains("14\u{A0}€") && reading.contains("(3\u{A0}€)"), "\(reading)")
    #expect(reading.contains("plus de quatre fois"), "\(reading)")
  }

}
