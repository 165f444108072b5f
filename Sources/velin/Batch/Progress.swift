/// How far a batch is: one line that is written over on a terminal, a plain line for each tenth elsewhere.
struct Progress {
  private let total: Int
  private let console: Console?
  private let clock = ContinuousClock()
  private let start: ContinuousClock.Instant
  private var lastDrawn: ContinuousClock.Instant
  private var tenths = 0
  private var isShown = false

  init(of total: Int, shownBy session: Session) {
    self.total = total
    console = session.talks && total > 1 ? session.console : nil
    start = clock.now
    lastDrawn = start
  }

  mutating func advance(to done: Int) {
    guard let console else { return }
    if console.isTerminal {
      // Ten times a second is enough for eyes.
      let isDue = !isShown || done == total || lastDrawn.duration(to: clock.now) > .milliseconds(100)
      guard isDue else { return }
      (lastDrawn, isShown) = (clock.now, true)
      console.draw("\r\u{1B}[K\(Self.text(done, of: total, after: seconds))")
    } else if done * 10 / total > tenths {
      tenths = done * 10 / total
      console.note("\(done) of \(total) sheets")
    }
  }

  /// Leaves the line to data that a person sees on the same terminal; the next step draws it again.
  mutating func yield() {
    guard isShown, Console.printsOnTerminal else { return }
    end()
    isShown = false
  }

  /// Leaves the terminal's line to what comes next.
  func end() {
    if let console, console.isTerminal { console.draw("\r\u{1B}[K") }
  }

  private var seconds: Double {
    let elapsed = start.duration(to: clock.now).components
    return Double(elapsed.seconds) + Double(elapsed.attoseconds) / 1e18
  }

  /// "37 of 101 sheets, 12.3 a second, 5 s left"
  static func text(_ done: Int, of total: Int, after seconds: Double) -> String {
    guard done > 0, seconds > 0 else { return "\(done) of \(total) sheets" }
    let rate = Double(done) / seconds
    let tenths = Int((rate * 10).rounded())
    let left = Int((Double(total - done) / rate).rounded(.up))
    let time = left < 120 ? "\(left) s" : left < 7200 ? "\(left / 60) min" : "\(left / 3600) h"
    return "\(done) of \(total) sheets, \(tenths / 10).\(tenths % 10) a second, \(time) left"
  }
}
