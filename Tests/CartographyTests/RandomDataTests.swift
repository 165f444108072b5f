import Figures
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
      style.around = round == 3 ? numbers.first.map { .init($0) } : nil
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

  /// Circles on areas, circles near their places, categories, and where a territory lies.
  @Test(arguments: 0..<25) func otherKindsStayReadable(seed: Int) throws {
    var dice = Dice(seed: UInt64(seed) &* 15_485_863 &+ 5)
    let rates = table(&dice, Sample.euros)
    let amounts = table(&dice, Sample.amount)
    var both = rates
    both.columns.append(Sample.amount)
    for index in both.rows.indices { both.rows[index].values += amounts.rows[index].values }
    let numbers = rates.rows.compactMap { $0.values[0].value?.value }.filter(\.isFinite)
    let breaks = try Self.methods[seed % 5].breaks(of: numbers)
    var dorling = Choropleth.Style()
    dorling.form = .circles
    let pictures: [any Picture] = [
      try Choropleth(both, circles: 1, atlas: Country.atlas, breaks: breaks),
      try Choropleth(both, circles: 1, atlas: Country.atlas, breaks: breaks, style: dorling),
      CategoryMap(categories(amounts, &dice), noun: "Section", atlas: Country.atlas),
      LocatorMap(Array(rates.rows.prefix(1 + seed % 3).map(\.member)), atlas: Country.atlas),
    ]
    for picture in pictures {
      for columns in [4, 7, 12] { expectReadable(try Sample.frame(picture, columns: columns)) }
      #expect(!picture.alternative(language: .french).contains("{"))
      _ = picture.reading(language: .english)
    }
  }

  /// Each territory divided into sections whose names are of any length.
  private func categories(_ table: Tabulation, _ dice: inout Dice) -> Tabulation {
    var rows: [Tabulation.Row] = []
    for row in table.rows {
      rows.append(Tabulation.Row(member: row.member, role: .group, values: row.values))
      for section in 0..<Int.random(in: 0...7, using: &dice) {
        let name = String(repeating: "activités de services ", count: 1 + section) + "\(section)"
        let share = Double.random(in: -0.2...1, using: &dice)
        rows.append(
          Tabulation.Row(
            member: Member(level: "section", code: "\(section)", label: name), depth: 1,
            values: row.values.map { $0.map { Quantity($0.value * share, $0.unit, $0.kind) } }))
      }
    }
    return Tabulation(columns: table.columns, rows: rows, snapshot: table.snapshot)
  }
}
