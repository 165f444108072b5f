import TestSupport
import Testing

@testable import Statistics

@Suite struct RepeatedRowsTests {
  /// Rows in any order, of codes so large that their packed numbers wrap round.
  @Test(arguments: [1, 1 << 20, 1 << 29])
  func everyRepeatedRowIsFoundAndNoOther(scale: Int) {
    var dice = Dice(seed: 7)
    for _ in 0..<200 {
      var table = Table(dimensions: 2, measures: 0)
      for _ in 0..<dice.roll(1...24) {
        table.dates.append(Int32(18_000 + dice.roll(0...2)))
        table.places.append(.init(level: Int8(dice.roll(0...1)), entry: Int32(dice.roll(0...2) * scale)))
        for dimension in 0..<2 { table.codes[dimension].append(Int32(dice.roll(0...1) * scale)) }
      }
      #expect(table.repeatedRows().map { [$0.first, $0.again] } == expected(table))
    }
  }

  private func expected(_ table: Table) -> [[Int]] {
    table.dates.indices.compactMap { row in
      let first = (0..<row).first { before in
        table.dates[before] == table.dates[row] && table.places[before] == table.places[row]
          && table.codes.allSatisfy { $0[before] == $0[row] }
      }
      return first.map { [$0, row] }
    }
  }
}
