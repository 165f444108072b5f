import Figures
import Geometry
import Language
import Pages
import Quantities
import Statistics
import Testing

@testable import Charts

@Suite struct StripTests {
  private func strip(_ values: [Double?], own: String? = "02") -> Strip {
    Strip(Sample.table(values.map { [$0] }, [Sample.column("Montant", Sample.perHead, .rate)]), own: own)
  }

  @Test func oneTickAMemberTheMedianAndTheOwn() throws {
    let frame = try Sample.frame(strip([100, 300, 200, 400, 500]))
    let ticks = frame.shapes().compactMap(\.stroke)
    #expect(ticks.filter { $0.color == Sample.kit.theme.colors.bar }.count == 5)
    #expect(ticks.filter { $0.color == Sample.kit.theme.colors.ink }.count == 1)
    #expect(ticks.filter { $0.color == Sample.kit.theme.colors.accent }.map(\.width) == [2])
  }

  @Test func endsValueAndRankAreText() throws {
    let texts = try Sample.texts(strip([100, 300, 200, 400, 500]))
    for text in ["100", "500", "300\u{A0}€"] { #expect(texts.contains(text), "\(text) in \(texts)") }
    #expect(texts.joined().contains("3e"))
  }

  @Test func equalValuesShareARank() throws {
    #expect(try Sample.texts(strip([500, 300, 300, 100])).joined().contains("2e"))
  }

  @Test func aWithheldValueIsNotDrawnAndNotRanked() throws {
    let frame = try Sample.frame(strip([100, nil, 200]))
    let colors = Sample.kit.theme.colors
    #expect(!frame.shapes().contains { $0.stroke?.color == colors.accent })
    #expect(frame.texts().contains { $0.text == "s" })
    #expect(strip([100, nil, 200]).alternative(language: .french).contains("de 100"))
  }
}

@Suite struct OffScaleTests {
  private let colors = Sample.kit.theme.colors

  private func arrows(_ values: [Double?], trimmed: Bool) throws -> Int {
    let table = Sample.table(values.map { [$0] }, [Sample.column("Montant", Sample.perHead, .rate)])
    let frame = try Sample.frame(Strip(table, own: "01", trimmed: trimmed))
    return frame.shapes().filter { $0.stroke == nil && $0.fill == .color(colors.bar) }.count
  }

  @Test func whatLiesBeyondTheFencesIsAnArrow() throws {
    #expect(try arrows([3, 4, 5, 6, 7, 90], trimmed: true) == 1)
    #expect(try arrows([3, 4, 5, 6, 7, 90], trimmed: false) == 0)
    #expect(try arrows([3, 4, 5, 6, 7, 9], trimmed: true) == 0)
  }

  @Test func theEndsAndTheArrowAreTold() throws {
    let table = Sample.table(
      [3, 4, 5, 6, 7, 90].map { [$0] }, [Sample.column("Montant", Sample.perHead, .rate)])
    let strip = Strip(table, trimmed: true)
    #expect(try Sample.texts(strip).contains { $0.hasPrefix("90") })
    #expect(strip.subtitle(language: .french)?.contains("flèche") == true)
  }
}

@Suite struct ColumnTests {
  private func chart(_ count: Int) -> ColumnChart {
    ColumnChart(Sample.table((1...count).map { [Double($0)] }, [Sample.column()]))
  }

  /// Where the columns are: one under each name.
  private func bars(_ chart: ColumnChart) throws -> [Rect] {
    try Sample.frame(chart).shapes().filter { $0.stroke == nil }.compactMap { $0.path.bounds }
  }

  @Test func columnsStandOnOneZeroLine() throws {
    let bars = try bars(chart(4))
    #expect(Set(bars.map { $0.maxY.points.rounded() }).count == 1)
    #expect(((bars[3].height.points / bars[0].height.points) - 4).magnitude < 0.01)
  }

