import Foundation
import Testing

/// Editions before a scheme's first snapshot: `aid` begins on 2021-01-08, `work` on 2021-02-20.
@Suite struct EarlyEditionTests {
  private static let early = "2021-02-05"

  /// Builds an early edition with this text under the front matter.
  private func edition(
    of body: String, _ options: String..., then check: (Workshop.Outcome, String) throws -> Void
  ) throws {
    try Workshop.open { workshop in
      let report = try workshop.text("report.md")
      let front = try #require(report.components(separatedBy: "\n# Aide").first)
      try workshop.write("report.md", front + "\n" + body)
      let named = ["--set", "date=\(Self.early)", "--set", "number=1", "--cache", "none"]
      let outcome = try workshop.run(["build", "report.md"] + named + options)
      let text = try workshop.shell("pdftotext -layout out/report-\(Self.early).pdf -").output
      try check(outcome, text)
    }
  }

  @Test func aSectionThatHasNotBegunIsLeftOutWithOneWarning() throws {
    let body = """
      # Aide {aid}

      ## {{ aid.amount }} versés

      Une aide vaut {{ aid.amount / aid.grants }}.

      # Travail {work}

      ## {{ work.employees where month = 2020-03 }} salariés

      Ils sont {{ work.employees where month = 2020-03 }}.

      # Fin

      ## La fin

      Il y a {{ aid.grants }} aides.

      Il y a {{ work.employees where month = 2020-03 }} salariés.
      """
    try edition(of: body) { outcome, text in
      #expect(outcome.code == 0, "\(outcome.errors)")
      #expect(!text.contains("Travail"))
      #expect(!text.contains("salariés"))
      #expect(text.contains("2 Fin"), "sections that stay are numbered without a gap")
      #expect(outcome.errors.components(separatedBy: "warning[").count == 2, "\(outcome.errors)")
      let warning =
        "report.md:17:1: warning[not-begun]: `work` has no snapshot on or before 2021-02-05, "
        + "also asked for on line 29"
      #expect(outcome.errors.contains(warning), "\(outcome.errors)")
    }
    try edition(of: body, "--strict") { outcome, _ in #expect(outcome.code == 1) }
  }

  @Test func besideOtherFiguresTheyAreNotAvailable() throws {
    let body = """
      # Aide

      ## Titre

      ```tiles
      Aide: aid.amount
      Salariés: work.employees where month = 2020-03
      ```
      ```table Montants, par région
      value: aid.amount, work.employees where month = 2020-03 by region
      ```
      """
    try edition(of: body) { outcome, text in
      #expect(outcome.code == 0, "\(outcome.errors)")
      #expect(text.components(separatedBy: "nd\n").count > 5, "\(text)")
      #expect(outcome.errors.contains("also asked for on line 20"), "\(outcome.errors)")
    }
  }

  @Test func aLineOrAFlowWithoutAnyValueSaysSo() throws {
    let body = """
      # Aide

      ## Titre

      ```line Moyenne
      value: aid.amount.mean28
      ```
      ```evolution Versements
      value: aid.amount
      ```
      """
    try Workshop.open { workshop in
      let front = try #require(try workshop.text("report.md").components(separatedBy: "\n# Aide").first)
      try workshop.write("report.md", front + "\n" + body)
      #expect(try workshop.build(date: "2021-01-08").code == 0)
      let text = try workshop.shell("pdftotext out/report-2021-01-08.pdf -").output
      #expect(text.components(separatedBy: "Aucune valeur n’est publiée.").count == 3, "\(text)")
      #expect(!text.contains("1970"))
    }
  }

  @Test func paragraphsOfABoxAreLeftOutOneByOne() throws {
    let body = """
      # Aide

      ## Titre

      ```box À retenir

      Montant : {{ aid.amount }}.

      Salariés : {{ work.employees where month = 2020-03 }}.
      ```
      """
    try edition(of: body) { outcome, text in
      #expect(outcome.code == 0, "\(outcome.errors)")
      #expect(text.contains("Montant"))
      #expect(!text.contains("Salariés"))
    }
  }

  @Test func aTitleDoesNotSayThatAFigureIsMissing() throws {
    let body = "# Aide\n\n## {{ aid.amount where taille = 02 | capital }} versés\n"
    try Workshop.open { workshop in
      let report = try workshop.text("report.md")
      let front = try #require(report.components(separatedBy: "\n# Aide").first)
      try workshop.write("report.md", front + "\n" + body)
      try workshop.write("data/tables/aid_sizes.csv", "date,taille,amount,grants\n2021-04-11,01,1000,5\n")
      let outcome = try workshop.build()
      #expect(outcome.code == 65)
      #expect(outcome.errors.contains("error[unpublished-title]"), "\(outcome.errors)")
    }
  }

  @Test func anEmptyCommentIsNotPrintedInSilence() throws {
    try Workshop.open { workshop in
      try workshop.change(
        "report.md", "sender: Agence\n", to: "sender: Agence\ncomment: editions/{{ date }}.md\n")
      try workshop.change("report.md", "```bars", to: "```box À retenir\ninclude: comment\n```\n\n```bars")
      try workshop.write("editions/2021-04-11.md", "\n \n")
      let outcome = try workshop.build()
      #expect(outcome.code == 65)
      #expect(outcome.errors.hasPrefix("editions/2021-04-11.md: error[empty-comment]"), "\(outcome.errors)")
    }
  }

  @Test func aCharacterThatNoFontHasIsPointedAt() throws {
    try Workshop.open { workshop in
      try workshop.change("report.md", "se sont ajoutés.", to: "se sont ajoutés 統 enfin.")
      let outcome = try workshop.build()
      #expect(outcome.code == 65)
      #expect(outcome.errors.contains("error[missing-glyph]"))
      #expect(outcome.errors.hasPrefix("report.md:15:64: "), "\(outcome.errors)")
    }
  }

  @Test func aMapOfOneColourIsWarnedOf() throws {
    let body = """
      # Aide

      ## Titre

      ```map Montant par habitant
      value: aid.amount / population by departement
      classes: 1, 2
      ```
      """
    try Workshop.open { workshop in
      let front = try #require(try workshop.text("report.md").components(separatedBy: "\n# Aide").first)
      let atlas = Workshop.root.deletingLastPathComponent().appending(path: "data/atlas/france.atlas").path
      try workshop.write(
        "report.md",
        front.replacingOccurrences(of: "sender: Agence", with: "sender: Agence\natlas: \(atlas)") + "\n"
          + body)
      let outcome = try workshop.build()
      #expect(outcome.code == 0, "\(outcome.errors)")
      #expect(
        outcome.errors.contains("report.md:18:10: warning[one-class]: all 12 values"), "\(outcome.errors)")
    }
  }

  @Test func aScaledNumberKeepsTwoDigits() throws {
    let body = """
      # Aide

      ## Titre

      Montants : {{ aid.amount where taille = 00 | 0 }} ; {{ aid.amount / aid.grants | 0 }}.
      """
    try Workshop.open { workshop in
      let front = try #require(try workshop.text("report.md").components(separatedBy: "\n# Aide").first)
      try workshop.write("report.md", front + "\n" + body)
      try workshop.write(
        "data/tables/aid_sizes.csv", "date,taille,amount,grants\n2021-04-11,00,1234567890,5\n")
      #expect(try workshop.build().code == 0)
      let text = try workshop.shell("pdftotext out/report-2021-04-11.pdf -").output
      #expect(text.contains("Montants : 1,2 Md€"), "\(text)")
    }
  }
}
