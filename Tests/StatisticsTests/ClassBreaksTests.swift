import Diagnostics
import Foundation
import Statistics
import TestSupport
import Testing

/// Class edges against those of R, kept with the script that made them in `Tests/References/breaks.R`.
@Suite struct ClassBreaksTests {
  private static let root = URL(filePath: #filePath).deletingLastPathComponent().deletingLastPathComponent()
    .deletingLastPathComponent()

  struct Reference: Sendable, CustomTestStringConvertible {
    var table, column, date, method: String
    var classes: Int
    var edges: [Double]
    var testDescription: String { "\(table) \(column) \(method) \(classes)" }

    var classMethod: ClassMethod? {
      switch method {
      case "quantile": .quantile(classes)
      case "equal": .equal(classes)
      case "jenks": .jenks(classes)
      case "stddev": .standardDeviation(classes)
      case "geometric": .geometric(classes)
      case "q6": .q6
      default: nil
      }
    }
  }

  static let references: [Reference] = {
    let text = try? String(contentsOf: root.appending(path: "Tests/References/breaks.csv"), encoding: .utf8)
    return (text ?? "").split(separator: "\n").dropFirst().map { line in
      let fields = line.split(separator: ",").map(String.init)
      return Reference(
        table: fields[0], column: fields[1], date: fields[2], method: fields[3],
        classes: Int(fields[4]) ?? 0, edges: fields[5].split(separator: " ").compactMap { Double($0) })
    }
  }()

  @Test func everyMethodHasFiveSeriesToCompareWith() {
    for method in ["quantile", "equal", "jenks", "stddev", "q6", "geometric"] {
      let series = Set(Self.references.filter { $0.method == method }.map { $0.table + $0.column })
      #expect(series.count == 5, "\(method)")
    }
  }

  @Test(arguments: references) func edgesAreThoseOfRToTheLastDigit(reference: Reference) throws {
    let path = Self.root.appending(path: "data/tables/\(reference.table).csv").path
    let column = try NumericColumn(
      reference.column, of: path, where: [("level", "departement"), ("date", reference.date)])
    let method = try #require(reference.classMethod)
    #expect(try method.edges(of: column.values) == reference.edges)
  }

  /// Every way to cut is tried.
  @Test(arguments: [UInt64(1), 2, 3, 4, 5, 6], [2, 3, 4]) func jenksIsTheBestPartition(
    seed: UInt64, classes: Int
  ) throws {
    var dice = Dice(seed: seed)
    let values = (0..<11).map { _ in Double(dice.roll(0...40)) }.sorted()
    let edges = try ClassMethod.jenks(classes).edges(of: values)
    func cost(_ parts: [[Double]]) -> Double {
      parts.reduce(0) { sum, part in
        let mean = part.reduce(0, +) / Double(max(part.count, 1))
        return sum + part.reduce(0) { $0 + ($1 - mean) * ($1 - mean) }
      }
    }
    func best(_ rest: ArraySlice<Double>, _ left: Int) -> Double {
      if left == 1 { return cost([Array(rest)]) }
      return (1...(rest.count - left + 1)).map {
        cost([Array(rest.prefix($0))]) + best(rest.dropFirst($0), left - 1)
      }.min() ?? 0
    }
    let parts = zip(edges, edges.dropFirst()).enumerated().map { index, bounds in
      values.filter { $0 >= bounds.0 && ($0 < bounds.1 || index == classes - 1) }
    }
    #expect(abs(cost(parts) - best(values[...], classes)) < 1e-9)
  }

  @Test func aTightClassFarAwayIsFound() throws {
    let near = [1.0, 1.1, 1.2]
    let far = [1e12, 1e12 + 0.5, 1e12 + 1, 1e12 + 40, 1e12 + 40.5]
    let edges = try ClassMethod.jenks(3).edges(of: near + far)
    #expect(edges[1] > 1.2 && edges[1] < 1e12)
    #expect(edges[2] == 1e12 + 20.5)
  }

  @Test func thirtyFiveThousandValuesAreCutIntoClasses() throws {
    let values = (0..<35_000).map { Double(($0 &* 7919) % 35_003) * 0.5 }
    let edges = try ClassMethod.jenks(7).edges(of: values)
    #expect(edges.count == 8)
    #expect(edges == edges.sorted())
    // Values are spread evenly, so that the best classes are as wide as each other.
    for (low, high) in zip(edges, edges.dropFirst()) { #expect(abs(high - low - 2500) < 2) }
  }

  static let all: [ClassMethod] = [
    .quantile(5), .equal(5), .jenks(5), .standardDeviation(5), .q6, .geometric(5),
  ]

  @Test(arguments: all) func fewValuesAreNoTrouble(method: ClassMethod) throws {
    #expect(try method.edges(of: []) == [])
    #expect(try method.breaks(of: []) == [])
    #expect(try method.edges(of: [7]) == [7, 7])
    #expect(try method.breaks(of: [7, 7, 7]) == [])
    #expect(try method.edges(of: [.nan, 3, .infinity, 3]) == [3, 3])
  }

  @Test(arguments: all.filter { $0 != .q6 }) func eachOfFewValuesHasItsClass(method: ClassMethod) throws {
    #expect(try method.edges(of: [1, 2, 2, 4]) == [0.25, 1.5, 3, 4.75])
  }

  @Test func edgesOfTiedValuesMayRepeat() throws {
    let edges = try ClassMethod.quantile(4).edges(of: [1, 1, 1, 1, 1, 1, 2, 3, 4, 5])
    #expect(edges == [1, 1, 1, 2.75, 5])
  }

  @Test func geometricClassesNeedPositiveValues() {
    let failure = #expect(throws: Failure.self) {
      try ClassMethod.geometric(3).edges(of: [0, 1, 2, 3, 4])
    }
    #expect(failure?.diagnostics.map(\.code) == ["geometric-needs-positive"])
  }

  @Test func roundedBreaksAreNearAndRound() {
    #expect([198.7, 253.3, 331.2, 487.9].rounded(within: 163...1068) == [200, 250, 330, 500])
    #expect([0.0312, 0.0688].rounded(within: 0.01...0.2) == [0.03, 0.07])
    #expect([-1.93, 0.02, 2.1].rounded(within: -9...9) == [-2, 0, 2])
    // Between equal neighbours there is no room to move.
    #expect([5.5, 5.5].rounded(within: 1...9) == [5.5, 5.5])
  }

  @Test func aColumnNamesItsMistakes() throws {
    let path = Self.root.appending(path: "data/tables/fds_totals.csv").path
    for (column, filters, code) in [
      ("amout", [], "unknown-column"), ("amount", [("levl", "FR")], "unknown-column"),
      ("level", [], "not-a-number"), ("amount", [("level", "planet")], "no-values"),
    ] as [(String, [(String, String)], String)] {
      let failure = #expect(throws: Failure.self) {
        try NumericColumn(column, of: path, where: filters.map { (column: $0.0, text: $0.1) })
      }
      #expect(failure?.diagnostics.first?.code == code)
    }
  }

  /// The sums and the signs in the table that comes with a figure are no values of its members.
  @Test func ofTheTableOfAFigureItsMembersCount() throws {
    let file = FileManager.default.temporaryDirectory.appending(path: "figure-\(UUID().uuidString).csv")
    defer { try? FileManager.default.removeItem(at: file) }
    try """
    level,code,label,row,m (EUR)
    departement,1,A,member,4
    departement,2,B,member,s
    departement,3,C,member,6
    departement,4,D,member,nd
    FR,FR,France,total,25

    """.write(to: file, atomically: true, encoding: .utf8)
    #expect(try NumericColumn("m (EUR)", of: file.path).values == [4, 6])
    // A name that was copied from a file of another system.
    #expect(try NumericColumn("m (EUR)\r", of: file.path).values == [4, 6])
    #expect(try NumericColumn("m (EUR)", of: file.path, where: [("row", "total")]).values == [25])
  }
}
