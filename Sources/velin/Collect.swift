import ArgumentParser
import Diagnostics
import Export
import Reports

/// `velin collect`: the manifest and the index of sheets that several runs built.
struct Collect: ParsableCommand {
  static let configuration = CommandConfiguration(
    abstract: "Writes the manifest and the index of sheets that were built in parts.",
    discussion: """
      The folder holds the sheets and the journals of all parts. Every sheet is compared with its journal: size and \
      SHA-256. A batch that was built whole needs no collecting.
      """)

  @OptionGroup var edition: EditionOptions

  @Option(help: "The folder that the sheets are in.", completion: .directory)
  var out = "out"

  @OptionGroup var output: OutputOptions

  @Flag(help: "Bind all sheets into one volume too, with contents and bookmarks.")
  var bind = false

  @Flag(help: "Collect what is there, though sheets are missing.")
  var keepGoing = false

  @OptionGroup var options: RunOptions

  func run() throws {
    try Session.run(options, about: edition.report) { session in
      let report = try OpenReport(edition.request(noting: session.log))
      guard !report.homes.isEmpty else { throw Failure(BatchMessage.notABatch(["collect"], edition.report)) }
      let writer = OutputWriter(
        folder: out, formats: [.pdf], profile: try output.profile(), lettering: try output.lettering())
      let built = try checked(report, &session)
      let expected = report.homes.enumerated().map { Territory(order: $0, home: $1) }
      let missing = expected.filter { !built.contains($0.code) }
      if !keepGoing, !missing.isEmpty { throw Failure(BatchMessage.notBuilt(missing, folder: out)) }
      try Collection(report: report, writer: writer, created: try Clock.sourceDate(), binds: bind)
        .write(expecting: expected, failed: Set(missing.map(\.code)), in: &session)
    }
  }

  /// The codes of the sheets whose files are there. Throws where one is not the file that was built.
  private func checked(_ report: OpenReport, _ session: inout Session) throws -> Set<String> {
    var found = Collector()
    let entries = BatchJournal.entries(folder: out, batch: report.name())
    var built: Set<String> = []
    for code in entries.keys.sorted() {
      let files = entries[code]?.sheet.files ?? []
      let digests = files.map { file in
        session.log.note("\(out)/\(file.path)")
        return Standing.digest("\(out)/\(file.path)")
      }
      for (file, digest) in zip(files, digests) where digest != nil && digest != file.sha256 {
        found.add(BatchMessage.changedFile("\(out)/\(file.path)"))
      }
      if !digests.contains(nil) { built.insert(code) }
    }
    try found.check()
    return built
  }
}
