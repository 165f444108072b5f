extension Diagnostic {
  /// The finding as a person reads it: place, line, caret, help.
  public var humanText: String { humanText(inColor: false) }

  /// `inColor`: with the escape sequences of terminals (ECMA-48) around severity and caret.
  public func humanText(inColor: Bool) -> String {
    func painted(_ text: String) -> String {
      inColor ? "\u{1B}[1;\(severity.color)m\(text)\u{1B}[0m" : text
    }
    var lines = ["\(location)\(painted("\(severity.rawValue)[\(code)]")): \(message)"]
    if let (quoted, lead, carets) = quotation { lines += [quoted, lead + painted(carets)] }
    if let hint { lines.append("    = help: \(hint)") }
    return lines.joined(separator: "\n")
  }

  private var location: String {
    switch place {
    case .span(let span):
      let (line, column, _) = span.position
      return "\(span.file.path):\(line):\(column): "
    case .row(let path, let line, let column, _, _): return "\(path):\(line):\(column): "
    case .file(let path): return "\(path): "
    case nil: return ""
    }
  }

  /// The line, and under it the caret after what leads to it.
  private var quotation: (line: String, lead: String, carets: String)? {
    switch place {
    case .span(let span):
      let (line, column, text) = span.position
      return Self.caret(line: line, column: column, width: span.columns, text: text)
    case .row(_, let line, let column, let width, let text?):
      return Self.caret(line: line, column: column, width: width, text: text)
    case .row, .file, nil: return nil
    }
  }

  private static func caret(line: Int, column: Int, width: Int, text: String) -> (String, String, String) {
    let gutter = String(repeating: " ", count: max(0, 3 - String(line).count)) + String(line)
    // Tabs are kept in the lead so that the caret stays under what it points at.
    let lead = text.prefix(column - 1).map { $0 == "\t" ? "\t" : " " }.joined()
    let room = max(1, text.count - column + 1)
    let carets = "^" + String(repeating: "~", count: max(0, min(width, room) - 1))
    let blank = String(repeating: " ", count: gutter.count)
    return ("\(gutter) | \(text)", "\(blank) | \(lead)", carets)
  }
}

extension Diagnostic.Severity {
  /// Red, yellow, blue (ECMA-48, SGR).
  fileprivate var color: Int {
    switch self {
    case .error: 31
    case .warning: 33
    case .note: 34
    }
  }
}
