import Foundation
import Statistics
import Testing

@testable import Cartography

/// Which class each value falls into, against classInt: `Tests/References/breaks.csv`, made by `breaks.R`.
@Suite struct ClassCountTests {
  private static let root = URL(filePath: #filePath).deletingLastPathComponent().deletingLastPathComponent()
    .deletingLastPathComponent()

  struct Reference: Sendable, CustomTestStringConvertible {
    var table, column, date, method: String
    var edges: [Double]
    var counts: [Int]
    var testDescription: String { "\(table) \(column) \(method) \(counts.count)" }
  }

  static let references: [Reference] = {
    let text = try? String(contentsOf: root.appending(path: "Tests/References/breaks.csv"), encoding: .utf8)
    return (text ?? "").split(separator: "\n").dropFirst().map { line in
      let fields = line.split(separator: ",").map(String.init)
      return Reference(
        table: fields[0], column: fields[1], date: fields[2], method: fields[3],
        edges: fields[5].split(separator: " ").compactMap { Double($0) },
        counts: fields[6].split(separator: " ").compactMap { Int($0) })
    }
  }()

  @Test func allMethodsAndSeriesAreThere() {
    #expect(Set(Self.references.map(\.method)).count == 6)
    #expect(Set(Self.references.map { $0.table + $0.column }).count == 5)
  }

  @Test(arguments: references) func everyValueFallsIntoTheClassOfTheReference(reference: Reference) throws {
    let path = Self.root.appending(path: "data/tables/\(reference.table).csv").path
    let values = try NumericColumn(
      reference.column, of: path, where: [("level", "departement"), ("date", reference.date)]
    ).values
    let classes = ValueClasses(breaks: Array(reference.edges.dropFirst().dropLast()))
    var counts = Array(repeating: 0, count: classes.count)
    for value in values { counts[classes.index(of: value)] += 1 }
    #expect(counts == reference.counts)
  }
}
