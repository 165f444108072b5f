/// One finding about what a user wrote or supplied.
public struct Diagnostic: Hashable, Sendable {
  /// A note tells what an author may like to know; it never fails a run.
  public enum Severity: String, Hashable, Sendable { case error, warning, note }

  /// What the finding is about; it decides the exit code of the run (sysexits.h).
  public enum Category: Int32, Hashable, Sendable, CaseIterable {
    case findings = 1
    case usage = 64
    case badData = 65
    case missingInput = 66
    case notInstalled = 69
    case internalError = 70
    case cannotCreate = 73
    case writeFailed = 74
    case badConfiguration = 78
  }

  public var severity: Severity
  public var category: Category
  /// Stable and searchable: `unknown-measure`.
  public var code: String
  /// What was found and what was expected.
  public var message: String
  public var place: Place?
  /// What to do about it.
  public var hint: String?
  /// What of the user's text it is about, where whoever finds it does not know the place.
  public var quote: String?

  /// Where: in a text that can be quoted, or in a file too large to hold.
  public enum Place: Hashable, Sendable {
    case span(Span)
    /// 1-based; `width` in characters; `text` is the line itself where it is known.
    case row(path: String, line: Int, column: Int, width: Int = 1, text: String?)
    case file(path: String)
  }

  public init(
    _ severity: Severity = .error, _ category: Category = .badData, code: String, _ message: String,
    at place: Place? = nil, hint: String? = nil
  ) {
    (self.severity, self.category, self.code, self.message) = (severity, category, code, message)
    (self.place, self.hint) = (place, hint)
  }

  public init(
    _ severity: Severity = .error, _ category: Category = .badData, code: String, _ message: String,
    at span: Span, hint: String? = nil
  ) {
    self.init(severity, category, code: code, message, at: .span(span), hint: hint)
  }
}

extension Failure {
  /// Points what has no place yet at `span`, or at its quote from there on.
  public func placed(at span: Span?) -> Failure {
    guard let span else { return self }
    return Failure(
      diagnostics.map { diagnostic in
        var diagnostic = diagnostic
        diagnostic.place = diagnostic.place ?? .span(diagnostic.quote.flatMap(span.first) ?? span)
        return diagnostic
      })
  }
}

/// Runs `body`; what it finds without naming a place is pointed at `span`.
public func placing<Result>(at span: Span?, _ body: () throws -> Result) throws -> Result {
  do {
    return try body()
  } catch let failure as Failure {
    throw failure.placed(at: span)
  }
}

/// A run that cannot go on: every error found, never only the first.
public struct Failure: Error, Sendable {
  public var diagnostics: [Diagnostic]

  public init(_ diagnostics: [Diagnostic]) { self.diagnostics = diagnostics }
  public init(_ diagnostic: Diagnostic) { diagnostics = [diagnostic] }

  /// The exit code: that of the first error.
  public var exitCode: Int32 {
    diagnostics.first { $0.severity == .error }?.category.rawValue ?? Diagnostic.Category.findings.rawValue
  }
}
