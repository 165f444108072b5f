import Charts
import Figures
import Language
import Quantities
import Statistics
import Testing

@Suite struct RevisionTests {
  private let euro = Unit(.euro)

  private func mark(_ value: Double, cumulative: Bool) -> String {
    let column = Tabulation.Column(
      expression: "aid.amount.change", label: "Montant", unit: euro, kind: .flow, isChange: true,
      fallIsRevision: cumulative)
    return Language.french.revisionMark(.value(Quantity(value, euro, .flow)), of: column)
  }

  @Test func aFallOfACumulativeIsMarked() { #expect(mark(-20.2, cumulative: true) == "(r)\u{A0}") }

  @Test func aFallIsMarkedInAChartOverTime() throws {
    #expect(try Sample.texts(FlowChart(series([100, 200, 190, 300, 420]))).contains("(r)"))
    #expect(try !Sample.texts(FlowChart(series([100, 200, 210, 300, 420]))).contains("(r)"))
  }

  @Test func theReadingSaysWhatTheMarkMeans() {
    let revised = FlowChart(series([100, 200, 190, 300, 420])).reading(language: .french) ?? ""
    #expect(revised.hasSuffix(" (r)\u{A0}: cumul révisé à la baisse."), "\(revised)")
    let plain = FlowChart(series([100, 200, 210, 300, 420])).reading(language: .french) ?? ""
    #expect(!plain.isEmpty && !plain.contains("(r)"))
  }

  /// A snapshot a week.
  private func series(_ levels: [Double]) -> Series {
    Series(
      column: Tabulation.Column(expression: "aid.amount", label: "Montant", unit: euro, kind: .stock),
      points: levels.enumerated().map { week, level in
        Series.Point(
          date: CalendarDate(dayNumber: 18_600 + 7 * week), value: .value(Quantity(level, euro, .stock)))
      }, snapshot: Sample.snapshot)
  }

  @Test func aRiseAndAFlowAreNot() {
    #expect(mark(20.2, cumulative: true) == "")
    #expect(mark(-20.2, cumulative: false) == "")
  }
}
