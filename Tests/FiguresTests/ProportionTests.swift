import Geometry
import Quantities
import TestSupport
import Testing

@testable import Figures

@Suite struct ProportionTests {
  @Test func aLinearScaleKeepsProportions() {
    let scale = LinearScale(0...200, from: 100, to: 0)
    #expect([0, 50, 200, 250].map { scale($0) } == [100, 75, 0, -25])
    #expect(LinearScale(3...3, from: 10, to: 20)(3) == 10, "a domain without extent")
  }

  @Test func bandsFillTheirLengthWithEqualGaps() {
    let scale = BandScale(count: 4, from: 10, to: 90, padding: 0.25)
    #expect(scale.step == 20)
    #expect(scale.bandwidth == 15)
    #expect((0..<4).map { scale($0) } == [12.5, 32.5, 52.5, 72.5])
    #expect(scale.centre(0) - scale(0) == scale.bandwidth / 2)
    #expect(BandScale(count: 0, from: 0, to: 10).step == .zero)
  }

  @Test func equalDaysHaveEqualWidths() throws {
    let (from, to) = (try day("2020-12-15"), try day("2021-03-10"))
    let scale = TimeScale(from, to, from: 0, to: 85)
    #expect(scale.day == 1)
    #expect(scale(try day("2021-01-01")) == 17)
    #expect(scale.months.map(\.first.iso) == ["2020-12-01", "2021-01-01", "2021-02-01", "2021-03-01"])
    #expect(scale.months.map(\.width) == [17, 31, 28, 9])
    #expect(scale.months.first?.from == 0 && scale.months.last?.to == 85)
    #expect(TimeScale(from, from, from: 5, to: 10)(from) == 5)
  }

}

@Suite struct TicksTests {
  @Test(arguments: [
    (0.0...97, 5, [0.0, 20, 40, 60, 80, 100]), (0...1, 4, [0, 0.2, 0.4, 0.6, 0.8, 1]),
    (-30...70, 4, [-40, -20, 0, 20, 40, 60, 80]),
    (0...0, 4, [0, 1]), (163...1068, 4, [0, 200, 400, 600, 800, 1000, 1200]),
  ])
  func ticksCoverTheirRange(range: ClosedRange<Double>, count: Int, expected: [Double]) {
    let ticks = Ticks(covering: range, count: count)
    #expect(ticks.values.count == expected.count, "\(ticks.values)")
    #expect(zip(ticks.values, expected).allSatisfy { abs($0 - $1) < 1e-9 }, "\(ticks.values)")
  }

  /// Round steps, evenly spaced, around the whole range, neither few nor many.
  @Test func ticksOfAnyRangeAreRound() {
    var dice = Dice(seed: 11)
    for _ in 0..<2000 {
      let low = (dice.share() - 0.5) * power(dice.roll(-3...9))
      let high = low + (dice.share() + 0.001) * power(dice.roll(-3...9))
      let count = dice.roll(3...8)
      let covering = Ticks(covering: low...high, count: count)
      let hair = covering.step * 1e-6 + low.magnitude * 1e-12
      #expect(covering.domain.lowerBound <= low + hair)
      #expect(covering.domain.upperBound >= high - hair)
      #expect((2...(2 * count + 3)).contains(covering.values.count), "\(low) \(high) \(covering.values)")
      var digit = covering.step
      while digit >= 9.999 { digit /= 10 }
      while digit < 0.9999 { digit *= 10 }
      #expect([1.0, 2, 5].contains { abs($0 - digit) < 1e-6 }, "\(covering.step)")
      let inside = Ticks(inside: low...high, count: count)
      #expect(inside.values.dropFirst().dropLast().allSatisfy { (low...high).contains($0) })
    }
  }

  private func power(_ exponent: Int) -> Double {
    (0..<abs(exponent)).reduce(1) { value, _ in exponent < 0 ? value / 10 : value * 10 }
  }

  @Test(arguments: [
    (0.0...1, 1.0, 1), (0...100, 1, 0), (0...3e9, 1e9, 1), (0...30e6, 1e6, 0), (0...0.04, 0.01, 0),
  ])
  func ticksSayHowManyDecimalsTheyNeed(range: ClosedRange<Double>, factor: Double, expected: Int) {
    #expect(Ticks(covering: range, count: 5).decimals(in: factor) == expected)
  }
}
