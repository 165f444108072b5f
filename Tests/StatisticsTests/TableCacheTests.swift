import Foundation
import Testing

@testable import Statistics

@Suite struct TableCacheTests {
  private func kept(_ folder: URL) throws -> [URL] {
    try FileManager.default.contentsOfDirectory(
      at: folder.appending(path: "cache/tables"), includingPropertiesForKeys: nil)
  }

  @Test func aKeptTableGivesTheSameFigures() throws {
    try Town.open(cache: true) { catalog, folder throws in
      let first = try catalog.rows("aid.amount", by: ["region", "departement"])
      #expect(try kept(folder).count == 1)
      let again = try Town.load(folder)
      #expect(try again.rows("aid.amount", by: ["region", "departement"]) == first)
      #expect(try kept(folder).count == 1)
    }
  }

  /// The kept table is really read: one that was altered in place shows.
  @Test func aKeptTableIsReadInsteadOfTheFile() throws {
    try Town.open(cache: true) { catalog, folder throws in
      #expect(try catalog.number("aid.amount") == .value(1450))
      let file = try #require(try kept(folder).first)
      var bytes = [UInt8](try Data(contentsOf: file))
      let old = withUnsafeBytes(of: 1450.0) { Array($0) }
      let new = withUnsafeBytes(of: 1451.0) { Array($0) }
      let at = try #require(bytes.indices.dropLast(7).first { Array(bytes[$0..<$0 + 8]) == old })
      bytes.replaceSubrange(at..<at + 8, with: new)
      try Data(bytes).write(to: file)
      #expect(try Town.load(folder).number("aid.amount") == .value(1451))
    }
  }

  @Test func changedBytesGiveANewTable() throws {
    try Town.open(cache: true) { catalog, folder throws in
      #expect(try catalog.number("aid.amount") == .value(1450))
      let table = folder.appending(path: "totals.csv")
      let text = try String(contentsOf: table, encoding: .utf8)
        .replacing("2021-01-15,FR,FR,1450", with: "2021-01-15,FR,FR,1460")
      try Data(text.utf8).write(to: table)
      #expect(try Town.load(folder).number("aid.amount") == .value(1460))
    }
  }

  /// Codes are kept as places in the nomenclature, so a nomenclature that grows gives a new table.
  @Test func aChangedNomenclatureGivesANewTable() throws {
    try Town.open(cache: true) { catalog, folder throws in
      #expect(try catalog.number("aid.amount where departement = N1") == .value(140))
      let table = folder.appending(path: "departements.csv")
      let text = try String(contentsOf: table, encoding: .utf8)
        .replacing("N1,Élan", with: "N0,Avant,N,metropole,3,5\nN1,Élan")
      try Data(text.utf8).write(to: table)
      #expect(try Town.load(folder).number("aid.amount where departement = N1") == .value(140))
    }
  }

  @Test(arguments: ["empty", "short", "long", "nonsense"])
  func aDamagedTableIsReadAnew(damage: String) throws {
    try Town.open(cache: true) { catalog, folder throws in
      #expect(try catalog.number("aid.amount") == .value(1450))
      let file = try #require(try kept(folder).first)
      let bytes = try Data(contentsOf: file)
      let damaged =
        switch damage {
        case "empty": Data()
        case "short": bytes.dropLast(9)
        case "long": bytes + [0]
        default: Data(repeating: 0xFF, count: bytes.count)
        }
      try damaged.write(to: file)
      #expect(try Town.load(folder).number("aid.amount") == .value(1450))
      #expect(try Data(contentsOf: file) == bytes, "and kept again")
    }
  }

  @Test func aCacheThatCannotBeWrittenChangesNothing() throws {
    try Town.open { _, folder throws in
      try Data("a file in the way".utf8).write(to: folder.appending(path: "cache"))
      #expect(try Town.load(folder).number("aid.amount") == .value(1450))
    }
  }
}
