import Diagnostics
import Memos
import Quantities
import Synchronization

/// What a catalog has read and computed, shared by all that see it, on any thread.
final class CatalogStore: Sendable {
  struct TableDate: Hashable {
    var path: String
    var date: CalendarDate
  }

  struct Asked: Hashable {
    var query: Query
    var edition: CalendarDate
    /// Where a table has faults, what one sheet may be told is not for another.
    var home: Table.Place?
  }

  private let tables = OnceStore<String, Result<ProtectedTable, any Error>>()
  private let moments = OnceStore<TableDate, TableMoment>()
  private let asking = Mutex(Duration.zero)
  private let isFaulty = Mutex(false)
  private let tabulations = Mutex(RecentAnswers<Asked, Tabulation>(most: 256))

  /// The time that questions took so far, on all threads together; reading a table that one asks for counts too.
  var queryTime: Duration { asking.withLock { $0 } }

  /// Counts the time of a question.
  func timed<Answer>(_ answer: () throws -> Answer) rethrows -> Answer {
    let start = ContinuousClock.now
    defer { asking.withLock { $0 += start.duration(to: .now) } }
    return try answer()
  }

  /// A table by its path; read once, and a broken one stays broken.
  func table(_ path: String, read: () throws -> ProtectedTable) throws -> ProtectedTable {
    try tables.value(path) { Result(catching: read) }.get()
  }

  /// Whether a table that was read has rows with mistakes.
  var hasFaults: Bool { isFaulty.withLock { $0 } }

  func noteFaults() { isFaulty.withLock { $0 = true } }

  func moment(of table: ProtectedTable, at date: CalendarDate) -> TableMoment {
    moments.value(TableDate(path: table.schema.path, date: date)) { table.moment(at: date) }
  }

  /// The same question is asked by many sheets of a batch; what one sheet asks about itself is forgotten in time.
  func tabulation(_ asked: Asked, make: () throws -> Tabulation) throws -> Tabulation {
    if let known = tabulations.withLock({ $0.find(asked) }) { return known }
    let made = try make()
    tabulations.withLock { $0.keep(made, for: asked) }
    return made
  }
}
