import ArgumentParser
import Diagnostics
import Export
import Settings

#if canImport(Glibc)
  import Glibc
#elseif canImport(Musl)
  import Musl
#else
  import Darwin
#endif

/// One run of the command: what it reads, writes and finds, how it tells so, and how it ends.
struct Session {
  let options: RunOptions
  let subject: String
  let log: InputLog
  let console = Console()
  private(set) var outputs: [String] = []
  /// What stands from earlier runs, beside what this one wrote: its files, and what they were made from.
  private var standing = (inputs: Set<String>(), outputs: Set<String>())
  private(set) var findings: [Diagnostic] = []
  private var sinks = RunOptions.Sinks()

  /// `subject`: what the run is about, the report.
  private init(_ options: RunOptions, about subject: String, log: InputLog) {
    (self.options, self.subject, self.log) = (options, subject, log)
  }

  /// Runs `work`, tells what was found, and ends with the exit code of FIELD: the run's first error decides.
  static func run(
    _ options: RunOptions, about subject: String, log: InputLog = InputLog(),
    _ work: (inout Session) throws -> Void
  ) throws {
    var session = Session(options, about: subject, log: log)
    // A limit on file sizes is then an error that is told, like a full disk.
    signal(SIGXFSZ, SIG_IGN)
    do {
      session.sinks = try options.sinks()
      try work(&session)
    } catch let failure as Failure {
      session.found(failure.diagnostics)
    }
    let code = session.end()
    if code != 0 { throw ExitCode(code) }
  }

  /// Whether people read standard error and want to.
  var talks: Bool { !options.quiet && sinks.console == .human }

  mutating func found(_ more: [Diagnostic]) { findings += more }

  /// Tells of a file that was written.
  mutating func wrote(_ path: String) throws {
    outputs.append(path)
    if !options.quiet { try Console.printLine(path) }
  }

  /// Notes files that this run depends on or keeps, though it tells nobody of them.
  mutating func keeps(_ outputs: some Sequence<String>, madeFrom inputs: some Sequence<String>) {
    standing.outputs.formUnion(outputs)
    standing.inputs.formUnion(inputs)
  }

  /// What is not a finding: timings, sums.
  func note(_ text: String) { if talks { console.note(text) } }

  private var exitCode: Int32 {
    if let error = findings.first(where: { $0.severity == .error }) { return error.category.rawValue }
    return options.strict && findings.contains { $0.severity == .warning }
      ? Diagnostic.Category.findings.rawValue : 0
  }

  private mutating func end() -> Int32 {
    var late = Collector()
    attempt(&late) { session in
      if let path = session.options.deps { try session.write(session.dependencies.text(for: path), to: path) }
    }
    for (format, path) in sinks.files {
      attempt(&late) { try $0.write(format.text($0.findings, of: $0.diagnosedRun), to: path) }
    }
    findings += late.diagnostics
    console.show(shown, as: sinks.console, of: diagnosedRun)
    return exitCode
  }

  private func attempt(_ found: inout Collector, _ body: (Session) throws -> Void) {
    do { try body(self) } catch let failure as Failure { found.add(failure.diagnostics) } catch {}
  }

  /// A run that is quiet says only why it failed.
  private var shown: [Diagnostic] {
    guard options.quiet, !options.strict, !sinks.console.isDocument else { return findings }
    return findings.filter { $0.severity == .error }
  }

  private var dependencies: Dependencies {
    let kept = standing.outputs.subtracting(outputs).sorted()
    let inputs = Set((log.paths + standing.inputs).map(plainPath)).sorted()
    return Dependencies(inputs: inputs, outputs: (outputs + kept).map(plainPath), exitCode: exitCode)
  }

  private var diagnosedRun: DiagnosedRun {
    DiagnosedRun(version: Velin.version, subject: subject, exitCode: exitCode)
  }

  private func write(_ text: String, to path: String) throws {
    try AtomicFile.write(Array(text.utf8), to: path)
  }
}
