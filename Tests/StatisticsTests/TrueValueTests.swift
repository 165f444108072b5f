import Diagnostics
import Foundation
import Quantities
import Settings
import Testing

@testable import Statistics

/// The figures that the sources published, to the cent.
@Suite struct TrueValueTests {
  static let root = URL(filePath: #filePath).deletingLastPathComponent().deletingLastPathComponent()
    .deletingLastPathComponent().path
  static let catalog = Result {
    try Catalog.load(dictionary: fileText("\(root)/data/aides.yaml"), root: "\(root)/data")
  }

  private let edition = CalendarDate(year: 2021, month: 4, day: 11) ?? CalendarDate(dayNumber: 0)

  private func value(_ text: String) throws -> Double? {
    let catalog = try Self.catalog.get()
    let file = SourceFile(path: "test", text: text)
    let expression = try catalog.parse(text, at: Span(file, 0..<text.utf8.count))
    return try catalog.value(expression, edition: edition).value?.value
  }

  @Test(arguments: [
    ("fds.amount", 21_463_502_849.63), ("fds.aids", 8_119_179), ("fds.firms", 1_997_006),
    ("pge.amount", 135_748_957_728), ("pge.firms", 668_049), ("pge.amount.change", 992_044_809),
    ("report.amount", 3_436_211_465), ("cpsti.amount", 971_888_425), ("cpsti.beneficiaries", 1_188_713),
    ("arpb.amount", 78_921_407), ("arpb.loans", 110), ("ap.employees where month = 2020-04", 8_338_380),
  ])
  func isAsPublished(_ text: String, _ expected: Double) throws {
    let value = try #require(try value(text))
    #expect(abs(value - expected) < 0.005, "\(text)")
  }

  @Test(arguments: [
    ("fds.amount.change", 340.2e6, 0.05e6), ("fds.amount where departement = 75", 2_295.1e6, 0.05e6),
    ("fds.amount / population where departement = 75", 1068, 0.5),
    ("fds.amount where departement = 13", 784.0e6, 0.05e6),
    ("fds.amount where departement = 23", 21.4e6, 0.05e6),
  ])
  func isAsPrinted(_ text: String, _ expected: Double, _ tolerance: Double) throws {
    let value = try #require(try value(text))
    #expect(abs(value - expected) <= tolerance, "\(text)")
  }

  @Test func intervalsAreReal() throws {
    let catalog = try Self.catalog.get()
    func days(_ name: String) throws -> Int? {
      try catalog.snapshot(of: #require(catalog.cube(name)), edition: edition).days
    }
    #expect(try days("fds") == 9)
    #expect(try days("pge") == 21)
  }
}
