/// A run as SARIF (OASIS, Static Analysis Results Interchange Format 2.1.0, 2020).
struct SarifLog {
  private static let schema =
    "https://docs.oasis-open.org/sarif/sarif/v2.1.0/errata01/os/schemas/sarif-schema-2.1.0.json"

  let findings: [Diagnostic]
  let run: DiagnosedRun
  /// The codes found, in the order of their first finding.
  private let rules: [String]

  init(_ findings: [Diagnostic], of run: DiagnosedRun) {
    (self.findings, self.run) = (findings, run)
    rules = findings.reduce(into: []) { if !$0.contains($1.code) { $0.append($1.code) } }
  }

  var json: JSON {
    .members([
      "$schema": .text(Self.schema),
      "version": .text("2.1.0"),
      "runs": .array([
        .members([
          "tool": .members(["driver": driver]),
          "invocations": .array([invocation]),
          "columnKind": .text("unicodeCodePoints"),
          "results": .array(results),
        ])
      ]),
    ])
  }

  private var driver: JSON {
    .members([
      "name": .text("velin"),
      "version": .text(run.version),
      "rules": .array(rules.map { .members(["id": .text($0)]) }),
    ])
  }

  private var invocation: JSON {
    .members([
      "executionSuccessful": .boolean(run.exitCode == 0),
      "exitCode": .integer(Int(run.exitCode)),
    ])
  }

  private var results: [JSON] {
    var fingerprints = Fingerprints()
    return findings.map { finding in
      .members([
        "ruleId": .text(finding.code),
        "ruleIndex": rules.firstIndex(of: finding.code).map(JSON.integer),
        "level": .text(finding.severity.rawValue),
        "message": .members(["text": .text(finding.messageWithHint)]),
        "locations": finding.region.map { .array([.members(["physicalLocation": location($0)])]) },
        "partialFingerprints": .members(["findingHash/v1": .text(fingerprints.next(finding))]),
      ])
    }
  }

  private func location(_ region: Region) -> JSON {
    .members([
      "artifactLocation": .members(["uri": .text(region.path.uriPath)]),
      "region": region.line.map { line in
        .members([
          "startLine": .integer(line),
          "startColumn": (region.columns?.lowerBound).map(JSON.integer),
          "endColumn": (region.columns?.upperBound).map(JSON.integer),
          "snippet": region.text.map { .members(["text": .text($0)]) },
        ])
      },
    ])
  }
}

extension String {
  /// A path as a URI reference (RFC 3986): relative to where the run began, or `file://` and the whole path.
  fileprivate var uriPath: String {
    let kept = Set("ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789-._~/".utf8)
    let path = utf8.map { byte in
      if kept.contains(byte) { return String(Unicode.Scalar(byte)) }
      return "%" + (byte < 16 ? "0" : "") + String(byte, radix: 16, uppercase: true)
    }
    return (hasPrefix("/") ? "file://" : "") + path.joined()
  }
}