  @Test func monthsTellTheirYearWhereItBegins() throws {
    var table = Sample.table([[1], [2], [3]], [Sample.column()])
    let months = [("2020-11", "novembre"), ("2020-12", "décembre"), ("2021-01", "janvier")]
    for (row, (code, name)) in months.enumerated() {
      table.rows[row].member = Member(
        level: "month", code: code, label: "\(name) \(code.prefix(4))", shortLabel: name)
    }
    let texts = try Sample.texts(ColumnChart(table)).map { $0.replacing("\u{A0}", with: " ") }
    #expect(texts.contains("novembre 2020") && texts.contains("décembre") && texts.contains("janvier 2021"))
  }

  @Test func columnsWithoutRoomForTheirNamesLieDown() throws {
    let bars = try bars(chart(30))
    #expect(Set(bars.map { $0.minX.points.rounded() }).count == 1)
    #expect(try Sample.texts(chart(30)).filter { $0.hasPrefix("Département") }.count == 30)
  }
}

@Suite struct SmallMultiplesTests {
  private let groups = Sample.groups([[420, 310, 120], [265, nil], [190]])

  @Test func barsHaveTheSameScaleAndRows() throws {
    let frame = try Sample.frame(BarMultiples(groups))
    let bars = frame.shapes().filter { $0.fill == .color(Sample.kit.theme.colors.bar) }.compactMap {
      $0.path.bounds
    }
    let widths = bars.map(\.width.points).sorted(by: >)
    #expect(widths.count == 5)
    #expect((widths[0] / widths[1] - 420.0 / 310).magnitude < 0.01)
    #expect(frame.texts().contains { $0.text == "s" })
  }

  @Test func histogramsHaveTheSameBins() throws {
    let frame = try Sample.frame(HistogramMultiples(groups, rule: .edges([0, 200, 500])))
    let bars = frame.shapes().filter { $0.fill == .color(Sample.kit.theme.colors.bar) }.compactMap {
      $0.path.bounds
    }
    // One and two departments, one, and one: the tallest holds two.
    #expect(bars.count == 4)
    let heights = bars.map(\.height.points)
    #expect(((heights.max() ?? 0) / (heights.min() ?? 1) - 2).magnitude < 0.01)
  }

  @Test func aGroupOfOneStandsForItsMember() {
    let alone = Sample.groups([[420, 310], []])
    #expect(BarMultiples(alone).alternative(language: .french).hasPrefix("2 petits graphiques"))
  }
}

@Suite struct HistogramEdgeTests {
  /// Printed edges of equal bins are as far from one another as they can be told, and a small median is not nought.
  @Test func equalBinsLookEqual() throws {
    let values = [-42.3e6, -0.2673e6, -0.2673e6, 15.3e6]
    let table = Sample.table(values.map { [$0] }, [Sample.column()])
    let texts = try Sample.texts(Histogram(table, rule: .count(7)))
    let edges = texts.compactMap { Double($0.replacing("−", with: "-").replacing(",", with: ".")) }
      .filter { $0 != $0.rounded() || $0 < 0 }.sorted()
    let steps = zip(edges.dropFirst(), edges).map { $0 - $1 }
    #expect(steps.count > 4 && (steps.max() ?? 0) / (steps.min() ?? 1) < 1.05, "\(texts)")
    #expect(texts.contains("médiane −0,27"), "\(texts)")
  }
}

@Suite struct HistogramNameTests {
  /// Thirty values in one bin, then twelve apart, each with a long name.
  @Test func namesWithoutPlaceAreListed() throws {
    let values = [Double](repeating: 5, count: 30) + stride(from: 100.0, through: 650, by: 50)
    let table = Sample.table(values.map { [$0] }, [Sample.column("Montant", Sample.perHead, .rate)])
    let text = try Sample.texts(Histogram(table, binWidth: 10), width: 160).joined(separator: " ")
    #expect(text.contains("Sans place"))
    for code in 31...42 { #expect(text.contains("Département \(code)"), "\(code) is lost") }
  }
}

@Suite struct DumbbellTests {
  private let table = Sample.table(
    [[0.46, 0.33], [0.11, 0.13], [nil, 0.08]],
    [Sample.column("Finistère", .share, .rate), Sample.column("France", .share, .rate)])

