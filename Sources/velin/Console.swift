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
  mutating func show(_ diagnostics: [Diagnostic]) {
    for diagnostic in diagnostics { note(diagnostic.humanText) }
  }

  mutating func note(_ text: String) {
    var line = text + "\n"
    line.withUTF8 { bytes in
      var rest = UnsafeRawBufferPointer(bytes)
      while !rest.isEmpty {
        let written = write(STDERR_FILENO, rest.baseAddress, rest.count)
        if written <= 0 { return }
        rest = UnsafeRawBufferPointer(rebasing: rest.dropFirst(written))
      }
    }
  }
}

/// The largest amount of memory the process has held, in megabytes.
func peakMemory() -> Double {
  var usage = rusage()
  getrusage(.init(RUSAGE_SELF.rawValue), &usage)
  return Double(usage.ru_maxrss) / 1024
}
