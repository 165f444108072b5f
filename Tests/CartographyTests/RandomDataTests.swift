import Geometry
import Pages
import Quantities
import Statistics
import TestSupport
import Testing

@testable import Cartography

/// Maps of data nobody foresaw: drawn without a crash, no text over another, none beyond the frame.
@Suite struct RandomDataTests {
  /// Ties, zeros, negative numbers, one value, none, secrets, what is not a number, from 1e-9 to 1e12, long names.
  private func table(_ dice: inout Dice, _ column: Tabulation.Column) -> Tabulation {
    let exponent = Double.random(in: -9...12, using: &dice)
    let size = (0..<Int(exponent.magnitude)).reduce(1.0) { value, _ in exponent < 0 ? value / 10 : value * 10
    }
    let kind = Int.random(in: 0..<6, using: &dice)
    let isLong = Bool.random(using: &dice)
    let rows = Country.codes.enumerated().map { index, code in
      let x = Double.random(in: 0..<1, using: &dice)
      let value: Published<Double> =
        switch kind {
        case 0: .value(size * (x * 3).rounded())
        case 1: .value(size * (x - 0.5))
        case 2: index == 4 ? .value(size) : .unavailable
        case 3: .secret
        case 4: x < 0.2 ? .secret : x < 0.3 ? .value(.nan) : .value(size * x * x * x * x)
        default: .value(size * x)
        }
      let name = isLong ? "Communauté d’agglomération de la vallée \(code)" : "Département \(code)"
      return Tabulation.Row(
        member: Member(level: "departement", code: code, label: name, article: 2),
        values: [value.map { Quantity($0, column.unit, column.kind) }])
    }
    return Tabulation(columns: [column], rows: rows, snapshot: Sample.snapshot)
  }

  private static let methods: [ClassMethod] = [
    .quantile(5), .equal(4), .jenks(6), .standardDeviation(5), .q6,
  ]

  @Test(arguments: 0..<25) func choroplethsStayReadable(seed: Int) throws {
    var dice = Dice(seed: UInt64(seed) &* 7919 &+ 11)
    for round in 0..<4 {
      let table = table(&dice, Sample.euros)
      let numbers = table.rows.compactMap { $0.values[0].value?.value }.filter(\.isFinite)
      var style = Choropleth.Style()
      style.labels = round == 1 ? .all : .extremes
      style.isContinuous = round == 2
      style.around = round == 3 ? numbers.first : nil
      style.showsScales = round != 0
      style.form = seed % 5 == 4 ? .tiles : .shapes
      let breaks = try Self.methods[seed % 5].breaks(of: numbers)
      let map = try Choropleth(table, atlas: Country.atlas, breaks: breaks, style: style)
      for columns in [[5, 12], [7, 12], [5], [7]][round] {
        expectReadable(try Sample.frame(map, columns: columns))
      }
      #expect(map.classCounts.reduce(0, +) == numbers.count)
      #expect(!map.alternative(language: .french).isEmpty)
    }
  }

  @Test(arguments: 0..<25) func circlesStayReadable(seed: Int) throws {
    var dice = Dice(seed: UInt64(seed) &* 104_729 &+ 3)
    for round in 0..<4 {
      let map = SymbolMap(table(&dice, Sample.amount), atlas: Country.atlas)
      expectReadable(try Sample.frame(map, columns: [5, 7, 12, 6][round]))
      #expect(!map.alternative(language: .english).isEmpty)
    }
  }
}
