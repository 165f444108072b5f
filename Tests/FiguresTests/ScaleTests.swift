import Geometry
import Language
import Quantities
import Testing

@testable import Figures

@Suite struct ScaleTests {
  @Test func equalRatiosAreEqualLengthsOnALogarithm() {
    let scale = LogScale(1...10_000, from: 0, to: 100)
    for (value, place) in [(1.0, 0.0), (10, 25), (100, 50), (10_000, 100)] {
      #expect((scale(value).points - place).magnitude < 1e-9)
    }
    #expect(scale(0) == .zero)
    #expect(scale(-5) == .zero)
  }

  @Test func aSquareRootKeepsZeroAndSigns() {
    let scale = SquareRootScale(0...100, from: 0, to: 100)
    #expect(scale(0) == .zero)
    #expect(scale(25) == 50)
    #expect(SquareRootScale(-4...4, from: 0, to: 100)(-1) == 25)
  }

  @Test func aBreakBelongsToTheClassAbove() {
    let scale = ThresholdScale([300, 100, 300, 200])
    #expect(scale.breaks == [100, 200, 300])
    #expect([99.9, 100, 250, 300, 1e9].map { scale($0) } == [0, 1, 2, 3, 3])
  }

  /// python3 -c "import numpy; print(numpy.quantile(VALUES, [0, .1, .25, .5, .75, .9, 1]))"
  @Test func quantilesAreThoseOfNumpy() {
    let quantiles = Quantiles([9.75, -4.5, -2.25, -1, -0.5, 0, 0, 0.125, 0.75, 1.5, 3.25])
    let shares = [0, 0.1, 0.25, 0.5, 0.75, 0.9, 1]
    #expect(shares.compactMap { quantiles($0) } == [-4.5, -2.25, -0.75, 0, 1.125, 3.25, 9.75])
    #expect(Quantiles([])(0.5) == nil)
  }

  @Test func quantileClassesHoldEqualNumbers() {
    let values = (0..<100).map(Double.init)
    let scale = QuantileScale(values, classes: 4)
    let counts = (0..<4).map { wanted in values.count { scale($0) == wanted } }
    #expect(counts == [25, 25, 25, 25])
  }

  @Test func dayAndNumberGoTogetherOnATimeScale() throws {
    let (from, to) = (try day("2021-01-01"), try day("2021-01-11"))
    let scale = TimeScale(from, to, from: 0, to: 100)
    #expect(scale(from + 5) == 50)
    #expect(scale(Double((from + 5).dayNumber)) == 50)
  }
}

@Suite struct NumberAxisTests {
  private func form(_ values: [Double], _ unit: Unit = .euro, _ kind: Kind = .stock) -> NumberForm {
    NumberForm(values, unit: unit, kind: kind, language: .french)
  }

  private func axis(_ values: [Double], _ kind: NumberAxis.Form = .linear, origin: Bool = true) -> NumberAxis
  {
    NumberAxis(values, numbers: form(values), form: kind, origin: origin)
  }

  @Test func ticksAreRoundAndCoverTheValues() {
    let linear = axis([3, 47])
    #expect(linear.grid == [0, 10, 20, 30, 40, 50])
    #expect(axis([120, 9_800], .log).grid == [100, 200, 500, 1000, 2000, 5000, 10_000])
    #expect(axis([0.002, 700], .log).grid.first == 0.01)
    #expect(axis([0.002, 700], .log).domain == 0.002...1000)
  }

  @Test func anAxisOfBarsHoldsZero() {
    for values in [[250, 260], [-9, -3], [5]] as [[Double]] {
      #expect(axis(values).domain.contains(0), "\(values)")
    }
    #expect(!axis([250, 260], origin: false).domain.contains(0))
  }

  @Test func numbersAreScaledOnceAndInTheLanguage() {
    let millions = axis([12e6, 48e6])
    #expect(millions.grid.map { millions.text($0) } == ["0", "10", "20", "30", "40", "50"])
    #expect(form([12e6, 48e6]).axisTitle == "Millions d’euros")
    let small = NumberAxis(
      [0.1, 0.35], numbers: form([0.1, 0.35], Unit(.euro, per: .count("aides")), .rate), origin: true)
    #expect(small.text(0.25).hasPrefix("0,"))
  }

  /// Whatever the range, ticks differ from each other as printed.
  @Test(arguments: [
    [1e-9, 4e-9], [1e12, 3e12], [-2e6, 5e3], [0.0001, 0.0002], [7], [0], [-1e-7, 1e-7], [999.9, 1000.1],
  ])
  func ticksAreToldApart(values: [Double]) {
    for kind in [NumberAxis.Form.linear, .sqrt] {
      let axis = axis(values, kind, origin: false)
      let texts = axis.grid.map { axis.text($0) }
      #expect(Set(texts).count == texts.count, "\(texts)")
      #expect(texts.count > 1)
    }
  }

  @Test func aSmallRateKeepsTwoDigits() {
    let rate = form([0.0234, 0.0681], Unit(.count("entreprises"), per: .count("habitants")), .rate)
    #expect(rate.text(0.0234) == "0,023")
  }
}

@Suite struct TimeAxisTests {
  private func texts(_ from: String, _ to: String, _ unit: TimeAxis.Unit? = nil) throws -> [String] {
    let axis = TimeAxis(try day(from), try day(to), unit: unit)
    let foot = try axis.foot(axis.scale(from: 20, to: 420), width: 440, kit: .synthetic)
    expectApart(foot)
    return foot.texts().map(\.text)
  }

  @Test func weeksAreThoseOfISO() throws {
    let weeks = try texts("2020-12-14", "2021-01-24", .weeks)
    #expect(weeks.contains("s.\u{A0}53") || weeks.contains("s. 53"), "\(weeks)")
    #expect(weeks.contains("2020") && weeks.contains("2021"))
  }

  @Test func quartersAndMonthsAreNamedInTheLanguage() throws {
    #expect(try texts("2019-01-01", "2020-12-31", .quarters).contains("T3"))
    #expect(try texts("2020-07-01", "2020-12-31", .months).contains("août"))
    #expect(try texts("2021-04-02", "2021-04-11").contains("avril 2021"))
  }

  @Test func theUnitFollowsTheSpan() throws {
    func unit(_ days: Int) throws -> TimeAxis.Unit {
      let start = try day("2020-01-01")
      return TimeAxis(start, start + days).unit
    }
    #expect(try [10, 60, 400, 2000, 9000].map(unit) == [.days, .weeks, .months, .quarters, .years])
  }
}
