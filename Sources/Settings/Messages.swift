import Diagnostics

/// All that this target says to a user, in one place.
enum Messages {
  static func wrongType(found: String, expected: String, at span: Span) -> Diagnostic {
    Diagnostic(
      .error, .badConfiguration, code: "wrong-type", "found \(found), expected \(expected)", at: span)
  }

  static func notAChoice(found: String, known: [String], at span: Span) -> Diagnostic {
    let word = found.filter { $0 != "`" }
    return Diagnostic(
      .error, .badConfiguration, code: "unknown-choice",
      "found \(found), expected one of \(known.map { "`\($0)`" }.joined(separator: ", "))", at: span,
      hint: suggestion(for: word, among: known).map { "did you mean `\($0)`?" })
  }

  static func missingKey(_ key: String, of subject: String, at span: Span) -> Diagnostic {
    Diagnostic(
      .error, .badConfiguration, code: "missing-key", "\(subject) needs the key `\(key)`", at: span,
      hint: "add a line `\(key): …`")
  }

  static func unknownKey(_ key: String, of subject: String, known: [String], at span: Span) -> Diagnostic {
    let meant = suggestion(for: key, among: known).map { "did you mean `\($0)`? " } ?? ""
    return Diagnostic(
      .error, .badConfiguration, code: "unknown-key", "`\(key)` is not a key of \(subject)", at: span,
      hint: "\(meant)keys are \(known.joined(separator: ", "))")
  }

  static func brokenYaml(
    _ problem: String, at span: Span, hint: String = "indent with spaces, never with tabs"
  ) -> Diagnostic {
    Diagnostic(
      .error, .badConfiguration, code: "broken-yaml", "not valid YAML: \(problem)", at: span, hint: hint)
  }

  static func colonInText(at span: Span) -> Diagnostic {
    brokenYaml(
      "a second colon on a line", at: span,
      hint: "quote a text that holds a colon and a space: `key: \"Champ : France\"`")
  }

  static func openQuote(at span: Span) -> Diagnostic {
    brokenYaml("the quote that opens here is never closed", at: span, hint: "close it with the same sign")
  }

  static func noColon(at span: Span) -> Diagnostic {
    brokenYaml("a line without a colon, where a key is expected", at: span, hint: "write `key: value`")
  }

  static func openBracket(at span: Span) -> Diagnostic {
    brokenYaml(
      "what opens here is not closed, or lacks a comma", at: span,
      hint: "write `{ key: value, key: value }` and `[value, value]`")
  }

  static func tooDeep(at span: Span) -> Diagnostic {
    brokenYaml(
      "a key below a line that has a value already", at: span,
      hint: "keys of one mapping start in the same column; indent with spaces, never with tabs")
  }

  static func keyTwice(_ key: String, at span: Span) -> Diagnostic {
    brokenYaml("the key `\(key)` stands twice", at: span, hint: "keep one of them")
  }

  static func notUTF8(path: String, line: Int, column: Int, text: String) -> Diagnostic {
    Diagnostic(
      code: "not-utf8", "found a byte that is not UTF-8, expected a text in UTF-8",
      at: .row(path: path, line: line, column: column, text: text),
      hint: "convert it: iconv -f LATIN1 -t UTF-8 \(path)")
  }

  static func cannotRead(path: String, reason: String) -> Diagnostic {
    Diagnostic(
      .error, .missingInput, code: "cannot-read", "cannot read \(path): \(reason)",
      hint: "check the path; relative paths start at the file that names them")
  }
}
