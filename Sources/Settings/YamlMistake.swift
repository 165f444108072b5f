import Diagnostics
import Yams

/// Says where a YAML text is broken. The parser often stops a line or more behind the mistake: what it says of the
/// context leads back to it.
extension YamlReader {
  func diagnostic(_ error: YamlError) -> Diagnostic {
    switch error {
    case .scanner(let context, let problem, let mark, _), .parser(let context, let problem, let mark, _):
      return diagnostic(problem, mark, context: context)
    case .composer(_, let problem, let mark, _):
      return Messages.brokenYaml(problem, at: span(mark, length: 1))
    case .duplicatedKeysInMapping(let duplicates, let context):
      let name = duplicates.first ?? ""
      return Messages.keyTwice(name, at: secondLine(of: name, after: context.mark))
    case .reader(let problem, _, _, _): return Messages.brokenYaml(problem, at: span(nil, length: 1))
    case .no, .memory, .writer, .emitter, .representer, .dataCouldNotBeDecoded:
      return Messages.brokenYaml("\(error)", at: span(nil, length: 1))
    }
  }

  private func diagnostic(_ problem: String, _ mark: Mark, context: YamlError.Context?) -> Diagnostic {
    if problem.contains("mapping values") { return colonOutOfPlace(mark) }
    guard let context else { return Messages.brokenYaml(problem, at: span(mark, length: 1)) }
    let start = span(context.mark, length: 1)
    if context.text.contains("quoted scalar") { return Messages.openQuote(at: start) }
    if context.text.contains("simple key") { return Messages.noColon(at: start) }
    if context.text.contains("flow") { return Messages.openBracket(at: start) }
    return Messages.brokenYaml(problem, at: span(mark, length: 1))
  }

  /// A colon where no key can be: the second of its line, that of a line indented too deep, or the first behind a line
  /// that lacks one.
  private func colonOutOfPlace(_ mark: Mark) -> Diagnostic {
    let row = text(mark.line)
    let lead = row.unicodeScalars.prefix(max(0, mark.column - 1))
    guard !String(String.UnicodeScalarView(lead)).contains(": ") else {
      return Messages.colonInText(at: span(mark, length: 1))
    }
    let above = (1..<mark.line).last { !text($0).allSatisfy(\.isWhitespace) }
    if let above, !text(above).contains(":") { return Messages.noColon(at: content(above)) }
    return Messages.tooDeep(at: content(mark.line))
  }

  /// The line that gives a key for the second time; the mapping where it cannot be told.
  private func secondLine(of key: String, after mark: Mark) -> Span {
    let depth = mark.column - 1
    let holding = (mark.line...max(mark.line, lines.count)).filter { line in
      let row = text(line)
      return row.prefix { $0 == " " }.count == depth && row.dropFirst(depth).hasPrefix("\(key):")
    }
    return holding.count > 1 ? content(holding[1]) : span(mark, length: key.utf8.count)
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
