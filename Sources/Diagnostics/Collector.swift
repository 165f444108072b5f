/// Gathers findings so that one run reports them all, each once: a broken table is found by every figure that reads it.
public struct Collector: Sendable {
  public private(set) var diagnostics: [Diagnostic] = []

  public init() {}

  public var hasErrors: Bool { diagnostics.contains { $0.severity == .error } }

  public mutating func add(_ diagnostic: Diagnostic) {
    if !diagnostics.contains(diagnostic) { diagnostics.append(diagnostic) }
  }

  public mutating func add(_ more: [Diagnostic]) { more.forEach { add($0) } }

  /// Runs `body`; keeps what it reports and gives `nil` where it fails.
  public mutating func attempt<T>(_ body: () throws -> T) rethrows -> T? {
    do {
      return try body()
    } catch let failure as Failure {
      add(failure.diagnostics)
      return nil
    }
  }

  /// Throws all findings when one of them is an error.
  public func check() throws {
    if hasErrors { throw Failure(diagnostics) }
  }
}
