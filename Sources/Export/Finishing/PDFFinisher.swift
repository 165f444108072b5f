import Diagnostics
import Pages
import QPDF

/// Turns the pages that Cairo drew into a document: structure, links, bookmarks, metadata, attachments.
///
/// The facts about Cairo 1.16 that it relies on are checked as it goes: where marks and record differ, no file
/// is made.
public struct PDFFinisher {
  private let document: PagedDocument
  private let profile: PDFProfile
  private let ligatures: [Unicode.Scalar: String]
  private let facts: FinishingFacts
  /// Made while the parts are joined; `nil` where nothing is tagged.
  private let tree: Begun<Result<StructureTree, any Error>>?
  private let file: PDFFile
  private let pages: [PDFObject]

  public static func finish(
    _ drawn: PDFExporter.Drawn, of document: PagedDocument, profile: PDFProfile = .accessibleWithData
  ) throws -> [UInt8] {
    try finish(drawn, of: document, profile: profile, FinishingFacts(document, profile: profile))
  }

  static func finish(
    _ drawn: PDFExporter.Drawn, of document: PagedDocument, profile: PDFProfile, _ facts: FinishingFacts
  ) throws -> [UInt8] {
    do {
      let finisher = try PDFFinisher(drawn, of: document, profile: profile, facts)
      return try finisher.finished(drawn.marks)
    } catch let error as QPDFError {
      throw Failure(ExportMessage.finishing(error.description))
    }
  }

  private init(
    _ drawn: PDFExporter.Drawn, of document: PagedDocument, profile: PDFProfile, _ facts: FinishingFacts
  ) throws {
    (self.document, self.profile, self.facts) = (document, profile, facts)
    ligatures = drawn.ligatures
    let tree = Begun { [structure = document.structure, marks = drawn.marks] in
      Result {
        try StructureTree(
          structure, marks: marks, links: facts.links.value.areas, boxes: facts.figures.value)
      }
    }
    self.tree = profile.isTagged ? tree : nil
    file = try PartJoiner.file(drawn.parts)
    pages = file.pages
    guard pages.count == document.pages.count else {
      let problem = "\(pages.count) pages were drawn, the document has \(document.pages.count)"
      throw Failure(ExportMessage.finishing(problem))
    }
  }

  private func finished(_ marks: MarkRecord) throws -> [UInt8] {
    forgetCatalog()
    let links = facts.links.value
    LinkAnnotations.add(links, of: document, to: file, isTagged: profile.isTagged)
    if profile == .accessibleWithData {
      try EmbeddedFiles.add(document, deflated: facts.attachments.value.get(), to: file)
    }
    let tree = try self.tree?.value.get()
    if let tree { try prepare(for: tree, marks) }
    for page in pages { page.set("Tabs", .name("S")) }
    try FontRepair(ligatures).repair(pages)
    try addCatalogEntries()
    try Metadata(document.properties, profile: profile).write(to: file)
    try file.check()
    let written = try file.written()
    guard let tree else { return written }
    return try self.written(tree, counts: marks.counts, links: links.areas, behind: written)
  }

  /// What the pages and the catalog say of the structure that will stand behind them.
  private func prepare(for tree: StructureTree, _ marks: MarkRecord) throws {
    try PageMarks(roles: tree.roles, margins: facts.margins.value).rewrite(pages, marks)
    for (number, page) in pages.enumerated() { page.set("StructParents", .integer(number)) }
    file.root.set("StructTreeRoot", .object(file.add(.dictionary(["Type": .name("StructTreeRoot")]))))
    file.root.set("MarkInfo", .dictionary(["Marked": .boolean(true)]))
    try OutputIntent.add(to: file)
  }

  private func written(
    _ tree: StructureTree, counts: [Int], links: [LinkArea], behind written: [UInt8]
  ) throws -> [UInt8] {
    let base = try PDFFile(written)
    let files = profile == .accessibleWithData ? document.attachments : []
    var writer = StructureWriter(
      document, numbers: ObjectNumbers(of: base, links: links, attachments: files), marks: counts,
      behind: try PDFTail(behind: written, of: base))
    return try writer.write(tree)
  }

  /// What Cairo says about the document as a whole gives way.
  private func forgetCatalog() {
    for key in ["StructTreeRoot", "MarkInfo", "Outlines", "PageLabels", "Names"] { file.root.set(key, nil) }
    for page in pages { for key in ["Annots", "StructParents"] { page.set(key, nil) } }
  }

  private func addCatalogEntries() throws {
    file.root.set("Lang", .text(document.properties.language.printable))
    file.root.set("ViewerPreferences", .dictionary(["DisplayDocTitle": .boolean(true)]))
    file.root.set("PageLabels", PageLabels.value(document.pages.map(\.label)))
    if let outline = OutlineWriter(file: file, document: document, pages: pages).write() {
      file.root.set("Outlines", .object(outline))
      file.root.set("PageMode", .name("UseOutlines"))
    }
  }
}

extension String {
  /// Without control characters: some end a string in a reader's eyes, some cannot stand in XML, and U+001B
  /// starts a language code in a PDF's text. Line ends and tabs are spaces.
  var printable: String {
    guard unicodeScalars.contains(where: \.isControl) else { return self }
    return String(
      String.UnicodeScalarView(
        unicodeScalars.compactMap { scalar in
          guard scalar.isControl else { return scalar }
          return scalar == "\n" || scalar == "\r" || scalar == "\t" ? " " : nil
        }))
  }
}

extension Unicode.Scalar {
  fileprivate var isControl: Bool {
    value < 0x20 || value >= 0x7F && value < 0xA0 || value == 0xFFFE || value == 0xFFFF || value == 0xFEFF
  }
}