  @Test func theGapIsInPoints() throws {
    let texts = try Sample.texts(Dumbbell(table))
    #expect(texts.contains("46,0") && texts.contains("33,0") && texts.contains("+13,0"))
    #expect(texts.contains("−2,0"))
    #expect(texts.contains("écart, pts"))
  }

  @Test func theTwoDotsAreNamedOnceInThePlot() throws {
    let texts = try Sample.texts(Dumbbell(table))
    #expect(texts.filter { $0 == "France" }.count == 2)
    #expect(texts.filter { $0 == "Finistère" }.count == 2)
  }

  @Test func aWithheldEndHasNoDot() throws {
    let colors = Sample.kit.theme.colors
    let shapes = try Sample.frame(Dumbbell(table)).shapes()
    #expect(shapes.filter { $0.fill == .color(colors.accent) }.count == 2)
    #expect(shapes.filter { $0.stroke?.color == colors.ink && $0.fill == .color(.white) }.count == 3)
  }

  @Test func theReadingIsTrue() {
    let reading = Dumbbell(table).reading(language: .french) ?? ""
    #expect(reading.contains("46,0\u{202F}%") && reading.contains("33,0\u{202F}%"))
    #expect(reading.contains("+13,0\u{A0}points"))
  }
}

@Suite struct ShareBarTests {
  private func bar(_ values: [Double?], total: Double?) -> ShareBar {
    ShareBar(Sample.table(values.map { [$0] }, [Sample.column()], total: total.map { [$0] }))
  }

  @Test func classesTakeThePaletteFromEndToEnd() throws {
    let palette = Sample.kit.theme.colors.sequential
    let shapes = try Sample.frame(bar([10, 20, 30], total: 60)).shapes()
    let fills = shapes.compactMap(\.fill)
    #expect(fills.first == .color(palette[0]))
    #expect(fills.contains(.color(palette[palette.count - 1])))
  }

  @Test func widthsAreShares() throws {
    let rects = try Sample.frame(bar([10, 30], total: 40), width: 400).shapes().filter { $0.fill != nil }
    #expect(rects.compactMap { $0.path.bounds?.width.points.rounded() }.prefix(2) == [100, 300])
  }

  @Test func whatIsNotKnownIsSaid() {
    #expect(bar([30, 20], total: 100).subtitle(language: .french)?.contains("50\u{202F}%") == true)
    #expect(bar([30, 20], total: 50).subtitle(language: .french)?.contains("du total") == false)
  }

  @Test func aSmallShareIsNotNought() throws {
    #expect(try Sample.texts(bar([3, 997], total: 1000)).contains { $0.hasSuffix("0,3") })
  }

  @Test func namesThatWouldStrayStandInALegend() throws {
    let texts = try Sample.texts(bar([1, 1, 1, 1, 1000], total: 1004), width: 200)
    #expect(texts.contains { $0.hasPrefix("Département 01") })
  }
}

@Suite struct WaterfallTests {
  private func waterfall(_ values: [Double?], total: Double?, most: Int = 10) -> Waterfall {
    Waterfall(
      Sample.table(
        values.map { [$0] }, [Sample.column("Variation", .euro, .flow, isChange: true)],
        total: total.map { [$0] }), most: most)
  }

  @Test func eachBarStartsWhereTheLastEnds() {
    let steps = waterfall([50, -20, 30], total: 60).steps(.french)
    #expect(steps.map(\.start) == [0, 50, 80, 0])
    #expect(steps.map { $0.value.value?.value } == [50, 30, -20, 60])
    #expect(steps.last?.isSum == true)
  }

  @Test func whatTheMembersLeaveIsABarOfItsOwn() {
    let steps = waterfall([50, nil], total: 60).steps(.french)
    #expect(steps.contains { $0.name == "Non réparti" && $0.value.value?.value == 10 })
    #expect(steps.contains { $0.value == .secret })
    #expect(steps.last?.value.value?.value == 60)
  }

