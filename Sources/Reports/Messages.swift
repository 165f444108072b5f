import Diagnostics

/// All that this target says to a user, in one place.
enum Messages {
  static func unclosedPlaceholder(at span: Span) -> Diagnostic {
    Diagnostic(
      code: "unclosed-placeholder", "`{{` without `}}` on the same line", at: span,
      hint: "write `{{ measure }}`, for instance `{{ fds.amount }}`")
  }

  static func unsupportedMarkdown(_ what: String, at span: Span) -> Diagnostic {
    Diagnostic(
      code: "unsupported-markdown", "a report has no use for Markdown's `\(what)`", at: span,
      hint: "headings, paragraphs, lists, emphasis, links and fenced blocks are set on the page")
  }

  static func noColon(_ line: Fence.Word) -> Diagnostic {
    Diagnostic(
      code: "no-colon", "found `\(line.text)`, expected `key: value`", at: line.span,
      hint: "text of the block comes after an empty line")
  }

  static func unreadable(_ reason: String, at span: Span) -> Diagnostic {
    Diagnostic(.error, .badConfiguration, code: "unreadable", reason, at: span)
  }

  static func notAColor(_ text: String, at span: Span) -> Diagnostic {
    Diagnostic(
      .error, .badConfiguration, code: "not-a-color",
      "found `\(text)`, expected a colour such as \"#14284B\"",
      at: span, hint: "write six hexadecimal digits after #, in quotes")
  }

  static func notAFont(_ text: String, at span: Span) -> Diagnostic {
    Diagnostic(
      .error, .badConfiguration, code: "not-a-font",
      "found `\(text)`, expected a family and a weight such as `serif 400`", at: span,
      hint: "families and weights stand in fonts/fonts.yaml")
  }

  static func noFrontMatter(at span: Span) -> Diagnostic {
    Diagnostic(
      .error, .badConfiguration, code: "no-front-matter",
      "a report starts with settings between two lines `---`", at: span,
      hint: "for instance `report: …`, `edition: …`, `data: ../data/aides.yaml`")
  }

  static func unknownParameter(_ name: String, known: [String]) -> Diagnostic {
    Diagnostic(
      .error, .usage, code: "unknown-parameter", "the report has no parameter `\(name)`",
      hint: "parameters are \(known.joined(separator: ", "))")
  }

  static func missingParameter(_ name: String, type: FrontMatter.ParameterType) -> Diagnostic {
    Diagnostic(
      .error, .usage, code: "missing-parameter", "the report needs the parameter `\(name)`",
      hint: "add `--set \(name)=\(example(type))`")
  }

  static func badParameter(_ name: String, found: String, type: FrontMatter.ParameterType) -> Diagnostic {
    Diagnostic(
      .error, .usage, code: "bad-parameter", "found `\(found)` for `\(name)`, expected \(noun(type))",
      hint: "for instance `--set \(name)=\(example(type))`")
  }

  private static func example(_ type: FrontMatter.ParameterType) -> String {
    switch type {
    case .date: "2021-04-11"
    case .integer: "52"
    case .text: "…"
    }
  }

  private static func noun(_ type: FrontMatter.ParameterType) -> String {
    switch type {
    case .date: "a day of the calendar such as 2021-04-11"
    case .integer: "a whole number"
    case .text: "a text"
    }
  }
}
