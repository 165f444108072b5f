extension Diagnostic {
  /// A workflow command, `::error file=…,line=…::message`, on one line.
  public var githubCommand: String {
    var properties: [(name: String, value: String)] = []
    if let region {
      properties.append(("file", region.path))
      if let line = region.line { properties.append(("line", "\(line)")) }
      if let columns = region.columns {
        properties.append(("col", "\(columns.lowerBound)"))
        // GitHub counts the last character in.
        properties.append(("endColumn", "\(columns.upperBound - 1)"))
      }
    }
    properties.append(("title", code))
    let head = properties.map { "\($0.name)=\(Self.escaped($0.value, alsoSeparators: true))" }
    let body = hint.map { "\(message)\nhelp: \($0)" } ?? message
    return
      "::\(severity == .note ? "notice" : severity.rawValue) \(head.joined(separator: ","))::\(Self.escaped(body, alsoSeparators: false))"
  }

  /// A command ends at the line end; in properties `:` and `,` separate.
  private static func escaped(_ text: String, alsoSeparators: Bool) -> String {
    var escaped = ""
    for scalar in text.unicodeScalars {
      switch scalar {
      case "%": escaped += "%25"
      case "\r": escaped += "%0D"
      case "\n": escaped += "%0A"
      case ":" where alsoSeparators: escaped += "%3A"
      case "," where alsoSeparators: escaped += "%2C"
      default: escaped.unicodeScalars.append(scalar)
      }
    }
    return escaped
  }
}