  @Test func theSmallestAreAddedUp() {
    let steps = waterfall([50, 5, 1, 1], total: 57, most: 2).steps(.french)
    #expect(steps.map { $0.value.value?.value } == [50, 5, 2, 57])
  }
}

@Suite struct BoxPlotTests {
  private func box(_ values: [Double]) -> BoxPlot.Group {
    BoxPlot(Sample.table(values.map { [$0] }, [Sample.column()])).groups[0]
  }

  /// python3 -c "import numpy; print(numpy.quantile(VALUES, [.25, .5, .75]))"
  @Test func quartilesAndWhiskers() {
    let group = box([1, 2, 3, 4, 5, 6, 7, 8, 9, 100])
    #expect(group.quantiles(0.25) == 3.25 && group.quantiles.median == 5.5 && group.quantiles(0.75) == 7.75)
    #expect(group.whiskers?.low == 1 && group.whiskers?.high == 9)
    #expect(group.outliers.map(\.value) == [100])
  }

  @Test func fewValuesAreDots() throws {
    #expect(!box([1, 2, 3]).isBox)
    #expect(box([1, 2, 3]).outliers.count == 3)
  }

  @Test func groupsAreOrderedByTheirMedian() {
    var rows: [Tabulation.Row] = []
    for (name, values) in [("Basse", [1.0, 2, 3]), ("Haute", [10.0, 20, 30])] {
      rows.append(
        Tabulation.Row(
          member: Member(level: "region", code: name, label: name), role: .group, values: [.secret]))
      rows += values.map {
        Tabulation.Row(
          member: Member(level: "departement", code: "\($0)", label: "\($0)"), depth: 1,
          values: [.value(Quantity($0, .euro))])
      }
    }
    let table = Tabulation(columns: [Sample.column()], rows: rows, snapshot: Sample.snapshot)
    #expect(BoxPlot(table).groups.map(\.label) == ["Haute", "Basse"])
  }
}

@Suite struct SlopeTests {
  private let table = Sample.table(
    [[10, 30], [20, 25], [nil, 5]], [Sample.column("Avant"), Sample.column("Après")])

  @Test func ranksCountFromTheLargest() {
    let bump = Slope(table, form: .bump)
    #expect(bump.rows.prefix(2).map { bump.rank($0, 0) } == [2, 1])
    #expect(bump.rows.map { bump.rank($0, 1) } == [1, 2, 3])
    #expect(bump.rank(bump.rows[2], 0).isNaN)
  }

  @Test func bothEndsAreNamedWithTheirValues() throws {
    let texts = try Sample.texts(Slope(table), width: 350)
    #expect(texts.contains("Département 01 10") && texts.contains("30 Département 01"))
    #expect(!texts.contains { $0.contains("Département 03 ") && !$0.hasPrefix("5") })
  }

  @Test func theLargestMoveIsTold() {
    #expect(
      Slope(table).alternative(language: .french).contains("Le plus grand mouvement\u{A0}: Département 01"))
  }
}

@Suite struct LineTests {
  private func chart(_ values: [Double?], form: LineChart.Form = .line) -> LineChart {
    LineChart([LineChart.Line("A", Sample.series(values))], form: form)
  }

  @Test func aWithheldValueLeavesAGap() throws {
    let strokes = { (chart: LineChart) in
      try Sample.frame(chart).shapes().filter { $0.stroke?.color == Sample.kit.theme.colors.blue }.count
    }
    #expect(try strokes(chart([1, 2, 3, 4, 5])) == 1)
    #expect(try strokes(chart([1, 2, nil, 4, 5])) == 2)
  }

  @Test func stackedAreasAddUpBetweenTheirDates() {
    let early = Sample.series([0, 10, 20])
    var late = Sample.series([100, 100])
    late.points = [3, 10].map { back in
      Series.Point(
        date: CalendarDate(dayNumber: 18_728 - back), value: .value(Quantity(100, .euro)))
    }.reversed()
    let chart = LineChart([LineChart.Line("A", early), LineChart.Line("B", late)], form: .area)
    let axis = chart.plot(Sample.kit).y
    // At three days before the end the first has reached 10 + 10 × 4/7, and the second lies on it.
    #expect(axis.grid.last.map { $0 >= 115 && $0 < 200 } == true)
    #expect(chart.tables.first?.rows.count == 5)
  }

