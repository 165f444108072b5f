/// A code quality report: what GitLab shows in merge requests.
struct GitLabReport {
  let findings: [Diagnostic]
  let run: DiagnosedRun

  init(_ findings: [Diagnostic], of run: DiagnosedRun) { (self.findings, self.run) = (findings, run) }

  var json: JSON {
    var fingerprints = Fingerprints()
    return .array(
      findings.map { finding in
        let region = finding.region
        let begin = JSON.members(["begin": .integer(region?.line ?? 1)])
        return .members([
          "description": .text(finding.messageWithHint),
          "check_name": .text(finding.code),
          "fingerprint": .text(fingerprints.next(finding)),
          "severity": .text(finding.severity.codeQuality),
          "location": .members([
            "path": .text(region?.path ?? plainPath(run.subject)), "lines": begin,
          ]),
        ])
      })
  }
}

extension Diagnostic {
  /// On one line.
  var messageWithHint: String { hint.map { "\(message); \($0)" } ?? message }
}

extension Diagnostic.Severity {
  fileprivate var codeQuality: String {
    switch self {
    case .error: "major"
    case .warning: "minor"
    case .note: "info"
    }
  }
}
