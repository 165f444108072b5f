import Diagnostics
import Export
import Reports

/// The last step of a batch: the manifest and the index of all sheets, whatever parts built them.
struct Collection {
  let report: OpenReport
  let writer: OutputWriter
  let created: String?
  /// Whether all sheets are bound into one volume too.
  let binds: Bool

  /// Writes manifest and index for the sheets that the folder's journals know, but for those that `failed`. Throws
  /// `not-built` where one of `expected` is not there and did not fail.
  func write(expecting expected: [Territory], failed: Set<String> = [], in session: inout Session) throws {
    let entries = BatchJournal.entries(folder: writer.folder, batch: report.name())
      .filter { !failed.contains($0.key) }
    let territories = report.homes.enumerated().map { Territory(order: $0, home: $1) }
    let missing = expected.filter { entries[$0.code] == nil }
    if missing.contains(where: { !failed.contains($0.code) }) {
      throw Failure(BatchMessage.notBuilt(missing, folder: writer.folder))
    }
    let manifest = Manifest(
      name: report.name(), sheets: territories.compactMap { entries[$0.code]?.sheet }, missing: missing)
    for (ending, text) in [("csv", manifest.csv), ("json", manifest.json)] {
      let path = "\(writer.folder)/\(manifest.name).\(ending)"
      try AtomicFile.write(Array(text.utf8), to: path)
      try session.wrote(path)
    }
    try writeIndex(manifest, territories, in: &session)
  }

  private func writeIndex(
    _ manifest: Manifest, _ territories: [Territory], in session: inout Session
  ) throws {
    let homes = Dictionary(territories.map { ($0.code, $0.home) }) { first, _ in first }
    let links = manifest.sheets.compactMap { sheet in
      homes[sheet.code].flatMap { home in
        sheet.files.first.map { OpenReport.SheetLink(home: home, file: $0.path, pages: sheet.pages) }
      }
    }
    guard !links.isEmpty else { return }
    var writer = writer
    writer.formats = [.pdf]
    for index in report.indexes(of: links) { try write(report.build(index), writer, in: &session) }
    if binds { try write(report.volume(of: links), writer, in: &session) }
  }

  private func write(_ built: BuiltEdition, _ writer: OutputWriter, in session: inout Session) throws {
    var built = built
    if let created { built.document.properties.created = created }
    try writer.write(built) { try session.wrote($0) }
  }
}
