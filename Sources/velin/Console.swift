import Diagnostics

#if canImport(Glibc)
  import Glibc
#elseif canImport(Musl)
  import Musl
#else
  import Darwin
#endif

/// Standard error, for people; standard output is for data.
struct Console {
  /// Whether a person sees standard error as it is written.
  let isTerminal: Bool
  private let inColor: Bool

  /// Whether a person sees standard output as it is written.
  static var printsOnTerminal: Bool { isatty(STDOUT_FILENO) == 1 }

  /// Colour and motion are for terminals; `NO_COLOR` (no-color.org) and `TERM=dumb` forbid them.
  init() {
    isTerminal = isatty(STDERR_FILENO) == 1 && Self.environment("TERM") != "dumb"
    inColor = isTerminal && Self.environment("NO_COLOR") == nil
  }

  func show(_ findings: [Diagnostic], as format: DiagnosticFormat, of run: DiagnosedRun) {
    if format == .human {
      for finding in findings { note(finding.humanText(inColor: inColor)) }
    } else {
      Self.write(format.text(findings, of: run), to: STDERR_FILENO)
    }
  }

  func note(_ text: String) { Self.write(text + "\n", to: STDERR_FILENO) }

  /// Text without a line end: what is written over again.
  func draw(_ text: String) { Self.write(text, to: STDERR_FILENO) }

  /// A line of data; `output-closed` (exit code 74) where nobody can take it.
  static func printLine(_ text: String) throws {
    guard write(text + "\n", to: STDOUT_FILENO) else {
      throw Failure(RunMessage.closedOutput(String(cString: strerror(errno))))
    }
  }

  /// An environment variable that is set to something.
  static func environment(_ name: String) -> String? {
    getenv(name).map { String(cString: $0) }.flatMap { $0.isEmpty ? nil : $0 }
  }

  @discardableResult
  private static func write(_ text: String, to descriptor: Int32) -> Bool {
    var text = text
    return text.withUTF8 { bytes in
      var rest = UnsafeRawBufferPointer(bytes)
      while !rest.isEmpty {
        let written = unistd_write(descriptor, rest.baseAddress, rest.count)
        if written < 0, errno == EINTR { continue }
        if written <= 0 { return false }
        rest = UnsafeRawBufferPointer(rebasing: rest.dropFirst(written))
      }
      return true
    }
  }
}

/// `write` of the C library, whose name methods of this target take too.
private func unistd_write(_ descriptor: Int32, _ bytes: UnsafeRawPointer?, _ count: Int) -> Int {
  write(descriptor, bytes, count)
}

/// The largest amount of memory the process has held, in megabytes.
func peakMemory() -> Double {
  var usage = rusage()
  getrusage(.init(RUSAGE_SELF.rawValue), &usage)
  return Double(usage.ru_maxrss) / 1024
}
