import Diagnostics
import Pages
import QPDF

/// What a file says about itself: as XMP and, in the same words, as document information.
struct Metadata {
  private let title, author, subject, keywords, language: String
  private let date: PDFDate
  private let profile: PDFProfile

  private static let creator = "Vélin"
  private static let producer = "Vélin, cairo, qpdf"

  init(_ properties: PagedDocument.Properties, profile: PDFProfile) throws {
    title = properties.title.printable
    author = properties.author.printable
    subject = properties.subject.printable
    keywords = properties.keywords.map(\.printable).joined(separator: ", ")
    language = properties.language.printable
    date = try PDFDate(properties.created)
    self.profile = profile
    guard title.contains(where: { !$0.isWhitespace }) else { throw Failure(ExportMessage.noTitle()) }
  }

  func write(to file: PDFFile) throws {
    var information: [String: PDFValue] = [
      "Title": .text(title), "Creator": .text(Self.creator), "Producer": .text(Self.producer),
      "CreationDate": date.value, "ModDate": date.value,
    ]
    for (key, text) in [("Author", author), ("Subject", subject), ("Keywords", keywords)] where !text.isEmpty
    {
      information[key] = .text(text)
    }
    file.trailer.set("Info", .object(file.add(.dictionary(information))))
    let packet = file.addStream(Array(xmp.utf8), ["Type": .name("Metadata"), "Subtype": .name("XML")])
    file.root.set("Metadata", .object(packet))
  }

  /// ISO 16684-1, in the order of its namespaces.
  private var xmp: String {
    """
    <?xpacket begin="\u{FEFF}" id="W5M0MpCehiHzreSzNTczkc9d"?>
    <x:xmpmeta xmlns:x="adobe:ns:meta/">
    <rdf:RDF xmlns:rdf="http://www.w3.org/1999/02/22-rdf-syntax-ns#">
    <rdf:Description rdf:about=""
      xmlns:dc="http://purl.org/dc/elements/1.1/"
      xmlns:pdf="http://ns.adobe.com/pdf/1.3/"
      xmlns:xmp="http://ns.adobe.com/xap/1.0/">
    \(description.joined(separator: "\n"))
    </rdf:Description>
    \(promises.joined(separator: "\n"))
    </rdf:RDF>
    </x:xmpmeta>
    <?xpacket end="r"?>
    """
  }

  private var description: [String] {
    var lines = ["<dc:format>application/pdf</dc:format>", "<dc:title>\(alternatives(title))</dc:title>"]
    if !author.isEmpty { lines.append("<dc:creator>\(list("Seq", author))</dc:creator>") }
    if !subject.isEmpty { lines.append("<dc:description>\(alternatives(subject))</dc:description>") }
    lines.append("<dc:language>\(list("Bag", language))</dc:language>")
    if !keywords.isEmpty { lines.append("<pdf:Keywords>\(escaped(keywords))</pdf:Keywords>") }
    return lines + [
      "<pdf:Producer>\(Self.producer)</pdf:Producer>",
      "<xmp:CreatorTool>\(Self.creator)</xmp:CreatorTool>",
      "<xmp:CreateDate>\(date.iso)</xmp:CreateDate>",
      "<xmp:ModifyDate>\(date.iso)</xmp:ModifyDate>",
      "<xmp:MetadataDate>\(date.iso)</xmp:MetadataDate>",
    ]
  }

  /// The standards that the file conforms to. ISO 19005 does not know the schema of ISO 14289: it is described.
  private var promises: [String] {
    guard let part = profile.archivePart else { return [] }
    return [
      """
      <rdf:Description rdf:about="" xmlns:pdfaid="http://www.aiim.org/pdfa/ns/id/"
        xmlns:pdfuaid="http://www.aiim.org/pdfua/ns/id/">
      <pdfaid:part>\(part)</pdfaid:part>
      <pdfaid:conformance>A</pdfaid:conformance>
      <pdfuaid:part>1</pdfuaid:part>
      </rdf:Description>
      """,
      """
      <rdf:Description rdf:about=""
        xmlns:pdfaExtension="http://www.aiim.org/pdfa/ns/extension/"
        xmlns:pdfaSchema="http://www.aiim.org/pdfa/ns/schema#"
        xmlns:pdfaProperty="http://www.aiim.org/pdfa/ns/property#">
      <pdfaExtension:schemas><rdf:Bag><rdf:li rdf:parseType="Resource">
      <pdfaSchema:schema>PDF/UA identification</pdfaSchema:schema>
      <pdfaSchema:namespaceURI>http://www.aiim.org/pdfua/ns/id/</pdfaSchema:namespaceURI>
      <pdfaSchema:prefix>pdfuaid</pdfaSchema:prefix>
      <pdfaSchema:property><rdf:Seq><rdf:li rdf:parseType="Resource">
      <pdfaProperty:name>part</pdfaProperty:name>
      <pdfaProperty:valueType>Integer</pdfaProperty:valueType>
      <pdfaProperty:category>internal</pdfaProperty:category>
      <pdfaProperty:description>The part of ISO 14289 that the file conforms to</pdfaProperty:description>
      </rdf:li></rdf:Seq></pdfaSchema:property>
      </rdf:li></rdf:Bag></pdfaExtension:schemas>
      </rdf:Description>
      """,
    ]
  }

  private func alternatives(_ text: String) -> String {
    "<rdf:Alt><rdf:li xml:lang=\"x-default\">\(escaped(text))</rdf:li></rdf:Alt>"
  }

  private func list(_ kind: String, _ text: String) -> String {
    "<rdf:\(kind)><rdf:li>\(escaped(text))</rdf:li></rdf:\(kind)>"
  }

  private func escaped(_ text: String) -> String {
    text.unicodeScalars.map { scalar in
      switch scalar {
      case "&": "&amp;"
      case "<": "&lt;"
      case ">": "&gt;"
      default: String(Character(scalar))
      }
    }.joined()
  }
}
