import Diagnostics
import QPDF

/// Checks of a file that promises to be accessible and archivable: also those that validators leave out.
struct FileChecks {
  let path: String
  let file: PDFFile
  let pages: [PDFObject]
  let contents: [PageContent]
  let structure: TaggedElement?
  let fonts: [InspectedFile.Font]
  let xmp: XMPReader?

  func findings(_ structureProblems: [String]) -> [Diagnostic] {
    var list = FindingList(path: path)
    checkCatalog(&list)
    checkMetadata(&list)
    for problem in structureProblems { list.add("broken-structure", problem, "7.1") }
    for (number, content) in contents.enumerated() {
      for problem in content.problems { list.add("stray-content", "page \(number + 1): \(problem)", "7.1") }
    }
    for font in fonts where !font.isEmbedded || !font.isReadable {
      let what = font.isEmbedded ? "has no map to characters" : "is not embedded"
      list.add("font", "the font \(font.name) \(what)", font.isEmbedded ? "7.21.7" : "7.21.4.1")
    }
    guard let structure else { return list.findings }
    TreeChecks(file: file, pages: pages, contents: contents, root: structure).check(&list)
    ElementChecks(file: file, pages: pages, root: structure).check(&list)
    checkAttachments(&list)
    return list.findings
  }

  private func checkCatalog(_ list: inout FindingList) {
    let root = file.root
    if structure == nil { list.add("untagged", "the file has no structure", "7.1") }
    if root["MarkInfo"]?["Marked"]?.boolean != true {
      list.add("not-marked", "the catalog does not say that the file is tagged", "7.1")
    }
    let language = root["Lang"]?.text ?? ""
    if !language.isLanguageTag {
      list.add("language", "found the language `\(language)`, expected one like `fr` or `fr-FR`", "7.2")
    }
    if root["ViewerPreferences"]?["DisplayDocTitle"]?.boolean != true {
      list.add("title-not-shown", "readers are not told to show the title", "7.1")
    }
    if file.isEncrypted { list.add("encrypted", "the file is encrypted", "ISO 19005-3, 6.1.3") }
    if root["OutputIntents"]?.items.contains(where: { $0["DestOutputProfile"] != nil }) != true {
      list.add("no-output-intent", "the file does not say what its colours mean", "ISO 19005-3, 6.2.2")
    }
  }

  /// Title, author …: document information and XMP must say the same.
  private func checkMetadata(_ list: inout FindingList) {
    guard let xmp else { return list.add("no-metadata", "the file has no XMP metadata", "7.1") }
    if xmp.value("pdfuaid:part") == nil {
      list.add("no-promise", "the metadata does not promise PDF/UA", "clause 5")
    }
    if xmp.value("pdfaid:part") == nil || xmp.value("pdfaid:conformance") == nil {
      list.add("no-promise", "the metadata does not promise PDF/A", "ISO 19005-3, 6.6.4")
    }
    if (xmp.value("dc:title") ?? "").allSatisfy(\.isWhitespace) {
      list.add("no-title", "the metadata has no title", "7.1")
    }
    let pairs = [
      ("Title", "dc:title"), ("Author", "dc:creator"), ("Subject", "dc:description"),
      ("Keywords", "pdf:Keywords"), ("Creator", "xmp:CreatorTool"), ("Producer", "pdf:Producer"),
      ("CreationDate", "xmp:CreateDate"), ("ModDate", "xmp:ModifyDate"),
    ]
    for (key, name) in pairs {
      var information = file.trailer["Info"]?[key]?.text
      var metadata = xmp.value(name)
      if key.hasSuffix("Date") { (information, metadata) = (information?.dateDigits, metadata?.dateDigits) }
      guard information != metadata else { continue }
      list.add(
        "information-differs",
        "\(key) is `\(information ?? "")` in the document information, `\(metadata ?? "")` in the metadata",
        "ISO 19005-3, 6.6.3")
    }
  }

  private func checkAttachments(_ list: inout FindingList) {
    let associated = Set((file.root["AF"]?.items ?? []).map(\.number))
    for (name, value) in file.root["Names"]?["EmbeddedFiles"]?.nameTree() ?? [] {
      if value["AFRelationship"]?.name == nil || !associated.contains(value.number) {
        list.add("attachment", "the attachment \(name) is not associated with anything", "ISO 19005-3, 6.8")
      }
    }
  }
}

/// Findings in the order they are made.
struct FindingList {
  let path: String
  private(set) var findings: [Diagnostic] = []

  init(path: String) { self.path = path }

  mutating func add(_ code: String, _ message: String, _ clause: String) {
    findings.append(InspectionMessage.finding(path, code, message, clause))
  }
}

extension String {
  /// `D:20210411080000Z` and `2021-04-11T08:00:00Z` have the same.
  fileprivate var dateDigits: String { filter(\.isNumber) }

  /// Two or three letters, then parts of up to eight letters and digits (BCP 47, simplified).
  fileprivate var isLanguageTag: Bool {
    let parts = split(separator: "-", omittingEmptySubsequences: false)
    guard let first = parts.first, (2...3).contains(first.count), first.allSatisfy(\.isLetter) else {
      return false
    }
    return allSatisfy(\.isASCII)
      && parts.dropFirst().allSatisfy {
        (1...8).contains($0.count) && $0.allSatisfy { $0.isLetter || $0.isNumber }
      }
  }
}
