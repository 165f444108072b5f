import Foundation
import Statistics
import Testing

@testable import Figures

/// Bins of five series of data/tables against numpy: `Tests/References/bins.csv`, made by `bins.py`.
@Suite struct BinReferenceTests {
  private static let root = URL(filePath: #filePath).deletingLastPathComponent().deletingLastPathComponent()
    .deletingLastPathComponent()

  struct Reference: Sendable, CustomTestStringConvertible {
    var table, column, date, rule: String
    var edges: [Double]
    var counts: [Int]
    var testDescription: String { "\(table) \(column) \(rule)" }

    var binRule: BinRule? {
      let numbers = rule.split(separator: " ").dropFirst().compactMap { Double($0) }
      switch rule.split(separator: " ")[0] {
      case "count": return numbers.first.map { .count(Int($0)) }
      case "width": return numbers.first.map { .width($0) }
      case "edges": return .edges(numbers)
      case "fd": return .freedmanDiaconis
      case "scott": return .scott
      case "sturges": return .sturges
      default: return nil
      }
    }
  }

  static let references: [Reference] = {
    let text = try? String(contentsOf: root.appending(path: "Tests/References/bins.csv"), encoding: .utf8)
    return (text ?? "").split(separator: "\n").dropFirst().map { line in
      let fields = line.split(separator: ",").map(String.init)
      return Reference(
        table: fields[0], column: fields[1], date: fields[2], rule: fields[3],
        edges: fields[4].split(separator: " ").compactMap { Double($0) },
        counts: fields[5].split(separator: " ").compactMap { Int($0) })
    }
  }()

  @Test func sixRulesOnFiveSeries() { #expect(Self.references.count == 30) }

  @Test(arguments: references) func binsAreThoseOfNumpyToTheLastDigit(reference: Reference) throws {
    let path = Self.root.appending(path: "data/tables/\(reference.table).csv").path
    let column = try NumericColumn(
      reference.column, of: path, where: [("level", "departement"), ("date", reference.date)])
    let bins = Bins(column.values, try #require(reference.binRule))
    #expect(bins.edges == reference.edges)
    #expect(bins.counts == reference.counts)
  }
}
