extension Diagnostic {
  /// Grows when a key changes its meaning or goes; keys may be added without.
  public static let jsonVersion = 1

  /// The finding as one object. Keys without a value are left out; columns are code points, `endColumn` not included.
  public var json: JSON {
    let region = region
    return .members([
      "version": .integer(Self.jsonVersion),
      "severity": .text(severity.rawValue),
      "code": .text(code),
      "category": .text(category.name),
      "exitCode": .integer(Int(category.rawValue)),
      "message": .text(message),
      "hint": hint.map(JSON.text),
      "path": (region?.path).map(JSON.text),
      "line": (region?.line).map(JSON.integer),
      "column": (region?.columns?.lowerBound).map(JSON.integer),
      "endColumn": (region?.columns?.upperBound).map(JSON.integer),
      "text": (region?.text).map(JSON.text),
    ])
  }
}

extension Diagnostic.Category {
  /// As machine formats and the manual name it: `bad-data`.
  public var name: String {
    switch self {
    case .findings: "findings"
    case .usage: "usage"
    case .badData: "bad-data"
    case .missingInput: "missing-input"
    case .notInstalled: "not-installed"
    case .internalError: "internal"
    case .cannotCreate: "cannot-create"
    case .writeFailed: "write-failed"
    case .badConfiguration: "bad-configuration"
    }
  }
}