  @Test func moreThanFiveLinesAreNamedTogether() throws {
    let lines = (0..<8).map { LineChart.Line("Ligne \($0)", Sample.series([1, Double($0)])) }
    let texts = try Sample.texts(LineChart(lines))
    #expect(texts.contains("3 autres"))
    #expect(texts.contains { $0.hasPrefix("Ligne 0") })
    #expect(!texts.contains { $0.hasPrefix("Ligne 6") })
  }

  @Test func theAxisShowsWhatItIsToldTo() {
    let line = LineChart.Line("A", Sample.series([250, 260]))
    #expect(LineChart([line], span: 0...1200).plot(Sample.kit).y.grid.last.map { $0 >= 1200 } == true)
    #expect(LineChart([line], span: 0...100).plot(Sample.kit).y.grid.last.map { $0 >= 260 } == true)
  }

  @Test func barsAndAreasStandOnZero() {
    let rates = Sample.series([250, 260], unit: Sample.perHead, kind: .rate)
    let line = LineChart([LineChart.Line("", rates)])
    let area = LineChart([LineChart.Line("", rates)], form: .area)
    #expect(line.plot(Sample.kit).y.grid.first.map { $0 > 0 } == true)
    #expect(area.plot(Sample.kit).y.grid.first == 0)
  }
}

@Suite struct HistogramRuleTests {
  private func histogram(_ rule: BinRule) -> Histogram {
    let values: [Double] = [1, 2, 3, 4, 5, 6, 7, 8, 9, 40]
    return Histogram(
      Sample.table(values.map { [$0] }, [Sample.column("Montant", Sample.perHead, .rate)]), rule: rule)
  }

  @Test func unequalBinsAreDrawnByDensity() {
    let bins = histogram(.edges([0, 5, 10, 50]))
    #expect(bins.bins.map(\.members.count) == [4, 5, 1])
    #expect(bins.bins.map(bins.height) == [4, 5, 0.125])
    #expect(bins.subtitle(language: .french)?.contains("la surface est le nombre") == true)
  }

  @Test func valuesOutsideGivenEdgesAreTold() {
    #expect(histogram(.edges([0, 5, 10])).alternative(language: .french).contains("1 valeur est hors"))
  }

  @Test func theClosureIsStated() {
    #expect(histogram(.sturges).subtitle(language: .french)?.contains("borne inférieure comprise") == true)
    #expect(histogram(.count(3)).reading(language: .french)?.contains("à moins de") == true)
  }
}

@Suite struct BarRowsTests {
  @Test func aShareOfAHundredHoldsEveryPart() throws {
    let columns = (0..<7).map { Sample.column("Part \($0)") }
    let table = Sample.table([[1, 1, 1, 1, 1, 1, 4]], columns)
    let colors = Sample.kit.theme.colors
    let bars = try Sample.frame(BarRows(table, form: .percent)).shapes()
    let rest = bars.filter { $0.fill == .color(colors.other) && $0.stroke == nil }.compactMap {
      $0.path.bounds?.width
    }
    let first = bars.filter { $0.fill == .color(colors.categorical[0]) && $0.stroke == nil }.compactMap {
      $0.path.bounds?.width
    }
    #expect((rest.first.map { $0.points } ?? 0) / (first.first.map { $0.points } ?? 1) > 4.99)
    #expect(try Sample.texts(BarRows(table, form: .percent)).contains("Autres"))
  }

  @Test func aSumOfWithheldPartsIsNotPrinted() throws {
    let table = Sample.table([[5e6, nil], [5e6, 3e6]], [Sample.column("A"), Sample.column("B")])
    let texts = try Sample.texts(BarRows(table, form: .stacked))
    #expect(texts.contains("s") && texts.contains("8,0"))
    #expect(!texts.contains("5,0"))
  }

