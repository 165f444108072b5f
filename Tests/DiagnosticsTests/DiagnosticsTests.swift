import Testing

@testable import Diagnostics

@Suite struct SpanTests {
  private let file = SourceFile(path: "report.md", text: "été\r\n\tà l’île\n\nfin")

  @Test func columnsCountCharacters() {
    #expect(Span(file, line: 2, column: 4).position == (2, 4, "\tà l’île"))
    #expect(Span(file, line: 1, column: 2).position == (1, 2, "été"))
    #expect(Span(file, line: 3, column: 1).position == (3, 1, ""))
    #expect(Span(file, line: 4, column: 3).position == (4, 3, "fin"))
  }

  @Test func aLineBeyondTheEndIsTheEnd() {
    #expect(Span(file, line: 9, column: 1).position == (4, 4, "fin"))
  }

  @Test func theCaretStandsUnderWhatItPointsAt() {
    let span = Span(file, line: 2, column: 4, length: "l’île".utf8.count)
    #expect(
      Diagnostic(code: "here", "ici", at: span).humanText == """
        report.md:2:4: error[here]: ici
          2 | \tà l’île
            | \t  ^~~~~
        """)
  }

  @Test func aCaretStopsAtTheEndOfItsLine() {
    let span = Span(file, line: 4, column: 2, length: 99)
    #expect(Diagnostic(code: "here", "ici", at: span).humanText.hasSuffix("  4 | fin\n    |  ^"))
  }

  @Test func longLineNumbersWidenTheGutter() {
    let file = SourceFile(path: "t", text: String(repeating: "x\n", count: 12_345))
    #expect(
      Diagnostic(code: "here", "ici", at: Span(file, line: 12_345, column: 1)).humanText == """
        t:12345:1: error[here]: ici
        12345 | x
              | ^
        """)
  }
}

@Suite struct FailureTests {
  private func finding(_ severity: Diagnostic.Severity, _ category: Diagnostic.Category) -> Diagnostic {
    Diagnostic(severity, category, code: "x", "\(category)")
  }

  @Test func theExitCodeIsThatOfTheFirstError() {
    let failure = Failure([
      finding(.warning, .usage), finding(.error, .cannotCreate), finding(.error, .badData),
    ])
    #expect(failure.exitCode == 73)
    #expect(Failure([finding(.warning, .usage)]).exitCode == 1)
  }

  @Test func codesAreThoseOfSysexits() {
    #expect(Diagnostic.Category.allCases.map(\.rawValue) == [1, 64, 65, 66, 69, 70, 73, 74, 78])
  }

  @Test func onlyWhatHasNoPlaceIsPlaced() {
    let file = SourceFile(path: "report.md", text: "text")
    let placed = Diagnostic(code: "a", "a", at: .file(path: "table.csv"))
    let failure = Failure([placed, finding(.error, .badData)]).placed(at: Span(file, 0..<4))
    #expect(failure.diagnostics[0] == placed)
    #expect(failure.diagnostics[1].humanText.hasPrefix("report.md:1:1: "))
    #expect(throws: Failure.self) { try placing(at: nil) { throw failure } }
  }
}

@Suite struct CollectorTests {
  private struct Other: Error {}

  @Test func oneFindingIsKeptOnce() throws {
    var collector = Collector()
    let finding = Diagnostic(code: "a", "a")
    for _ in 0..<3 {
      let nothing: Int? = try collector.attempt { throw Failure(finding) }
      #expect(nothing == nil)
    }
    collector.add([finding, Diagnostic(.warning, code: "b", "b")])
    #expect(collector.diagnostics.map(\.code) == ["a", "b"])
    let failure = #expect(throws: Failure.self) { try collector.check() }
    #expect(failure?.diagnostics.count == 2)
  }

  @Test func warningsAreNoFailure() throws {
    var collector = Collector()
    collector.add(Diagnostic(.warning, code: "b", "b"))
    #expect(!collector.hasErrors)
    try collector.check()
  }

  @Test func otherErrorsAreNotSwallowed() {
    var collector = Collector()
    #expect(throws: Other.self) { try collector.attempt { throw Other() } }
  }
}

@Suite struct SuggestionTests {
  @Test(arguments: [
    ("amuont", "amount"), ("departemnt", "departement"), ("Amount", "amount"), ("grant", "grants"),
    ("sectoin", "section"),
  ])
  func aSlipIsUnderstood(word: String, meant: String) {
    #expect(suggestion(for: word, among: ["amount", "departement", "grants", "section", "x"]) == meant)
  }

  @Test(arguments: ["montant", "", "population"])
  func whatIsTooFarIsNotSuggested(word: String) {
    #expect(suggestion(for: word, among: ["amount", "grants", "section"]) == nil)
  }

  @Test(arguments: [("", "", 0), ("abc", "", 3), ("ab", "ba", 1), ("kitten", "sitting", 3), ("ca", "abc", 3)])
  func distanceCountsLetters(a: String, b: String, expected: Int) {
    #expect(editDistance(Array(a), Array(b)) == expected)
    #expect(editDistance(Array(b), Array(a)) == expected)
  }
}
