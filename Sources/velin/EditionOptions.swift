import ArgumentParser
import Diagnostics
import Reports
import Settings

/// Which edition of which report.
struct EditionOptions: ParsableArguments {
  @Argument(help: "The report file, for instance layouts/weekly.md.", completion: .file(extensions: ["md"]))
  var report: String

  @Option(name: .customLong("set"), help: ArgumentHelp("A parameter of the report.", valueName: "name=value"))
  var parameters: [String] = []

  @Option(
    help: "Where read tables are kept between runs; `none` keeps nothing.", completion: .directory)
  var cache = ".cache/velin"

  @Flag(help: "Print sources older than their declared freshness instead of refusing them.")
  var allowStale = false

  func request(noting log: InputLog) throws -> BuildRequest {
    BuildRequest(
      report: report, parameters: try pairs(), cache: cache == "none" ? nil : cache, allowStale: allowStale,
      log: log)
  }

  private func pairs() throws -> [BuildRequest.Parameter] {
    try parameters.map { text in
      guard let equals = text.firstIndex(of: "="), equals > text.startIndex else {
        throw Failure(RunMessage.badParameter(text))
      }
      return BuildRequest.Parameter(
        name: String(text[..<equals]), value: String(text[text.index(after: equals)...]))
    }
  }
}
