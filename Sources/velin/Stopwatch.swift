/// Times the phases of a run, one after the other.
struct Stopwatch {
  private let clock = ContinuousClock()
  private var phases: [(name: String, duration: Duration)] = []
  private var running: (name: String, since: ContinuousClock.Instant)?
  /// The sheets that the phase of this name made.
  var sheets = 0

  /// Ends the running phase and starts the next.
  mutating func start(_ name: String) {
    stop()
    running = (name, clock.now)
  }

  mutating func stop() {
    guard let (name, since) = running else { return }
    phases.append((name, since.duration(to: clock.now)))
    running = nil
  }

  /// Makes a part of a phase that has ended a phase of its own, before it.
  mutating func part(_ name: String, of phase: String, _ duration: Duration) {
    guard let index = phases.firstIndex(where: { $0.name == phase }) else { return }
    phases[index].duration -= duration
    phases.insert((name, duration), at: index)
  }

  /// One line a phase, in milliseconds, then the sum, the sheets made in a second, and the peak memory.
  var summary: String {
    let total = phases.reduce(Duration.zero) { $0 + $1.duration }
    let times = (phases + [("total", total)]).map { name, duration in
      Self.line(name, Self.tenths(Double(duration.microseconds) / 1000) + " ms")
    }
    let rate = rate.map { [Self.line("sheets/s", Self.tenths($0))] } ?? []
    let memory = Self.line("peak memory", "\(Int(peakMemory().rounded())) MB")
    return (times + rate + [memory]).joined(separator: "\n")
  }

  private var rate: Double? {
    let phase = phases.first { $0.name == "sheets" }
    guard sheets > 0, let duration = phase?.duration, duration.microseconds > 0 else { return nil }
    return Double(sheets) * 1e6 / Double(duration.microseconds)
  }

  private static func tenths(_ value: Double) -> String {
    let tenths = Int((value * 10).rounded())
    return "\(tenths / 10).\(tenths % 10)"
  }

  private static func line(_ name: String, _ value: String) -> String {
    name + String(repeating: " ", count: max(1, 24 - name.count - value.count)) + value
  }
}

extension Duration {
  fileprivate var microseconds: Int64 {
    components.seconds * 1_000_000 + components.attoseconds / 1_000_000_000_000
  }
}
