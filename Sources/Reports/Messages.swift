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
}
