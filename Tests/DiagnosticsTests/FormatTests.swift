import Foundation
import Testing

@testable import Diagnostics

/// Findings as programs read them.
@Suite struct FormatTests {
  private static let report = SourceFile(
    path: "layouts/../layouts/weekly.md", text: "one\nvalue: fds.amout, 100 %\n")
  private static let run = DiagnosedRun(version: "9.9", subject: "layouts/weekly.md", exitCode: 65)

  private let spanned = Diagnostic(
    code: "unknown-measure", "`fds.amout` is not a measure",
    at: Span(FormatTests.report, line: 2, column: 8, length: 9), hint: "did you mean `fds.amount`?")
  private let nowhere = Diagnostic(.warning, .usage, code: "odd", "50 % of it\nis: odd, \"really\"")

  private func parsed(_ text: String) throws -> Any {
    try JSONSerialization.jsonObject(with: Data(text.utf8))
  }

  @Test func eachFindingIsOneJSONObjectALine() throws {
    let lines = DiagnosticFormat.json.text([spanned, nowhere], of: Self.run).split(separator: "\n")
    #expect(lines.count == 2)
    let first = try #require(try parsed(String(lines[0])) as? [String: Any])
    #expect(first["version"] as? Int == 1)
    #expect(first["severity"] as? String == "error")
    #expect(first["code"] as? String == "unknown-measure")
    #expect(first["category"] as? String == "bad-data")
    #expect(first["exitCode"] as? Int == 65)
    #expect(first["path"] as? String == "layouts/weekly.md")
    #expect(first["line"] as? Int == 2)
    #expect(first["column"] as? Int == 8)
    #expect(first["endColumn"] as? Int == 17)
    #expect(first["text"] as? String == "value: fds.amout, 100 %")
    #expect(first["hint"] as? String == "did you mean `fds.amount`?")
    let second = try #require(try parsed(String(lines[1])) as? [String: Any])
    #expect(second["message"] as? String == "50 % of it\nis: odd, \"really\"")
    #expect(second["path"] == nil)
  }

  /// What fails no run is less than a warning in every format.
  @Test func aNoteIsANotice() {
    let note = Diagnostic(.note, .findings, code: "unplaced-names", "no room")
    #expect(note.humanText == "note[unplaced-names]: no room")
    #expect(note.githubCommand.hasPrefix("::notice "))
    #expect(DiagnosticFormat.json.text([note], of: Self.run).contains(#""severity":"note""#))
    #expect(DiagnosticFormat.gitlab.text([note], of: Self.run).contains(#""info""#))
    #expect(DiagnosticFormat.sarif.text([note], of: Self.run).contains(#""note""#))
  }

  @Test func nothingFoundIsNothingOnALineAndADocumentStill() throws {
    #expect(DiagnosticFormat.human.text([], of: Self.run) == "")
    #expect(DiagnosticFormat.json.text([], of: Self.run) == "")
    #expect(DiagnosticFormat.github.text([], of: Self.run) == "")
    #expect(DiagnosticFormat.gitlab.text([], of: Self.run) == "[]\n")
    #expect(try parsed(DiagnosticFormat.sarif.text([], of: Self.run)) is [String: Any])
  }

