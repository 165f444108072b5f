import ArgumentParser
import Diagnostics
import Digests
import Export
import Pages
import Reports
import Settings

/// `velin build`: one edition of a report, or its sheets.
struct Build: ParsableCommand {
  static let configuration = CommandConfiguration(
    abstract: "Builds one edition of a report, or a sheet for each of its territories.",
    discussion: "Prints the path of every file written. What is found wrong goes to standard error.")

  @OptionGroup var edition: EditionOptions

  @Option(help: "The folder to write to; made when it is not there.", completion: .directory)
  var out = "out"

  @Option(help: "What to write: pdf, svg, png, separated by commas.")
  var format = "pdf"

  @OptionGroup var output: OutputOptions

  @OptionGroup(title: "Sheets") var batch: BatchOptions

  @OptionGroup var options: RunOptions

  @Flag(help: "Print how long each phase took, and the peak memory, on standard error.")
  var timings = false

  func run() throws {
    try Session.run(options, about: edition.report, log: InputLog(keepsDigests: true)) { session in
      let formats = try Format.list(format)
      let writer = OutputWriter(
        folder: out, formats: formats, profile: try output.profile(), lettering: try output.lettering())
      var stopwatch = Stopwatch()
      stopwatch.start("load")
      let report = try OpenReport(edition.request(noting: session.log))
      if report.homes.isEmpty {
        try buildEdition(consume report, writer, &stopwatch, in: &session)
      } else {
        try buildSheets(report, writer, &stopwatch, in: &session)
      }
      stopwatch.stop()
      if timings { session.note(stopwatch.summary) }
    }
  }

  private func buildEdition(
    _ report: consuming OpenReport, _ writer: OutputWriter, _ stopwatch: inout Stopwatch,
    in session: inout Session
  ) throws {
    if !batch.given.isEmpty { throw Failure(BatchMessage.notABatch(batch.given, edition.report)) }
    var built = try report.build { stopwatch.start($0) }
    stopwatch.part("query", of: "compose", report.queryTime)
    if let created = try Clock.sourceDate() { built.document.properties.created = created }
    session.found(built.warnings)
    // Tables and outlines have served: their memory is free for drawing.
    _ = consume report
    stopwatch.start("draw")
    try writer.write(built) { try session.wrote($0) }
  }

  private func buildSheets(
    _ report: OpenReport, _ writer: OutputWriter, _ stopwatch: inout Stopwatch, in session: inout Session
  ) throws {
    // All that is wrong, with the first sheet's text, before any sheet is begun.
    if report.isMistaken { _ = try report.build(home: report.homes[0]) }
    let (shard, created) = (try Shard(batch.shard), try Clock.sourceDate())
    let territories = shard.members(of: try batch.territories.chosen(from: report))
    stopwatch.start("compare")
    let settings = settings(created)
    let standing = batch.rebuild ? [:] : stands(territories, of: report, settings: settings)
    if batch.resume { session.note("\(standing.count) of \(territories.count) sheets stand") }
    stopwatch.start("sheets")
    let maker = SheetMaker(report: report, writer: writer, created: created)
    let journal = BatchJournal(folder: out, batch: report.name(), shard: shard)
    let files = standing.values.flatMap(\.sheet.files).map { "\(out)/\($0.path)" }
    session.keeps(files + [journal.path], madeFrom: standing.values.flatMap(\.inputs.keys))
    var sheets = SheetBatch(
      maker, journal: journal, settings: settings, log: session.log, jobs: try batch.territories.workers(),
      keepsGoing: batch.keepGoing)
    try sheets.run(territories, standing: standing, in: &session)
    stopwatch.sheets = territories.count - standing.count - sheets.failed.count
    guard shard.isWhole, sheets.failed.isEmpty || batch.keepGoing else { return }
    stopwatch.start("index")
    try Collection(report: report, writer: writer, created: created, binds: batch.bind)
      .write(expecting: territories, failed: sheets.failed, in: &session)
  }

  /// The digest of all that decides a sheet's bytes, but for the files that it is made from.
  private func settings(_ created: String?) -> String {
    SHA256.hex(
      ([Program.digest(), edition.report, format, output.pdfProfile, output.svgText, created ?? ""]
        + edition.parameters + [edition.allowStale ? "stale" : ""]).joined(separator: "\u{0}"))
  }

  private func stands(
    _ territories: [Territory], of report: OpenReport, settings: String
  ) -> [String: BatchJournal.Entry] {
    let entries = BatchJournal.entries(folder: out, batch: report.name())
    var standing = Standing(settings: settings, folder: out, toleratesWarnings: !options.strict)
    return territories.reduce(into: [:]) { kept, territory in
      if let entry = entries[territory.code], standing.holds(entry) { kept[territory.code] = entry }
    }
  }
}
