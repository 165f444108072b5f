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
  }

  private let tables = Mutex<[String: Result<ProtectedTable, Failure>]>([:])
  private let suppressions = Mutex<[TableDate: Suppression]>([:])
  private let tabulations = Mutex(RecentAnswers<Asked, Tabulation>(most: 256))

  /// A table by its path; read once, and a broken one stays broken.
  func table(_ path: String, read: () throws -> ProtectedTable) throws -> ProtectedTable {
    if let known = tables.withLock({ $0[path] }) { return try known.get() }
    do {
      let table = try read()
      tables.withLock { $0[path] = .success(table) }
      return table
    } catch let failure as Failure {
      tables.withLock { $0[path] = .failure(failure) }
      throw failure
    }
  }

  func suppression(_ key: TableDate, make: () -> Suppression) -> Suppression {
    if let known = suppressions.withLock({ $0[key] }) { return known }
    let made = make()
    suppressions.withLock { $0[key] = made }
    return made
  }

  /// The same question is asked by many sheets of a batch; what one sheet asks about itself is forgotten in time.
  func tabulation(_ asked: Asked, make: () throws -> Tabulation) throws -> Tabulation {
    if let known = tabulations.withLock({ $0.find(asked) }) { return known }
    let made = try make()
    tabulations.withLock { $0.keep(made, for: asked) }
    return made
  }
}
