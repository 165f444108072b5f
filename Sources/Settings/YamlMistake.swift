import Diagnostics

/// Says where a YAML text is broken. The parser often stops a line or more behind the mistake: what it says of the
/// context leads back to it.
extension YamlPlaces {
  /// What the parser was about.
  struct Context {
    var text: String
    var mark: YamlMark
  }

  func mistake(_ problem: String, at mark: YamlMark, context: Context?) -> Diagnostic {
    if problem.contains("mapping values") { return colonOutOfPlace(mark) }
    guard let context else { return Messages.brokenYaml(problem, at: span(mark)) }
    let start = span(context.mark)
    if context.text.contains("quoted scalar") { return Messages.openQuote(at: start) }
    if context.text.contains("simple key") { return Messages.noColon(at: start) }
    if context.text.contains("flow") { return Messages.openBracket(at: start) }
    return Messages.brokenYaml(problem, at: span(mark))
  }

  /// A colon where no key can be: the second of its line, that of a line indented too deep, or the first behind a line
  /// that lacks one.
  private func colonOutOfPlace(_ mark: YamlMark) -> Diagnostic {
    let row = text(mark.line)
    let lead = row.unicodeScalars.prefix(max(0, mark.column - 1))
    guard !String(String.UnicodeScalarView(lead)).contains(": ") else {
      return Messages.colonInText(at: span(mark))
    }
    let above = (1..<mark.line).last { !text($0).allSatisfy(\.isWhitespace) }
    if let above, !text(above).contains(":") { return Messages.noColon(at: content(above)) }
    return Messages.tooDeep(at: content(mark.line))
  }

  /// A line of the YAML text, counted from 1; empty where there is none.
  private func text(_ line: Int) -> Substring {
    guard lines.indices.contains(line - 1) else { return "" }
    let row = bytes[lines[line - 1]...].prefix { $0 != 0x0A }
    return Substring(String(decoding: row, as: UTF8.self))
  }

  /// A line without the spaces around it.
  private func content(_ line: Int) -> Span {
    let row = text(line)
    let start = lines[line - 1] + row.prefix { $0.isWhitespace }.utf8.count
    let trailing = row.reversed().prefix { $0.isWhitespace }.count
    return Span(file, start..<max(start, lines[line - 1] + row.utf8.count - trailing))
  }
}