  @Test func aWorkflowCommandEscapesWhatWouldEndIt() {
    let text = DiagnosticFormat.github.text([spanned, nowhere], of: Self.run)
    #expect(
      text == """
        ::error file=layouts/weekly.md,line=2,col=8,endColumn=16,title=unknown-measure::`fds.amout` is not a \
        measure%0Ahelp: did you mean `fds.amount`?
        ::warning title=odd::50 %25 of it%0Ais: odd, "really"

        """)
    let odd = Diagnostic(code: "odd", "x", at: .file(path: "a,b:c%.md"))
    #expect(odd.githubCommand == "::error file=a%2Cb%3Ac%25.md,title=odd::x")
  }

  /// docs.gitlab.com, Code Quality report format: every key that is required.
  @Test func theCodeQualityReportHasWhatGitLabAsksFor() throws {
    let text = DiagnosticFormat.gitlab.text([spanned, spanned, nowhere], of: Self.run)
    let issues = try #require(try parsed(text) as? [[String: Any]])
    #expect(issues.count == 3)
    for issue in issues {
      #expect((issue["description"] as? String)?.isEmpty == false)
      #expect((issue["check_name"] as? String)?.isEmpty == false)
      #expect(["info", "minor", "major", "critical", "blocker"].contains(issue["severity"] as? String))
      let location = try #require(issue["location"] as? [String: Any])
      #expect(location["path"] as? String == "layouts/weekly.md")
      #expect(((location["lines"] as? [String: Any])?["begin"] as? Int ?? 0) >= 1)
    }
    let fingerprints = issues.compactMap { $0["fingerprint"] as? String }
    #expect(Set(fingerprints).count == 3)
    // A line more above leaves the fingerprint as it is: GitLab must not tell the finding as new.
    let moved = SourceFile(path: Self.report.path, text: "zero\n" + Self.report.text)
    let later = Diagnostic(
      code: spanned.code, spanned.message, at: Span(moved, line: 3, column: 8, length: 9),
      hint: spanned.hint)
    let again = try #require(
      try parsed(DiagnosticFormat.gitlab.text([later], of: Self.run)) as? [[String: Any]])
    #expect(again[0]["fingerprint"] as? String == fingerprints[0])
  }

  /// What the schema of SARIF 2.1.0 requires of the objects that are written.
  @Test func theSarifLogHasWhatItsSchemaAsksFor() throws {
    let text = DiagnosticFormat.sarif.text([spanned, nowhere], of: Self.run)
    let log = try #require(try parsed(text) as? [String: Any])
    #expect(log["version"] as? String == "2.1.0")
    #expect((log["$schema"] as? String)?.hasSuffix("sarif-schema-2.1.0.json") == true)
    let run = try #require((log["runs"] as? [[String: Any]])?.first)
    #expect(run["columnKind"] as? String == "unicodeCodePoints")
    let driver = try #require((run["tool"] as? [String: Any])?["driver"] as? [String: Any])
    #expect(driver["name"] as? String == "velin")
    let rules = try #require(driver["rules"] as? [[String: Any]]).map { $0["id"] as? String }
    #expect(rules == ["unknown-measure", "odd"])
    let invocation = try #require((run["invocations"] as? [[String: Any]])?.first)
    #expect(invocation["executionSuccessful"] as? Bool == false)
    #expect(invocation["exitCode"] as? Int == 65)
    let results = try #require(run["results"] as? [[String: Any]])
    for (index, result) in results.enumerated() {
      #expect(rules[try #require(result["ruleIndex"] as? Int)] == result["ruleId"] as? String)
      #expect(["none", "note", "warning", "error"].contains(result["level"] as? String))
      #expect(((result["message"] as? [String: Any])?["text"] as? String)?.isEmpty == false)
      #expect((result["locations"] == nil) == (index == 1))
    }
    let place = try #require((results[0]["locations"] as? [[String: Any]])?.first?["physicalLocation"])
    let location = try #require(place as? [String: Any])
    #expect((location["artifactLocation"] as? [String: Any])?["uri"] as? String == "layouts/weekly.md")
    let region = try #require(location["region"] as? [String: Any])
    #expect(region["startLine"] as? Int == 2)
    #expect(region["startColumn"] as? Int == 8)
    #expect(region["endColumn"] as? Int == 17)
  }

  @Test func aSarifAddressIsAURI() {
    let finding = Diagnostic(code: "x", "y", at: .file(path: "fiches d’été/a b.md"))
    let text = DiagnosticFormat.sarif.text([finding], of: Self.run)
    #expect(text.contains("\"uri\": \"fiches%20d%E2%80%99%C3%A9t%C3%A9/a%20b.md\""))
  }

  @Test func columnsAreCodePointsForPrograms() {
    // e and a combining accent: one character, two code points.
    let file = SourceFile(path: "r.md", text: "e\u{301}te\u{301} x")
    let region = Diagnostic(code: "c", "m", at: Span(file, line: 1, column: 5, length: 1)).region
    #expect(region?.columns == 7..<8)
  }

  @Test func colourStandsAroundSeverityAndCaretAlone() {
    let text = spanned.humanText(inColor: true)
    #expect(text.contains(": \u{1B}[1;31merror[unknown-measure]\u{1B}[0m: "))
    #expect(text.contains("\u{1B}[1;31m^~~~~~~~~\u{1B}[0m"))
    #expect(!spanned.humanText.contains("\u{1B}"))
  }

  @Test(arguments: [
    ("layouts/../data/a.yaml", "data/a.yaml"), ("./a.md", "a.md"), ("../a.md", "../a.md"), ("/x/../a", "/a"),
    ("a/..", "."), ("a//b", "a/b"),
  ])
  func pathsAreWithoutDetours(path: String, plain: String) { #expect(plainPath(path) == plain) }
}