  /// What is published of the whole is printed, and what its published parts leave of it has a shade of its own.
  @Test func aStackEndsAtItsPublishedWhole() throws {
    let table = Sample.table([[5e6, nil], [5e6, 3e6]], [Sample.column("A"), Sample.column("B")])
    let chart = BarRows(table, form: .stacked, wholes: [table.rows[0].member: 9e6])
    let texts = try Sample.texts(chart)
    #expect(texts.contains("9,0") && texts.contains("8,0") && texts.contains("non publié"), "\(texts)")
    #expect(!texts.contains("s"))
  }

  @Test func sharesOfAPartlyWithheldWholeAreNotDrawn() throws {
    let table = Sample.table([[5, nil], [5, 15]], [Sample.column("A"), Sample.column("B")])
    let texts = try Sample.texts(BarRows(table, form: .percent))
    #expect(texts.filter { $0 == "s" }.count == 2)
    #expect(texts.contains("25") && texts.contains("75") && texts.filter { $0 == "100" }.count == 1)
  }

  /// With the whole published, shares are of it; what is withheld fills the rest of the bar, without a number.
  @Test func sharesAreOfThePublishedWhole() throws {
    let table = Sample.table([[5, nil], [5, 15]], [Sample.column("A"), Sample.column("B")])
    let chart = BarRows(table, form: .percent, wholes: [table.rows[0].member: 50])
    let frame = try Sample.frame(chart)
    let texts = frame.texts().map(\.text)
    #expect(texts.filter { $0 == "s" }.count == 1)
    #expect(texts.contains("10") && !texts.contains("90") && texts.contains("non publié"))
    let hidden = frame.shapes().filter { $0.fill == .color(Sample.kit.theme.colors.hair) }
    let published = frame.shapes().filter { $0.fill == .color(Sample.kit.theme.colors.categorical[0]) }
    let widths = (hidden + published).compactMap { $0.path.bounds?.width.points }.filter { $0 > 9.5 }
    #expect(((widths.max() ?? 0) / (widths.min() ?? 1) - 9).magnitude < 0.01)
  }

  @Test func sharesAreReadAsSharesWithTheirAmount() throws {
    let table = Sample.table([[5e6, 15e6], [5e6, 5e6]], [Sample.column("A"), Sample.column("B")])
    let chart = BarRows(table, form: .percent, names: ["Prêts", "Reports"])
    let reading = try #require(chart.reading(language: .french)).plainSpaces
    #expect(reading.contains("25,0 % (Prêts, 5,0 M€) et 75,0 % (Reports, 15 M€)"), "\(reading)")
    let words = chart.alternative(language: .french).plainSpaces
    #expect(words.contains("maximum 50") && words.contains("minimum 25"), "\(words)")
  }

  /// Amounts beside a chart of shares that shows none would tell what it cannot.
  @Test func aChartWithoutSharesSaysNothingOfAmounts() {
    let table = Sample.table([[5, nil], [nil, 15]], [Sample.column("A"), Sample.column("B")])
    #expect(BarRows(table, form: .percent).lacksShares)
    #expect(BarRows(table, form: .percent).reading(language: .french) == nil)
    #expect(!BarRows(table, form: .stacked).lacksShares)
  }

  @Test func barsStartAtZero() throws {
    let table = Sample.table([[100], [101]], [Sample.column("Montant", Sample.perHead, .rate)])
    let bars = try Sample.frame(BarRows(table, form: .lollipop)).texts().map(\.text)
    #expect(bars.contains("0"))
  }
}

@Suite struct StackNamesTests {
  /// Where the words of the names do not fit under columns, the bars lie down: every name is there, no word is cut.
  @Test func columnsWithoutRoomForTheirNamesLieDown() throws {
    let chart = StackedBars(Sample.groups((0..<18).map { [Double($0) + 1, 3] }))
    for width in [150, 236, 482] as [Length] {
      let frame = try Sample.frame(chart, width: width)
      let words = Set(frame.texts().flatMap { $0.text.split(separator: " ").map(String.init) })
      #expect(frame.unplaced.isEmpty && words.contains("Région"))
      #expect((1...18).allSatisfy { words.contains(String($0)) || words.contains("Région\u{A0}\($0)") })
      #expect(collision(in: frame) == nil)
    }
  }

