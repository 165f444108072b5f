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

  @Test func aRiseAndAFlowAreNot() {
    #expect(mark(20.2, cumulative: true) == "")
    #expect(mark(-20.2, cumulative: false) == "")
  }
}
