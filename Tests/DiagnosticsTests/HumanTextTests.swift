import Testing

@testable import Diagnostics

@Test func caretPointsAtTheWord() {
  let file = SourceFile(path: "layouts/weekly.md", text: "one\nvalue: fds.amout\n")
  let span = Span(file, line: 2, column: 8, length: 9)
  let text = Diagnostic(.error, code: "unknown-measure", "`fds.amout` is not a measure", at: span).humanText
  #expect(
    text == """
      layouts/weekly.md:2:8: error[unknown-measure]: `fds.amout` is not a measure
        2 | value: fds.amout
          |        ^~~~~~~~~
      """)
}