  /// A sum of a few millions beside one of billions: the unit above is that of the numbers beside the bars.
  @Test func columnsThatLieDownKeepTheUnitOfTheirNumbers() throws {
    let values = (0..<18).map { [$0 == 0 ? 4e9 : 4e6, 3e6] }
    let chart = StackedBars(Sample.groups(values, column: Sample.column("Montant", .euro, .stock)))
    let frame = try Sample.frame(chart, width: 236)
    #expect(chart.subtitle(language: .french)?.hasPrefix("Millions") == true)
    #expect(frame.texts().contains { $0.text == "M€" } && !frame.texts().contains { $0.text == "Md€" })
  }
}

@Suite struct ScatterTests {
  @Test func areaStandsForTheThirdValue() throws {
    let table = Sample.table(
      [[1, 1, 100], [2, 2, 400]], (0..<3).map { Sample.column("Mesure \($0)", Sample.perHead, .rate) })
    let fill = Paint.color(Sample.kit.theme.colors.bar.opacity(0.85))
    let widths = try Sample.frame(Scatter(table)).shapes().filter { $0.fill == fill }.compactMap {
      $0.path.bounds?.width.points
    }
    #expect(widths.count == 2)
    #expect(((widths[0] / widths[1]) - 2).magnitude < 0.01)
  }

  @Test func correlationIsTold() {
    let columns = (0..<2).map { Sample.column("Mesure \($0)", Sample.perHead, .rate) }
    let line = Scatter(Sample.table([[1, 2], [2, 4], [3, 6]], columns))
    #expect(line.alternative(language: .french).contains("Corrélation linéaire\u{A0}: 1,00"))
    let flat = Scatter(Sample.table([[1, 2], [2, 2], [3, 2]], columns))
    #expect(!flat.alternative(language: .french).contains("Corrélation"))
  }
}

@Suite struct NamedMeasuresTests {
  /// A unit alone would not say what is counted.
  @Test func eachOfSeveralMeasuresHasItsName() throws {
    let aids = Sample.column("Aides versées", Unit(.count("aides")), .count)
    let table = Sample.table([[5e6, 9e3], [4e6, 8e3]], [Sample.column("Montant"), aids])
    let texts = try Sample.texts(RankedBars(table))
    #expect(texts.contains("Montant") && texts.contains("Aides versées"), "\(texts)")
  }

  @Test func theReadingOfSeveralMeasuresNamesThem() throws {
    let columns = (0..<2).map { Sample.column("Mesure \($0)", Sample.perHead, .rate) }
    let table = Sample.table([[300, 200], [100, 50]], columns)
    for reading in [DotPlot(table).reading(language: .french), ColumnChart(table).reading(language: .french)]
    {
      let said = try #require(reading).plainSpaces
      #expect(said.contains("300 € par habitant (mesure 0) et 200 € par habitant (mesure 1)"), "\(said)")
    }
  }

  @Test func onePanelIsCalledByItsMeasure() throws {
    let chart = Multiples([LineChart.Line("", Sample.series([1e6, 2e6]))])
    #expect(try #require(chart.reading(language: .french)).hasPrefix("Montant versé\u{A0}: "))
    #expect(try Sample.texts(chart).joined().contains("Montant versé"))
  }
}

@Suite struct CrowdTests {
  private let columns = (0..<2).map { Sample.column("Mesure \($0)", Sample.perHead, .rate) }

  /// Of many lines in a narrow figure those that stand out and those at the ends are named, the others counted.
  @Test func aNarrowSlopeNamesItsEndsAndWhatStandsOut() throws {
    let table = Sample.table((0..<18).map { [Double($0), Double($0) * 2] }, columns)
    let slope = Slope(table, highlight: ["09"])
    let texts = try Sample.texts(slope, width: 236).joined(separator: " ")
    for code in ["18", "17", "16", "09", "02", "01"] {
      #expect(texts.contains("Département \(code)"), "\(code)")
    }
    #expect(texts.contains("12 autres") && !texts.contains("Département 12"), "\(texts)")
    #expect(try Sample.texts(slope).joined().contains("Département 12"))
  }

