/// How findings are written down: for people, or for the program that runs Vélin.
public enum DiagnosticFormat: String, CaseIterable, Hashable, Sendable {
  /// Place, line, caret, help.
  case human
  /// One object a line, each with the version of the format.
  case json
  /// Workflow commands of GitHub Actions: annotations on the lines of a change.
  case github
  /// A code quality report of GitLab: one document.
  case gitlab
  /// SARIF 2.1.0 (OASIS, 2020): one document.
  case sarif

  /// Whether a run makes one document, written when it ends; else each finding stands alone.
  public var isDocument: Bool { self == .gitlab || self == .sarif }

  /// The findings of `run`, with a line end after each; a document even where nothing was found.
  public func text(_ findings: [Diagnostic], of run: DiagnosedRun) -> String {
    switch self {
    case .human: findings.map { $0.humanText + "\n" }.joined()
    case .json: findings.map { $0.json.line + "\n" }.joined()
    case .github: findings.map { $0.githubCommand + "\n" }.joined()
    case .gitlab: GitLabReport(findings, of: run).json.document
    case .sarif: SarifLog(findings, of: run).json.document
    }
  }
}

/// The run that findings are about.
public struct DiagnosedRun: Hashable, Sendable {
  /// Of the program.
  public var version: String
  /// Stands for the place of a finding that has none, where a format wants one: the report.
  public var subject: String
  public var exitCode: Int32

  public init(version: String, subject: String, exitCode: Int32) {
    (self.version, self.subject, self.exitCode) = (version, subject, exitCode)
  }
}
