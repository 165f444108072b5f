/// Times the phases of a run, one after the other.
struct Stopwatch {
  private let clock = ContinuousClock()
  private var phases: [(name: String, duration: Duration)] = []
  private var running: (name: String, since: ContinuousClock.Instant)?

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

  /// One line a phase, in milliseconds, then the sum and the peak memory.
  var summary: String {
    func line(_ name: String, _ duration: Duration) -> String {
      let microseconds = duration.components.attoseconds / 1_000_000_000_000
      let tenths = (duration.components.seconds * 1_000_000 + microseconds) / 100
      let value = "\(tenths / 10).\(tenths % 10) ms"
      return name + String(repeating: " ", count: max(1, 24 - name.count - value.count)) + value
    }
    let total = phases.reduce(Duration.zero) { $0 + $1.duration }
    let memory = "\(Int(peakMemory().rounded())) MB"
    return (phases.map { line($0.name, $0.duration) } + [line("total", total)]).joined(separator: "\n")
      + "\npeak memory" + String(repeating: " ", count: max(1, 13 - memory.count)) + memory
  }
}
