import Diagnostics
import Inspection
import QPDF
import Testing

@Suite struct InspectedFileTests {
  private func inspected() throws -> InspectedFile { try InspectedFile(Fixture.pdf(), path: "a.pdf") }

  @Test func whatAFileSaysOfItself() throws {
    let file = try inspected()
    #expect(file.version == "1.7")
    #expect(file.profiles == ["PDF/UA-1", "PDF/A-3A"])
    #expect(file.language == "fr")
    #expect(file.pages.map(\.label) == ["1", "2"])
    #expect(file.properties.first.map { $0.value } == "Aides & <entreprises>")
    #expect(
      file.outline.map { "\($0.level) \($0.title) \($0.page ?? -1)" } == ["1 Titre 0", "2 La partie 0"])
    #expect(file.attachments.map(\.name) == ["figure-1.csv"])
    #expect(file.attachments.first?.relationship == "Data")
    #expect(file.attachments.first?.size == 10)
    #expect(file.fonts.allSatisfy { $0.isEmbedded && $0.isReadable })
    #expect(file.fonts.count >= 1)
  }

  @Test func theStructureIsReadInItsOrder() throws {
    let structure = try #require(try inspected().structure)
    #expect(structure.type == "Document")
    #expect(
      structure.elements.map(\.type) == ["H1", "P", "H2", "Div", "Table", "L", "Note", "Note", "P"])
    // The link stands within its sentence; words at line ends are apart.
    #expect(structure.elements[1].text == "Voir le site de l’édition.")
    #expect(structure.elements[3].elements[1].alternative == "Deux barres, la seconde plus haute.")
    let table = structure.elements[4]
    #expect(table.elements[1].elements[0].elements.map(\.scope) == ["Column", "Column"])
    #expect(structure.elements.last?.text == "La fin.")
  }

  @Test func aFileOfTheOtherProfileKeepsNothingBack() throws {
    let file = try InspectedFile(Fixture.pdf(profile: .accessible), path: "a.pdf")
    #expect(file.profiles == ["PDF/UA-1", "PDF/A-2A"])
    #expect(file.attachments.isEmpty)
    #expect(file.findings.map(\.message) == [])
  }

  @Test func aPlainFilePromisesNothing() throws {
    let file = try InspectedFile(Fixture.pdf(profile: .plain), path: "a.pdf")
    #expect(file.profiles.isEmpty)
    #expect(file.structure == nil)
    #expect(file.outline.count == 2)
    #expect(file.findings.contains { $0.code == "untagged" })
  }

  @Test func whatIsNoPDFIsRefused() throws {
    let failure = try #require(throws: Failure.self) {
      try InspectedFile(Array("nothing".utf8), path: "a.pdf")
    }
    #expect(failure.diagnostics.first?.code == "unreadable-pdf")
    #expect(failure.diagnostics.first?.place == .file(path: "a.pdf"))
  }
}
