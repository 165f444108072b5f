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
  private let file: PDFFile
  private let pages: [PDFObject]

  public static func finish(
    _ drawn: PDFExporter.Drawn, of document: PagedDocument, profile: PDFProfile = .accessibleWithData
  ) throws -> [UInt8] {
    do {
      let finisher = try PDFFinisher(drawn, of: document, profile: profile)
      try finisher.finish(drawn.marks)
      try finisher.file.check()
      return try finisher.file.written()
    } catch let error as QPDFError {
      throw Failure(ExportMessage.finishing(error.description))
    }
  }

  private init(_ drawn: PDFExporter.Drawn, of document: PagedDocument, profile: PDFProfile) throws {
    self.document = document
    self.profile = profile
    ligatures = drawn.ligatures
    file = try PartJoiner.file(drawn.parts)
    pages = file.pages
    guard pages.count == document.pages.count else {
      let problem = "\(pages.count) pages were drawn, the document has \(document.pages.count)"
      throw Failure(ExportMessage.finishing(problem))
    }
  }

  private func finish(_ marks: MarkRecord) throws {
    forgetCatalog()
    let links = try LinkAnnotations(document, pages: pages, file: file, isTagged: profile.isTagged)
    let attachments = profile == .accessibleWithData ? try EmbeddedFiles(document, in: file) : nil
    if profile.isTagged {
      let tree = try StructureTree(document, marks: marks, links: links.areas)
      try PageMarks(roles: tree.roles, margins: MarginBoxes(of: document)).rewrite(pages, marks)
      var writer = StructureWriter(
        file: file, structure: document.structure, pages: pages, links: links, attachments: attachments)
      let root = writer.write(tree)
      file.root.set("StructTreeRoot", .object(root))
      file.root.set("MarkInfo", .dictionary(["Marked": .boolean(true)]))
      try OutputIntent.add(to: file)
    }
    for page in pages { page.set("Tabs", .name("S")) }
    try FontRepair(ligatures).repair(pages)
    try addCatalogEntries()
    try Metadata(document.properties, profile: profile).write(to: file)
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
