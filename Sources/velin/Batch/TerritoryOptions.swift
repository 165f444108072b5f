import ArgumentParser
import Diagnostics
import Reports

/// Which territories of a report with `each:`, and how many at the same time.
struct TerritoryOptions: ParsableArguments {
  @Option(help: ArgumentHelp("These territories alone: 29,75.", valueName: "codes"))
  var only: String?

  @Option(help: "How many sheets are made at the same time; as many as there are processors by default.")
  var jobs: Int?

  func workers() throws -> Int {
    guard let jobs else { return processors() }
    guard (1...1024).contains(jobs) else { throw Failure(BatchMessage.badJobs(jobs)) }
    return jobs
  }

  /// The territories of `--only`, or all; in the report's order.
  func chosen(from report: OpenReport) throws -> [Territory] {
    let all = report.homes.enumerated().map { Territory(order: $0, home: $1) }
    guard let only else { return all }
    let codes = only.split(separator: ",").map { $0.filter { $0 != " " } }
    let known = Set(all.map(\.code))
    var found = Collector()
    for code in codes where !known.contains(code) {
      found.add(BatchMessage.unknownTerritory(code, known: all.map(\.code)))
    }
    if codes.isEmpty { found.add(BatchMessage.unknownTerritory(only, known: all.map(\.code))) }
    try found.check()
    return all.filter { codes.contains($0.code) }
  }
}
