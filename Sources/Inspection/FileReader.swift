import Diagnostics
import QPDF

/// Reads what a file holds, then checks it.
struct FileReader {
  let path: String
  let file: PDFFile
  let pages: [PDFObject]
  let contents: [PageContent]
  /// The index of each page, by the number of its object.
  let pageIndex: [Int: Int]

  init(_ bytes: [UInt8], path: String) throws {
    self.path = path
    file = try PDFFile(bytes)
    pages = file.pages
    contents = try pages.map { try PageContent($0) }
    pageIndex = Dictionary(pages.enumerated().map { ($1.number, $0) }) { first, _ in first }
  }

  func read() throws -> InspectedFile {
    let texts = contents.map { Dictionary($0.marks.map { ($0.number, $0.text) }) { first, _ in first } }
    var reader = file.root["StructTreeRoot"].map { StructureReader(root: $0, pages: pageIndex, texts: texts) }
    let structure = reader?.read()
    let xmp = try file.root["Metadata"].map { XMPReader(try $0.streamBytes()) }
    let fonts = readFonts()
    let checks = FileChecks(
      path: path, file: file, pages: pages, contents: contents, structure: structure, fonts: fonts, xmp: xmp)
    let inspected = InspectedFile(
      path: path, version: file.version, pages: readPages(), language: file.root["Lang"]?.text,
      properties: readProperties(), profiles: readProfiles(xmp), outline: readOutline(), structure: structure,
      attachments: readAttachments(), fonts: fonts, findings: checks.findings(reader?.problems ?? []))
    try file.check()
    return inspected
  }

  private func readPages() -> [InspectedFile.Page] {
    let labels = readLabels()
    return pages.enumerated().map { index, page in
      let box = page.inherited("MediaBox")?.items.compactMap(\.real) ?? []
      let (width, height) = box.count == 4 ? (box[2] - box[0], box[3] - box[1]) : (0, 0)
      return InspectedFile.Page(width: width, height: height, label: labels[index])
    }
  }

  /// Decimal numbers and prefixes; other styles are left out.
  private func readLabels() -> [Int: String] {
    let ranges = (file.root["PageLabels"]?.numberTree() ?? [:]).sorted { $0.key < $1.key }
    var labels: [Int: String] = [:]
    for (position, range) in ranges.enumerated() {
      let end = position + 1 < ranges.count ? ranges[position + 1].key : pages.count
      let style = range.value["S"]?.name
      guard range.key < end, style == nil || style == "D" else { continue }
      for page in range.key..<end {
        let number = (range.value["St"]?.integer ?? 1) + page - range.key
        labels[page] = (range.value["P"]?.text ?? "") + (style == nil ? "" : "\(number)")
      }
    }
    return labels
  }

  private func readProperties() -> [(name: String, value: String)] {
    let keys = ["Title", "Author", "Subject", "Keywords", "Creator", "Producer", "CreationDate", "ModDate"]
    return keys.compactMap { key in file.trailer["Info"]?[key]?.text.map { (key, $0) } }
  }

  private func readProfiles(_ xmp: XMPReader?) -> [String] {
    var profiles: [String] = []
    if let part = xmp?.value("pdfuaid:part") { profiles.append("PDF/UA-\(part)") }
    if let part = xmp?.value("pdfaid:part") {
      profiles.append("PDF/A-\(part)\(xmp?.value("pdfaid:conformance") ?? "")")
    }
    return profiles
  }

  private func readOutline() -> [InspectedFile.OutlineEntry] {
    var entries: [InspectedFile.OutlineEntry] = []
    var seen: Set<Int> = []
    func visit(_ first: PDFObject?, level: Int) {
      var next = first
      while let entry = next, seen.insert(entry.number).inserted {
        let target = entry["Dest"] ?? entry["A"]?["D"]
        entries.append(
          InspectedFile.OutlineEntry(
            title: entry["Title"]?.text ?? "", level: level,
            page: target?.items.first.flatMap { pageIndex[$0.number] }))
        visit(entry["First"], level: level + 1)
        next = entry["Next"]
      }
    }
    visit(file.root["Outlines"]?["First"], level: 1)
    return entries
  }

  private func readAttachments() -> [InspectedFile.Attachment] {
    (file.root["Names"]?["EmbeddedFiles"]?.nameTree() ?? []).map { name, value in
      let stream = value["EF"]?["UF"] ?? value["EF"]?["F"]
      return InspectedFile.Attachment(
        name: value["UF"]?.text ?? name, mediaType: stream?["Subtype"]?.name ?? "",
        relationship: value["AFRelationship"]?.name ?? "", title: value["Desc"]?.text ?? "",
        size: stream?["Params"]?["Size"]?.integer ?? 0)
    }
  }

  /// By name.
  private func readFonts() -> [InspectedFile.Font] {
    let fonts = file.objects.filter { object in
      !object.isStream && object["Type"]?.name == "Font" && !object.isDescendant
    }
    return Array(
      Set(
        fonts.map { font in
          let descriptor = (font["DescendantFonts"]?.items.first ?? font)["FontDescriptor"]
          let programs = ["FontFile", "FontFile2", "FontFile3"]
          return InspectedFile.Font(
            name: font["BaseFont"]?.name ?? "", isEmbedded: programs.contains { descriptor?[$0] != nil },
            isReadable: font["ToUnicode"] != nil)
        })
    ).sorted { ($0.name, $0.isEmbedded ? 0 : 1) < ($1.name, $1.isEmbedded ? 0 : 1) }
  }
}

extension PDFObject {
  /// An entry of a page, or of the nodes above it.
  func inherited(_ key: String) -> PDFObject? {
    var node: PDFObject? = self
    for _ in 0..<32 {
      if let value = node?[key] { return value }
      node = node?["Parent"]
    }
    return nil
  }

  /// Whether it is the part of a composite font that holds its glyphs.
  fileprivate var isDescendant: Bool { (self["Subtype"]?.name ?? "").hasPrefix("CIDFont") }
}
