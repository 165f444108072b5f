import Diagnostics
import Settings

/// Builds the sheets of a report, or one part of them, and notes each in the journal.
struct SheetBatch {
  let maker: SheetMaker
  let journal: BatchJournal
  /// Of the program and its options.
  let settings: String
  /// Where the digests of inputs are noted.
  let log: InputLog
  let jobs: Int
  let keepsGoing: Bool

  private var told: [(territory: Territory, finding: Diagnostic)] = []
  /// The codes of the sheets that could not be made.
  private(set) var failed: Set<String> = []
  private var lastInputs: [String: String]?

  init(
    _ maker: SheetMaker, journal: BatchJournal, settings: String, log: InputLog, jobs: Int, keepsGoing: Bool
  ) {
    (self.maker, self.journal, self.settings) = (maker, journal, settings)
    (self.log, self.jobs, self.keepsGoing) = (log, jobs, keepsGoing)
  }

  /// Builds `territories`, but for those in `standing`. Paths are told in the order of the territories.
  mutating func run(
    _ territories: [Territory], standing: [String: BatchJournal.Entry], in session: inout Session
  ) throws {
    let open = territories.filter { standing[$0.code] == nil }
    try beginJournal(territories, standing: standing)
    Leftovers.remove(of: Set(open.map { maker.report.name(of: $0.home) }), in: maker.writer.folder)
    var progress = Progress(of: open.count, shownBy: session)
    var ordered = Ordered<[String]>()
    let workers = Workers<SheetMaker.Outcome>(open.count, jobs: jobs)
    try workers.run { [maker] in
      maker.make(open[$0])
    } isLast: { [keepsGoing] outcome in
      if case .failed = outcome { !keepsGoing } else { false }
    } finish: { index, outcome in
      // A sheet that is made when another has failed on its way to the disk is let go.
      if isStopped, case .made = outcome { return }
      let paths = try take(outcome.settled(), of: open[index])
      if isStopped { workers.stop() }
      let ready = ordered.add(paths, at: index).joined()
      if !ready.isEmpty { progress.yield() }
      for path in ready { try session.wrote(path) }
      progress.advance(to: ordered.count)
    }
    progress.end()
    for path in ordered.rest.joined() { try session.wrote(path) }
    let inOrder = told.sorted { $0.territory.order < $1.territory.order }
    session.found(.gathered(inOrder, of: territories.count))
  }

  private var isStopped: Bool { !failed.isEmpty && !keepsGoing }

  /// Keeps what the part holds of sheets that are not built now.
  private mutating func beginJournal(
    _ territories: [Territory], standing: [String: BatchJournal.Entry]
  ) throws {
    let chosen = Set(territories.map(\.code))
    let others = journal.entries.filter { !chosen.contains($0.key) }
    let kept = others.merging(standing) { $1 }
    let entries = kept.keys.sorted().compactMap { kept[$0] }
    try journal.begin(with: entries)
    lastInputs = entries.last?.inputs
  }

  /// Notes what came of a sheet; the paths that were written.
  private mutating func take(_ outcome: SheetMaker.Outcome, of territory: Territory) throws -> [String] {
    switch outcome {
    case .made(let sheet, _, let warnings):
      told += warnings.map { (territory, $0) }
      let inputs = log.digests.mapValues { $0 ?? "" }
      let entry = BatchJournal.Entry(
        settings: settings, inputs: inputs, sheet: sheet,
        isWarned: warnings.contains { $0.severity == .warning })
      try journal.add(entry, after: lastInputs)
      lastInputs = inputs
      return sheet.files.map { "\(maker.writer.folder)/\($0.path)" }
    case .failed(let findings):
      failed.insert(territory.code)
      told += findings.map { (territory, $0) }
      return []
    }
  }
}

extension SheetMaker.Outcome {
  /// With its files in their places: here, not on a worker, the disk is waited for.
  fileprivate func settled() -> Self {
    guard case .made(_, let files, _) = self else { return self }
    do {
      for file in files { try file.settle() }
      return self
    } catch let failure as Failure {
      return .failed(failure.diagnostics)
    } catch {
      return .failed([BatchMessage.unexpected("\(error)")])
    }
  }
}

/// Results that come in any order and are handed on in theirs.
struct Ordered<Element> {
  private var waiting: [Int: Element] = [:]
  private var next = 0
  /// How many have come.
  private(set) var count = 0

  /// The elements whose turn has come with this one.
  mutating func add(_ element: Element, at index: Int) -> [Element] {
    waiting[index] = element
    count += 1
    var ready: [Element] = []
    while let element = waiting.removeValue(forKey: next) {
      ready.append(element)
      next += 1
    }
    return ready
  }

  /// Those that wait for one that never came.
  var rest: [Element] { waiting.keys.sorted().compactMap { waiting[$0] } }
}
