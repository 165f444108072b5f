import Pages
import QPDF

/// The files that a document carries: what it was made from, and the figures behind its pictures.
enum EmbeddedFiles {
  /// Adds them to the file's catalog, as associated files (ISO 19005-3, 6.8) in their order, and by their names.
  ///
  /// `deflated`: the bytes of each.
  static func add(_ document: PagedDocument, deflated: [DeflatedBytes], to file: PDFFile) throws {
    let attachments = document.attachments
    guard !attachments.isEmpty else { return }
    let date = try PDFDate(document.properties.created)
    let specifications = zip(attachments, deflated).map {
      specification(of: $0, bytes: $1, in: file, date: date)
    }
    let named = zip(attachments, specifications).sorted {
      $0.0.name.utf8.lexicographicallyPrecedes($1.0.name.utf8)
    }
    let names = file.add(
      .dictionary(["Names": .array(named.flatMap { [.text($0.name.printable), .object($1)] })]))
    file.root.set("AF", .object(file.add(.array(specifications.map(PDFValue.object)))))
    file.root.set("Names", .dictionary(["EmbeddedFiles": .object(names)]))
  }

  private static func specification(
    of attachment: PagedDocument.Attachment, bytes: DeflatedBytes, in file: PDFFile, date: PDFDate
  ) -> PDFObject {
    let stream = file.addStream(
      bytes,
      [
        "Type": .name("EmbeddedFile"), "Subtype": .name(attachment.mediaType),
        "Params": .dictionary([
          "Size": .integer(attachment.bytes.count), "CreationDate": date.value, "ModDate": date.value,
        ]),
      ])
    let name = PDFValue.text(attachment.name.printable)
    return file.add(
      .dictionary([
        "Type": .name("Filespec"), "F": name, "UF": name, "Desc": .text(attachment.title.printable),
        "AFRelationship": .name(attachment.relationship.name),
        "EF": .dictionary(["F": .object(stream), "UF": .object(stream)]),
      ]))
  }
}

extension PagedDocument.Attachment.Relationship {
  fileprivate var name: String {
    switch self {
    case .source: "Source"
    case .data: "Data"
    }
  }
}
