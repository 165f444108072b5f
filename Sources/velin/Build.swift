import ArgumentParser
import Diagnostics
import Export
import Pages
import Reports

/// `velin build`: one edition of a report.
struct Build: ParsableCommand {
  static let configuration = CommandConfiguration(
    abstract: "Builds one edition of a report.",
    discussion: "Prints the path of every file written. What is found wrong goes to standard error.")

  @OptionGroup var edition: EditionOptions

  @Option(help: "The folder to write to; made when it is not there.", completion: .directory)
  var out = "out"

  @Option(help: "What to write: pdf, svg, png, separated by commas.")
  var format = "pdf"

  @OptionGroup var output: OutputOptions

  @OptionGroup var options: RunOptions

  @Flag(help: "Print how long each phase took, and the peak memory, on standard error.")
  var timings = false

  func run() throws {
    try Session.run(options, about: edition.report) { session in
      var stopwatch = Stopwatch()
      let formats = try Format.list(format)
      let (profile, lettering) = (try output.profile(), try output.lettering())
      var built = try edition.request(noting: session.log).build { stopwatch.start($0) }
      if let created = try Clock.sourceDate() { built.document.properties.created = created }
      session.found(built.warnings)
      stopwatch.start("draw")
      try OutputWriter(folder: out, formats: formats, profile: profile, lettering: lettering)
        .write(built) { try session.wrote($0) }
      stopwatch.stop()
      if timings { session.note(stopwatch.summary) }
    }
  }
}