  /// Far from the others on one axis, though at the end of neither.
  @Test func whatLiesFarFromTheOthersIsNamed() throws {
    let crowd = (0..<30).map { [100 + Double($0 % 6), 50 + Double($0 % 5)] }
    let table = Sample.table(crowd + [[400, 52], [500, 53], [103, 5], [104, 9]], columns)
    let texts = try Sample.texts(Scatter(table))
    for code in ["31", "32", "33", "34"] { #expect(texts.contains("Département \(code)"), "\(texts)") }
  }
}

@Suite struct DumbbellNamesTests {
  /// Names without room beside the dots stand in a legend: neither is lost.
  @Test(arguments: [153, 482] as [Length])
  func bothDotsAreNamed(width: Length) throws {
    let columns = (0..<2).map { Sample.column("Mesure \($0)", Sample.perHead, .rate) }
    let names = ["Montant versé au printemps", "Montant prêté depuis le printemps"]
    let chart = Dumbbell(Sample.table([[300, 290], [100, 50]], columns), names: names)
    let frame = try Sample.frame(chart, width: width)
    let said = frame.texts().map(\.text).joined(separator: " ").plainSpaces
    #expect(names.allSatisfy { said.contains($0) } && collision(in: frame) == nil, "\(said)")
  }
}

@Suite struct PluralTests {
  /// One is not plural, in French and English.
  @Test func oneIsSingular() {
    let (french, english) = (Sentences(.french), Sentences(.english))
    #expect(french.say(.histogramClosure, ["count": "1"]).hasPrefix("Nombre dans 1 tranche,"))
    #expect(french.say(.histogramClosure, ["count": "12"]).hasPrefix("Nombre dans 12 tranches égales,"))
    #expect(french.say(.hiddenCount, ["count": "0"]).contains("valeur n’est pas"))
    #expect(english.say(.hiddenCount, ["count": "0"]).contains("values are not"))
    #expect(english.say(.otherLines, ["count": "1"]) == "1 other")
    #expect(french.say(.otherLines, ["count": "2"]) == "2 autres")
  }
}

@Suite struct WholeNamesTests {
  private static let name = "Sainte-Marie-du-Mont, Saint-Germain-en-Laye et Villeneuve-sous-Bois-le-Grand"

  private func named(_ table: Tabulation) -> Tabulation {
    var table = table
    for row in table.rows.indices {
      table.rows[row].member.label = Self.name + " \(row)"
      table.rows[row].member.shortLabel = Self.name + " \(row)"
    }
    return table
  }

  /// However narrow the figure, a name is set on more lines and never ends in "…".
  @Test(arguments: [153, 236, 482] as [Length])
  func longNamesAreWhole(width: Length) throws {
    let column = Sample.column("Montant par habitant", Sample.perHead, .rate)
    let rows = named(Sample.table([[3], [2]], [column]))
    let panels = named(Sample.groups([[3, 2], [1, 4]]))
    let pictures: [any Picture] = [
      BarRows(rows, form: .lollipop), DotPlot(rows), BarMultiples(rows), BarMultiples(panels),
      HistogramMultiples(panels), RankedBars(rows),
    ]
    for picture in pictures {
      let frame = try Sample.frame(picture, width: width)
      let said = frame.texts().map(\.text).joined(separator: " ")
      #expect(!said.contains("…") && said.contains("Grand"), "\(said)")
      #expect(frame.unplaced.isEmpty && collision(in: frame) == nil)
    }
  }

  /// A name with a word that no line holds is told of.
  @Test func aWordWithoutRoomIsToldOf() throws {
    var table = Sample.table([[3], [2]], [Sample.column("Montant", Sample.perHead, .rate)])
    let word = String(repeating: "Anticonstitutionnellement", count: 4)
    (table.rows[0].member.label, table.rows[0].member.shortLabel) = (word, word)
    #expect(try Sample.frame(DotPlot(table), width: 153).unplaced == [word])
  }
}

extension String {
  /// With plain spaces in place of those that hold words together.
  fileprivate var plainSpaces: String {
    replacing("\u{202F}", with: " ").replacing("\u{A0}", with: " ")
  }
}
