import Quantities
import Statistics
import Testing

@testable import Reports

/// The cells of a figure as they are attached to the file.
@Suite struct AttachmentTests {
  private func csv(_ values: [Published<Double>]) -> [String] {
    let column = Tabulation.Column(
      expression: "aid.amount", label: "Montant", unit: Unit(.euro), kind: .stock)
    let rows = values.enumerated().map { index, value in
      Tabulation.Row(
        member: Member(level: "region", code: "\(index)", label: "Région, \(index)"),
        values: [value.map { Quantity($0, Unit(.euro), .stock) }])
    }
    let snapshot = Snapshot(date: CalendarDate(dayNumber: 18_728), previous: nil, source: "Agence")
    let table = Tabulation(columns: [column], rows: rows, snapshot: snapshot)
    return table.csv.split(separator: "\r\n").map(String.init)
  }

  @Test func valuesAreWholeAndWithoutTheNoiseOfSums() {
    let sum = 32_719_112.40 + 32_719_112.41 + 32_719_112.41
    let lines = csv([.value(sum), .value(0.1 + 0.2), .value(1_997_006), .value(1 / 3.0), .value(-1e-9)])
    #expect(lines[0] == "level,code,label,row,aid.amount (EUR)")
    let found = lines.dropFirst().compactMap { $0.split(separator: ",").last.map(String.init) }
    #expect(found == ["98157337.22", "0.3", "1997006", "0.33333333333333", "-1e-09"])
  }

  @Test func whatIsNotPublishedHasItsSign() {
    let lines = csv([.secret, .unavailable])
    #expect(lines.dropFirst() == ["region,0,\"Région, 0\",member,s", "region,1,\"Région, 1\",member,nd"])
  }
}
