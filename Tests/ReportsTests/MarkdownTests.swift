import Diagnostics
import Testing

@testable import Reports

@Suite struct MarkdownTests {
  private func read(_ text: String) throws -> Markdown {
    try Markdown(SourceFile(path: "report.md", text: text))
  }

  @Test func placeholdersKeepTheirPlace() throws {
    let markdown = try read("# {{ fds.amount }} à *{{ fds.firms }}*\n")
    #expect(markdown.placeholders.map(\.text) == ["fds.amount", "fds.firms"])
    #expect(markdown.placeholders[1].span.position.column == 26)
    #expect(
      markdown.elements == [
        .heading(
          level: 1, [.placeholder(0), .text(" à "), .emphasis([.placeholder(1)])], line: 1)
      ])
  }

  @Test func markdownLeavesExpressionsAlone() throws {
    let markdown = try read("{{ a_b * c_d }} et {{ [x](y) }}\n")
    #expect(markdown.placeholders.map(\.text) == ["a_b * c_d", "[x](y)"])
    #expect(markdown.elements == [.paragraph([.placeholder(0), .text(" et "), .placeholder(1)], line: 1)])
  }

  @Test func anUnclosedPlaceholderIsShown() throws {
    let failure = try #require(throws: Failure.self) { try read("one\ntwo {{ fds.amount\n}}") }
    #expect(
      failure.diagnostics[0].humanText.hasPrefix(
        "report.md:2:5: error[unclosed-placeholder]: `{{` without `}}` on the same line"))
  }

  @Test func allThatCannotBeSetIsRefused() throws {
    let failure = try #require(throws: Failure.self) { try read("text\n\n<b>bold</b>\n\n![a](b.png)\n") }
    #expect(
      failure.diagnostics.map { $0.humanText.split(separator: "\n")[0] } == [
        "report.md:3:1: error[unsupported-markdown]: a report has no use for Markdown's `html_inline`",
        "report.md:5:1: error[unsupported-markdown]: a report has no use for Markdown's `image`",
      ])
  }

  @Test func notesAreReadInTheOrderOfTheirCalls() throws {
    let markdown = try read("Un[^b] et deux[^a].\n\n[^a]: note *a*\n[^b]: note b\n    suite\n")
    #expect(
      markdown.elements == [
        .paragraph([.text("Un"), .note(0), .text(" et deux"), .note(1), .text(".")], line: 1)
      ])
    #expect(
      markdown.notes.map(\.paragraphs) == [
        [[.text("note b"), .text(" "), .text("suite")]], [[.text("note "), .emphasis([.text("a")])]],
      ])
    #expect(markdown.notes.map(\.span.position.line) == [4, 3])
  }

  @Test func notesWithoutCallsAndCallsWithoutNotesAreShown() throws {
    let text = """
      Un mot[^1], un *autre[^deux]*, `[^code]` et \\[^rien].

      ```box Titre
      [^fence]: rien
      ```
      [^1]: La note.
      [^trois]: Personne ne l'appelle.
      [^1]: Encore.
      """
    let failure = try #require(throws: Failure.self) { try read(text) }
    #expect(
      failure.diagnostics.map { $0.humanText.split(separator: "\n")[0] } == [
        "report.md:1:22: error[missing-note]: `[^deux]` calls a note that this text does not have",
        "report.md:7:1: error[unused-note]: nothing calls the note `[^trois]`, so it would not be printed",
        "report.md:8:1: error[note-twice]: there is another note `[^1]` in this text",
      ])
  }

  @Test func aNoteHoldsParagraphsAlone() throws {
    let failure = try #require(throws: Failure.self) { try read("Un[^1].\n\n[^1]: une\n\n    - liste\n") }
    #expect(
      failure.diagnostics.map { $0.humanText.split(separator: "\n")[0] }
        == ["report.md:5:1: error[not-a-paragraph]: a footnote holds paragraphs alone"])
  }
}

@Suite struct FenceTests {
  private let source = SourceFile(
    path: "report.md",
    text: """
      text

      ```map
      title: Champ : France
      value: fds.amount / population

      **Prose** here.
      ```
      after
      """)

  @Test func valuesAreVerbatim() throws {
    let fence = try Fence(source, openedAt: 3)
    #expect(fence.kind.text == "map")
    #expect(fence.fields.map(\.key.text) == ["title", "value"])
    #expect(fence.fields[0].value.text == "Champ : France")
    #expect(fence.fields[1].value.span.position == (5, 8, "value: fds.amount / population"))
  }

  @Test func proseFollowsAnEmptyLine() throws {
    let fence = try Fence(source, openedAt: 3)
    let body = try #require(fence.body)
    #expect(String(decoding: Array(source.text.utf8)[body], as: UTF8.self) == "\n**Prose** here.\n")
  }

  @Test func aLineWithoutColonIsAnError() throws {
    let broken = SourceFile(path: "report.md", text: "```map\ntitle\nvalue x\n```\n")
    let failure = try #require(throws: Failure.self) { try Fence(broken, openedAt: 1) }
    #expect(failure.diagnostics.map { $0.place.map(line) } == [2, 3])
  }

  private func line(_ place: Diagnostic.Place) -> Int {
    guard case .span(let span) = place else { return 0 }
    return span.position.line
  }
}
