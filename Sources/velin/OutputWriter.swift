import Export
import Reports

/// Writes an edition's files, each whole or not at all.
struct OutputWriter {
  var folder: String
  var formats: [Format]
  var profile = PDFProfile.accessibleWithData
  var lettering = SVGLettering.outlines
  /// Of all editions: they have the same fonts.
  private let faces = FacePool()

  /// A file in memory; `name` starts at the folder.
  typealias File = (name: String, bytes: [UInt8])

  /// Every file is made in memory before the first is written; `wrote` is told the path of each.
  func write(_ edition: BuiltEdition, wrote: (String) throws -> Void) throws {
    for file in try files(edition) {
      try AtomicFile.write(file.bytes, to: path(of: file))
      try wrote(path(of: file))
    }
  }

  func path(of file: File) -> String { "\(folder)/\(file.name)" }

  func files(_ edition: BuiltEdition) throws -> [File] {
    try formats.flatMap { try files(edition, $0) }
  }

  private func files(_ edition: BuiltEdition, _ format: Format) throws -> [File] {
    let (stem, document) = (edition.name, edition.document)
    switch format {
    case .pdf:
      return [("\(stem).pdf", try pdf(edition))]
    case .svg:
      let pages = try SVGExporter.pages(of: document, fonts: edition.fonts, lettering: lettering)
      return pages.enumerated().map { ("\(stem)-page-\(padded($0 + 1)).svg", $1) }
    case .png:
      return try document.pages.enumerated().map { index, page in
        let bytes = try PNGExporter.png(
          of: page.frame, drawings: document.drawings, fonts: edition.fonts, dotsPerInch: 96)
        return ("\(stem)-page-\(padded(index + 1)).png", bytes)
      }
    }
  }

  private func pdf(_ edition: BuiltEdition) throws -> [UInt8] {
    try PDFExporter.pdf(edition.document, fonts: edition.fonts, profile: profile, faces: faces)
  }

  private func padded(_ number: Int) -> String { number < 10 ? "0\(number)" : "\(number)" }
}
