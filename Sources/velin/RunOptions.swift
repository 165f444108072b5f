import ArgumentParser
import Diagnostics

/// How a run tells what it found, and what counts as failure.
struct RunOptions: ParsableArguments {
  @Option(
    help: ArgumentHelp(
      "How findings are written: human, json, github, gitlab, sarif.",
      discussion: """
        With a file, they are written there and people still read them on standard error. May be repeated.
        """,
      valueName: "format[=file]"),
    completion: .list(DiagnosticFormat.allCases.map(\.rawValue)))
  var diagnostics: [String] = []

  @Option(
    help: ArgumentHelp(
      "Write every file read and written to this file, also when the run fails.",
      discussion: "As JSON where the name ends in .json, else as a rule of make.", valueName: "file"),
    completion: .file())
  var deps: String?

  @Flag(help: "Warnings make the run fail (exit code 1).")
  var strict = false

  @Flag(name: .shortAndLong, help: "Print errors only: no paths, progress, timings or warnings.")
  var quiet = false

  /// Where findings go: always to standard error in one format, and to any number of files.
  struct Sinks {
    var console = DiagnosticFormat.human
    var files: [(format: DiagnosticFormat, path: String)] = []
  }

  func sinks() throws -> Sinks {
    var sinks = Sinks()
    for text in diagnostics {
      let parts = text.split(separator: "=", maxSplits: 1, omittingEmptySubsequences: false).map(String.init)
      guard let format = DiagnosticFormat(rawValue: parts[0]), parts.last?.isEmpty == false else {
        throw Failure(RunMessage.unknownDiagnostics(text))
      }
      if parts.count == 2 {
        sinks.files.append((format, parts[1]))
      } else {
        sinks.console = format
      }
    }
    return sinks
  }
}

/// What a user can read about how a run is told.
enum RunMessage {
  static func unknownDiagnostics(_ text: String) -> Diagnostic {
    let known = DiagnosticFormat.allCases.map(\.rawValue)
    let word = String(text.prefix { $0 != "=" })
    return Diagnostic(
      .error, .usage, code: "unknown-diagnostics",
      "found `--diagnostics \(text)`, expected one of \(known.joined(separator: ", ")), or one with `=file`",
      hint: suggestion(for: word, among: known).flatMap { $0 == word ? nil : "did you mean `\($0)`?" })
  }

  static func badParameter(_ text: String) -> Diagnostic {
    Diagnostic(
      .error, .usage, code: "bad-parameter", "found `--set \(text)`, expected `--set name=value`",
      hint: "for instance `--set date=2021-04-11`")
  }

  static func closedOutput(_ reason: String) -> Diagnostic {
    Diagnostic(
      .error, .writeFailed, code: "output-closed", "standard output takes nothing more: \(reason)",
      hint: "the files are written; only their list was cut short")
  }
}
