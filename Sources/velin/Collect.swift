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
      try check(report, &session)
      let expected = report.homes.enumerated().map { Territory(order: $0, home: $1) }
      let known = BatchJournal.entries(folder: out, batch: report.name())
      let missing = keepGoing ? expected.filter { known[$0.code] == nil } : []
      try Collection(report: report, writer: writer, created: try Clock.sourceDate(), binds: bind)
        .write(expecting: expected, failed: Set(missing.map(\.code)), in: &session)
    }
  }

  /// Every file of the journals is the one that was built.
  private func check(_ report: OpenReport, _ session: inout Session) throws {
    var found = Collector()
    let entries = BatchJournal.entries(folder: out, batch: report.name())
    for code in entries.keys.sorted() {
      for file in entries[code]?.sheet.files ?? [] {
        let path = "\(out)/\(file.path)"
        session.log.note(path)
        if Standing.digest(path) != file.sha256 { found.add(BatchMessage.changedFile(path)) }
      }
    }
    try found.check()
  }
}
