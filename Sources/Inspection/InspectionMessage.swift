import Diagnostics

/// What a user can read about a file that was inspected.
enum InspectionMessage {
  static func unreadable(_ path: String, _ reason: String) -> Diagnostic {
    Diagnostic(
      .error, .badData, code: "unreadable-pdf", "this is no PDF that can be read: \(reason)",
      at: .file(path: path))
  }

  /// `clause`: of ISO 14289-1 unless it names another standard.
  static func finding(_ path: String, _ code: String, _ message: String, _ clause: String) -> Diagnostic {
    let source = clause.contains("ISO") ? clause : "ISO 14289-1, \(clause)"
    return Diagnostic(
      .error, .findings, code: code, message, at: .file(path: path), hint: "asked by \(source)")
  }
}
