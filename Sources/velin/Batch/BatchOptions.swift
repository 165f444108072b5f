import ArgumentParser
import Diagnostics
import Reports

/// Which sheets of a report with `each:` to build, and how.
struct BatchOptions: ParsableArguments {
  @OptionGroup var territories: TerritoryOptions

  @Option(
    help: ArgumentHelp(
      "Build one part of the batch, for instance 2/4; then `velin collect`.",
      discussion: "By default what CI_NODE_INDEX and CI_NODE_TOTAL say, else the whole.",
      valueName: "part/parts"))
  var shard: String?

  @Flag(
    help: ArgumentHelp(
      "Go on with a run that was stopped, and say how much of it stands.",
      discussion: "Sheets stand anyway where nothing that they were made from has changed."))
  var resume = false

  @Flag(help: "Build every sheet, also those that stand.")
  var rebuild = false

  @Flag(help: "Build the other sheets when one fails; the run fails at its end.")
  var keepGoing = false

  @Flag(help: "Bind all sheets into one volume too, with contents and bookmarks.")
  var bind = false

  /// Options that a report of one edition has no use for.
  var given: [String] {
    [
      territories.only.map { _ in "--only" }, territories.jobs.map { _ in "--jobs" },
      shard.map { _ in "--shard" },
      resume ? "--resume" : nil, rebuild ? "--rebuild" : nil, keepGoing ? "--keep-going" : nil,
      bind ? "--bind" : nil,
    ].compactMap(\.self)
  }
}
