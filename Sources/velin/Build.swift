import ArgumentParser
import Diagnostics
import Export
import Pages
import Reports

/// `velin build`: one edition of a report.
struct Build: ParsableCommand {
  static let configuration = CommandConfiguration(abstract: "Builds one edition of a report.")

  @Argument(help: "The report file, for instance layouts/weekly.md.")
  var report: String

  @Option(name: .customLong("set"), help: ArgumentHelp("A parameter of the report.", valueName: "name=value"))
  var parameters: [String] = []

  @Option(help: "The folder to write to; made when it is not there.")
  var out = "out"

  @Option(help: "What to write: pdf, svg, png, separated by commas.")
  var format = "pdf"

  @OptionGroup var output: OutputOptions

  @Option(help: "Where read tables are kept between runs; `none` keeps nothing.")
  var cache = ".cache/velin"

  @Flag(help: "Print sources older than their declared freshness instead of refusing them.")
  var allowStale = false

  @Flag(help: "Warnings make the run fail (exit code 1).")
  var strict = false

  @Flag(help: "Print how long each phase took, and the peak memory, on standard error.")
  var timings = false

  func run() throws {
    var console = Console()
    var stopwatch = Stopwatch()
    do {
      let formats = try Format.list(format)
      let (profile, lettering) = (try output.profile(), try output.lettering())
      let request = BuildRequest(
        report: report, parameters: try pairs(), cache: cache == "none" ? nil : cache, allowStale: allowStale)
      var edition = try request.build { stopwatch.start($0) }
      if let created = try Clock.sourceDate() { edition.document.properties.created = created }
      stopwatch.start("draw")
      for path in try OutputWriter(folder: out, formats: formats, profile: profile, lettering: lettering)
        .write(edition)
      {
        print(path)
      }
      stopwatch.stop()
      console.show(edition.warnings)
      if timings { console.note(stopwatch.summary) }
      if strict, !edition.warnings.isEmpty { throw ExitCode(1) }
    } catch let failure as Failure {
      console.show(failure.diagnostics)
      throw ExitCode(failure.exitCode)
    }
  }

  private func pairs() throws -> [BuildRequest.Parameter] {
    try parameters.map { text in
      guard let equals = text.firstIndex(of: "="), equals > text.startIndex else {
        throw Failure(
          Diagnostic(
            .error, .usage, code: "bad-parameter", "found `--set \(text)`, expected `--set name=value`",
            hint: "for instance `--set date=2021-04-11`"))
      }
      return BuildRequest.Parameter(
        name: String(text[..<equals]), value: String(text[text.index(after: equals)...]))
    }
  }
}
