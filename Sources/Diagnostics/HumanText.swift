extension Diagnostic {
  /// The finding as a person reads it: place, line, caret, help.
  public var humanText: String {
    var lines = ["\(location)\(severity.rawValue)[\(code)]: \(message)"]
    lines += quotation
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

  private var quotation: [String] {
    switch place {
    case .span(let span):
      let (line, column, text) = span.position
      let width = span.file.text.utf8.count >= span.range.upperBound ? columns(of: span) : 1
      return Self.caret(line: line, column: column, width: width, text: text)
    case .row(_, let line, let column, let width, let text?):
      return Self.caret(line: line, column: column, width: width, text: text)
    case .row, .file, nil: return []
    }
  }

  private func columns(of span: Span) -> Int {
    let bytes = span.file.text.utf8
    let start = bytes.index(bytes.startIndex, offsetBy: span.range.lowerBound)
    let end = bytes.index(bytes.startIndex, offsetBy: span.range.upperBound)
    return max(1, span.file.text[start..<end].prefix { !$0.isNewline }.count)
  }

  private static func caret(line: Int, column: Int, width: Int, text: String) -> [String] {
    let gutter = String(repeating: " ", count: max(0, 3 - String(line).count)) + String(line)
    // Tabs are kept in the lead so that the caret stays under what it points at.
    let lead = text.prefix(column - 1).map { $0 == "\t" ? "\t" : " " }.joined()
    let room = max(1, text.count - column + 1)
    let carets = "^" + String(repeating: "~", count: max(0, min(width, room) - 1))
    let blank = String(repeating: " ", count: gutter.count)
    return ["\(gutter) | \(text)", "\(blank) | \(lead)\(carets)"]
  }
}
