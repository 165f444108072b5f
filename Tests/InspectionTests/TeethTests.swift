import Foundation
import Inspection
import QPDF
import Testing

/// A finished file is broken in one place after the other; the check must find each.
@Suite struct TeethTests {
  struct Break: Sendable, CustomTestStringConvertible {
    var name: String
    /// Of the finding that must be made.
    var code: String
    var apply: @Sendable (PDFFile) throws -> Void

    init(_ name: String, _ code: String, _ apply: @escaping @Sendable (PDFFile) throws -> Void) {
      (self.name, self.code, self.apply) = (name, code, apply)
    }

    var testDescription: String { name }
  }

  @Test func nothingIsFoundInASoundFile() throws {
    let file = try InspectedFile(Fixture.pdf(), path: "sound.pdf")
    #expect(file.findings.map(\.message) == [])
  }

  @Test(arguments: Self.content + Self.catalog + Self.tree + Self.elements)
  func aBrokenFileIsFound(_ broken: Break) throws {
    let file = try PDFFile(Fixture.pdf())
    try broken.apply(file)
    let codes = try InspectedFile(file.written(), path: "broken.pdf").findings.map(\.code)
    #expect(codes.contains(broken.code), "found \(codes)")
  }

  static let content = [
    Break("paint outside of all marks", "stray-content") { file in
      try file.rewriteContent(page: 0) { $0 += "\n0 0 10 10 re f\n" }
    },
    Break("a mark in a mark", "stray-content") { file in
      try file.rewriteContent(page: 0) { text in
        text = text.replacingOccurrences(of: "/MCID 1>> BDC", with: "/MCID 1>> BDC /P <</MCID 99>> BDC EMC")
      }
    },
    Break("a mark that does not end", "stray-content") { file in
      try file.rewriteContent(page: 1) { text in
        guard let end = text.range(of: "EMC") else { return }
        text.removeSubrange(end)
      }
    },
    Break("a mark's number twice", "stray-content") { file in
      try file.rewriteContent(page: 0) { $0 = $0.replacingOccurrences(of: "/MCID 2>>", with: "/MCID 1>>") }
    },
    Break("a mark that no element has", "orphan-mark") { file in
      try file.rewriteContent(page: 0) { $0 = $0.replacingOccurrences(of: "/MCID 1>>", with: "/MCID 77>>") }
    },
    Break("an element whose mark is gone", "missing-mark") { file in
      try file.rewriteContent(page: 0) { $0 = $0.replacingOccurrences(of: "/MCID 1>>", with: "/MCID 77>>") }
    },
    Break("a font without its glyphs", "font") { file in
      for object in file.objects where !object.isStream { object.set("FontFile3", nil) }
    },
    Break("a font without its characters", "font") { file in
      for object in file.objects where object["Type"]?.name == "Font" { object.set("ToUnicode", nil) }
    },
  ]

  static let catalog = [
    Break("no language", "language") { $0.root.set("Lang", nil) },
    Break("a language that is none", "language") { $0.root.set("Lang", .text("français")) },
    Break("not marked as tagged", "not-marked") { $0.root.set("MarkInfo", nil) },
    Break("no structure", "untagged") { $0.root.set("StructTreeRoot", nil) },
    Break("the title is not shown", "title-not-shown") { $0.root.set("ViewerPreferences", nil) },
    Break("no output intent", "no-output-intent") { $0.root.set("OutputIntents", nil) },
    Break("no metadata", "no-metadata") { $0.root.set("Metadata", nil) },
    Break("another title in the information", "information-differs") { file in
      file.trailer["Info"]?.set("Title", .text("Autre"))
    },
    Break("another date in the information", "information-differs") { file in
      file.trailer["Info"]?.set("ModDate", .text("D:20210412080000Z"))
    },
    Break("no promise of PDF/UA", "no-promise") { file in
      try file.rewriteMetadata { $0 = $0.replacingOccurrences(of: "pdfuaid:part>", with: "pdfuaid:rev>") }
    },
    Break("an attachment that belongs to nothing", "attachment") { $0.root.set("AF", nil) },
  ]

  static let tree = [
    Break("the way back leads elsewhere", "parent-tree") { file in
      let numbers = file.root["StructTreeRoot"]?["ParentTree"]?["Nums"]?.items ?? []
      let first = numbers[1].items
      numbers[1].removeItem(at: 0)
      numbers[1].append(.object(first[0]))
    },
    Break("a page without a way back", "parent-tree") { $0.pages[0].set("StructParents", nil) },
    Break("another page's way back", "parent-tree") { $0.pages[1].set("StructParents", .integer(0)) },
    Break("an element that names another parent", "wrong-parent") { file in
      file.elements("TR")[0].set("P", .object(file.elements("L")[0]))
    },
    Break("an element twice in the structure", "broken-structure") { file in
      file.elements("Document")[0]["K"]?.append(.object(file.elements("H1")[0]))
    },
    Break("a mark of two elements", "shared-mark") { file in
      file.elements("H2")[0].set("K", .integer(0))
    },
    Break("a link outside of the structure", "orphan-annotation") { file in
      file.elements("Link")[0].set("K", file.elements("Link")[0]["K"]?.items.first.map(PDFValue.object))
    },
    Break("a link in an element of text", "link-element") { file in
      file.elements("Link")[0].set("S", .name("Span"))
    },
    Break("a link that says nothing", "no-description") { file in
      file.pages[0]["Annots"]?.items[0].set("Contents", nil)
    },
    Break("a link that leads back elsewhere", "parent-tree") { file in
      file.pages[0]["Annots"]?.items[0].set("StructParent", .integer(0))
    },
    Break("the tab key does not follow the structure", "tab-order") { $0.pages[1].set("Tabs", nil) },
  ]

  static let elements = [
    Break("a figure without words", "no-alternative") { $0.elements("Figure")[0].set("Alt", nil) },
    Break("a figure with empty words", "no-alternative") { $0.elements("Figure")[0].set("Alt", .text(" ")) },
    Break("a figure without a place", "no-box") { $0.elements("Figure")[0].set("A", nil) },
    Break("a figure off the page", "no-box") { file in
      file.elements("Figure")[0]["A"]?.set("BBox", .array([0, 0, 900, 50].map(PDFValue.integer)))
    },
    Break("headings that skip a level", "heading-skips") { $0.elements("H2")[0].set("S", .name("H3")) },
    Break("no heading of the first level", "heading-skips") { $0.elements("H1")[0].set("S", .name("P")) },
    Break("a note without a name", "note-without-id") { $0.elements("Note")[0].set("ID", nil) },
    Break("two notes of one name", "id-twice") { file in
      file.elements("Note")[0].set("ID", file.elements("Note")[1]["ID"].map(PDFValue.object))
    },
    Break("names that the tree of names lacks", "id-tree") { $0.root["StructTreeRoot"]?.set("IDTree", nil) },
    Break("a header that heads nothing", "no-scope") { $0.elements("TH")[0].set("A", nil) },
    Break("a row that lacks a cell", "uneven-table") { file in
      file.elements("TR")[1]["K"]?.removeItem(at: 1)
    },
    Break("a cell outside of a row", "misplaced") { $0.elements("TR")[0].set("S", .name("P")) },
    Break("a point of a list that is none", "misplaced") { $0.elements("LI")[0].set("S", .name("P")) },
  ]
}
