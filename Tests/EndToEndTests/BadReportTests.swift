import Foundation
import Testing

/// Mistakes in what a user writes: the report, the dictionary, the theme, the fonts, the command.
@Suite struct BadReportTests {
  // MARK: The report

  @Test func anUnknownMeasureIsShownWithTheOneThatIsMeant() throws {
    try expectRefusal(
      65,
      """
      report.md:25:8: error[unknown-measure]: `aid.amuont` is not a measure
       25 | value: aid.amuont, aid.grants
          |        ^~~~~~~~~~
          = help: did you mean `aid.amount`? measures of aid: amount, grants, firms
      """
    ) { try $0.change("report.md", "value: aid.amount, aid.grants", to: "value: aid.amuont, aid.grants") }
  }

  @Test func anUnknownKeyOfTheFrontMatterIsShown() throws {
    try expectRefusal(
      78,
      """
      report.md:5:1: error[unknown-key]: `diffussion` is not a key of the front matter
        5 | diffussion: publique
          | ^~~~~~~~~~
          = help: did you mean `diffusion`? keys are …
      """
    ) { try $0.change("report.md", "sender: Agence\n", to: "sender: Agence\ndiffussion: publique\n") }
  }

  @Test func anUnknownKeyOfABlockIsShown() throws {
    try Workshop.open { workshop in
      try workshop.change("report.md", "by: section", to: "ordre: value\nby: section")
      let outcome = try workshop.build()
      #expect(outcome.code == 65)
      let shown = """
        report.md:20:1: error[unknown-key]: `ordre` is not a key of a block `bars`
         20 | ordre: value
            | ^~~~~
            = help: did you mean `order`? keys are columns, title,
        """
      #expect(outcome.errors.hasPrefix(shown), "\(outcome.errors)")
      #expect(try workshop.read(Workshop.edition) == Workshop.lastGood)
    }
  }

  @Test func aBlockThatRunsIntoTheNextIsShownWhereItOpens() throws {
    try expectRefusal(
      65,
      """
      report.md:17:1: error[unclosed-block]: the block that opens here is not closed before line 23, where another opens
       17 | ```bars
          | ^~~~~~~
          = help: add a line ``` after the last line of the block
      """
    ) { try $0.change("report.md", line: 21, to: "") }
  }

  @Test func aBlockThatRunsIntoTheEndIsShownWhereItOpens() throws {
    try expectRefusal(
      65,
      """
      report.md:23:1: error[unclosed-block]: the block that opens here is not closed before the end of the text
       23 | ```table
          | ^~~~~~~~
          = help: add a line ``` after the last line of the block
      """
    ) { try $0.change("report.md", line: 27, to: "") }
  }

  @Test func textInABlockThatTakesNoneIsShown() throws {
    try expectRefusal(
      65,
      """
      report.md:22:1: error[takes-no-text]: found text in a block `bars`, expected keys alone: this block takes no text
       22 | Une phrase.
          | ^~~~~~~~~~~
          = help: put text behind the block, or into a block `text`; keys stand before the first empty line
      """
    ) { try $0.change("report.md", "by: section\n", to: "by: section\n\nUne phrase.\n") }
  }

  @Test func textBesideTheFileOfABlockIsShown() throws {
    try expectRefusal(
      65,
      """
      report.md:20:1: error[text-twice]: found text in a block whose text is the file that `file` names
       20 | Une phrase.
          | ^~~~~~~~~~~
          = help: keep one of them
      """
    ) { workshop in
      try workshop.write("note.md", "Une note.\n")
      try workshop.change("report.md", "```bars", to: "```text\nfile: note.md\n\nUne phrase.\n```\n```bars")
    }
  }

  @Test func aListWhereOnlyParagraphsStandIsShown() throws {
    try expectRefusal(
      65,
      """
      report.md:17:1: error[only-paragraphs]: found a list in a box or a side column, expected paragraphs alone
       17 | ```text
          | ^
          = help: write it as a paragraph, or put it outside
      """
    ) { try $0.change("report.md", "```bars", to: "```text\n\n- Un point.\n```\n```bars") }
  }

  @Test func aListInAListIsShown() throws {
    try expectRefusal(
      65,
      """
      report.md:17:1: error[only-paragraphs]: found a list in a list, expected paragraphs alone
       17 | - Un point.
          | ^
          = help: write it as a paragraph, or put it outside
      """
    ) { try $0.change("report.md", "```bars", to: "- Un point.\n  - Un autre.\n\n```bars") }
  }

  @Test func aKeyThatStandsTwiceIsShownAtTheSecond() throws {
    try expectRefusal(
      65,
      """
      report.md:18:1: error[key-twice]: the key `title` stands twice in this block, first on line 17
       18 | title: Montant versé, par section
          | ^~~~~
          = help: keep one of them
      report.md:21:1: error[key-twice]: the key `by` stands twice in this block, first on line 20
       21 | by: section
          | ^~
          = help: keep one of them
      """
    ) { workshop in
      try workshop.change("report.md", "```bars", to: "```bars Montant")
      try workshop.change("report.md", "by: section", to: "by: taille\nby: section")
    }
  }

  @Test func anUnknownKindOfBlockIsShown() throws {
    try Workshop.open { workshop in
      try workshop.change("report.md", "```bars", to: "```barrs")
      let outcome = try workshop.build()
      #expect(outcome.code == 65)
      let shown = """
        report.md:17:4: error[unknown-block]: `barrs` is not a kind of block
         17 | ```barrs
            |    ^~~~~
            = help: did you mean `bars`? kinds are
        """
      #expect(outcome.errors.hasPrefix(shown), "\(outcome.errors)")
    }
  }

  @Test func aReportInLatin1IsShownAtItsFirstAccent() throws {
    try expectRefusal(
      65,
      """
      report.md:3:17: error[not-utf8]: found a byte that is not UTF-8, expected a text in UTF-8
        3 | edition: Point n\u{FFFD} {{ number }}
          |                 ^
          = help: convert it: iconv -f LATIN1 -t UTF-8 report.md
      """
    ) { workshop in
      let text = try workshop.text("report.md")
      try workshop.write("report.md", try #require(text.data(using: .isoLatin1)))
    }
  }

  @Test func aQuoteLeftOpenInTheFrontMatterIsShownWhereItOpens() throws {
    try expectRefusal(
      78,
      """
      report.md:3:10: error[broken-yaml]: not valid YAML: the quote that opens here is never closed
        3 | edition: "Point
          |          ^
          = help: close it with the same sign
      """
    ) { try $0.change("report.md", "edition: Point n° {{ number }}", to: "edition: \"Point") }
  }

  @Test func aCharacterThatNoFontHasIsNamed() throws {
    try expectRefusal(
      65,
      """
      report.md:15:8: error[missing-glyph]: the font serif 400 has no character “漢” (U+6F22), needed in “Un mot 漢 ici.”
       15 | Un mot 漢 ici.
          |        ^
          = help: write it with another character, or give the family a font that has it in fonts.yaml
      """
    ) { workshop in
      try workshop.change("report.md", line: 15, to: "Un mot 漢 ici.")
    }
  }

  @Test func aCharacterOfTheCoverThatNoFontHasIsShownAtTheCover() throws {
    try Workshop.open { workshop in
      try workshop.change("report.md", "# Aide\n", to: "```cover\nright: 漢\n```\n# Aide\n")
      let outcome = try workshop.build()
      #expect(outcome.code == 65)
      #expect(outcome.errors.hasPrefix("report.md:12:8: error[missing-glyph]:"), "\(outcome.errors)")
    }
  }

  @Test func aCharacterOfTheRunningHeadThatNoFontHasIsShownInTheFrontMatter() throws {
    try Workshop.open { workshop in
      try workshop.change("report.md", "report: Aides", to: "report: Aides 漢")
      let outcome = try workshop.build()
      #expect(outcome.code == 65)
      #expect(outcome.errors.hasPrefix("report.md:2:15: error[missing-glyph]:"), "\(outcome.errors)")
    }
  }

  @Test func allCharactersThatNoFontHasAreNamedInEveryBlock() throws {
    try expectRefusal(
      65,
      """
      report.md:13:10: error[missing-glyph]: the font serif-display 400 has no characters “☂” (U+2602), “漢” (U+6F22), needed in “Titre ☂ 漢”
       13 | ## Titre ☂ 漢
          |          ^
          = help: write them with other characters, or give the family a font that has them in fonts.yaml
      report.md:15:8: error[missing-glyph]: the font serif 400 has no characters “漢” (U+6F22), “字” (U+5B57), needed in “Un mot 漢 et 字, 漢.”
       15 | Un mot 漢 et 字, 漢.
          |        ^
          = help: write them with other characters, or give the family a font that has them in fonts.yaml
      """
    ) { workshop in
      try workshop.change("report.md", line: 13, to: "## Titre ☂ 漢")
      try workshop.change("report.md", line: 15, to: "Un mot 漢 et 字, 漢.")
    }
  }

  @Test func everyMistakeOfARunIsShown() throws {
    try expectRefusal(
      78,
      """
      report.md:5:1: error[unknown-key]: `diffussion` is not a key of the front matter
        5 | diffussion: publique
          | ^~~~~~~~~~
          = help: did you mean `diffusion`? keys are …
      theme.yaml:2:1: error[unknown-key]: `colours` is not a key of a theme
        2 | colours: 1
          | ^~~~~~~
          = help: did you mean `colors`? keys are …
      report.md:16:11: error[bad-value]: found `x by`, expected `max measure by level`
       16 | En {{ max x by }}, {{ aid.amout }} et {{ aids.amount }}.
          |           ^~~~
      report.md:16:23: error[unknown-measure]: `aid.amout` is not a measure
       16 | En {{ max x by }}, {{ aid.amout }} et {{ aids.amount }}.
          |                       ^~~~~~~~~
          = help: did you mean `aid.amount`? measures of aid: amount, grants, firms
      report.md:16:42: error[unknown-cube]: `aids` is not a cube
       16 | En {{ max x by }}, {{ aid.amout }} et {{ aids.amount }}.
          |                                          ^~~~~~~~~~~
          = help: did you mean `aid`? known are aid, work, population
      report.md:20:8: error[unknown-measure]: `aid.montant` is not a measure
       20 | value: aid.montant
          |        ^~~~~~~~~~~
          = help: measures of aid: amount, grants, firms
      report.md:27:5: error[unknown-choice]: found `departemnt`, expected one of `region`, `departement`, `month`, `section`, `taille`
       27 | by: departemnt
          |     ^~~~~~~~~~
          = help: did you mean `departement`?
      """
    ) { workshop in
      try workshop.write("theme.yaml", try workshop.text("theme.yaml") + "colours: 1\n")
      try workshop.change("report.md", "sender: Agence\n", to: "sender: Agence\ndiffussion: publique\n")
      try workshop.change(
        "report.md", line: 16, to: "En {{ max x by }}, {{ aid.amout }} et {{ aids.amount }}.")
      try workshop.change("report.md", "value: aid.amount\n", to: "value: aid.montant\n")
      try workshop.change("report.md", "by: departement", to: "by: departemnt")
    }
  }

  /// What the dictionary gets wrong is not told again wherever the report asks for it, and hides nothing else.
  @Test func mistakesOfDictionaryReportAndTablesAreShownInOneRun() throws {
    try expectRefusal(
      78,
      """
      data/aids.yaml:43:5: error[unknown-key]: `freshness` is not a key of the cube `work`
       43 |     freshness: 3
          |     ^~~~~~~~~
          = help: keys are …
      report.md:15:35: error[unknown-measure]: `aid.amoun` is not a measure
       15 | En {{ work.employees }} ici et {{ aid.amoun }}.
          |                                   ^~~~~~~~~
          = help: did you mean `aid.amount`? measures of aid: amount, grants, firms
      data/tables/aid_sections.csv:5:17: error[not-a-number]: found `mille` in the column `amount`, expected a number such as 1234.5
        5 | 2021-01-08,13,I,mille,7,3
          |                 ^~~~~
          = help: leave the field empty where nothing is published
      """
    ) { workshop in
      try workshop.change(
        "data/aids.yaml", "frequency: mensuelle", to: "frequency: mensuelle\n    freshness: 3")
      try workshop.change("report.md", line: 15, to: "En {{ work.employees }} ici et {{ aid.amoun }}.")
      try workshop.change("data/tables/aid_sections.csv", line: 5, to: "2021-01-08,13,I,mille,7,3")
    }
  }

  @Test func aDictionaryThatIsNoYamlHidesNoMistakeOfTheReport() throws {
    try expectRefusal(
      78,
      """
      data/aids.yaml:16:16: error[broken-yaml]: not valid YAML: a second colon on a line
       16 |     label: Aide: montants
          |                ^
          = help: quote a text that holds a colon and a space: `key: "Champ : France"`
      fonts.yaml:13:19: error[missing-font]: the file NoSuchFont.otf is in none of the folders /usr/share/fonts/opentype/linux-libertine, /usr/share/fonts/opentype/inter, /usr/share/hyphen
       13 |     files: { 400: NoSuchFont.otf }
          |                   ^~~~~~~~~~~~~~
          = help: apt-get install fonts-linuxlibertine, or drop the file into one of them
      report.md:24:1: error[key-twice]: the key `title` stands twice in this block, first on line 23
       24 | title: Montant versé, par département
          | ^~~~~
          = help: keep one of them
      """
    ) { workshop in
      try workshop.change("data/aids.yaml", "label: Aide\n", to: "label: Aide: montants\n")
      try workshop.change("fonts.yaml", "LinLibertine_DR.otf", to: "NoSuchFont.otf")
      try workshop.change("report.md", "```table", to: "```table Départements")
    }
  }

  @Test func aCharacterThatNoFontHasIsShownBesideOtherMistakes() throws {
    try expectRefusal(
      65,
      """
      report.md:26:5: error[unknown-choice]: found `departemnt`, expected one of `region`, `departement`, `month`, `section`, `taille`
       26 | by: departemnt
          |     ^~~~~~~~~~
          = help: did you mean `departement`?
      report.md:15:8: error[missing-glyph]: the font serif 400 has no character “漢” (U+6F22), needed in “Un mot 漢 ici.”
       15 | Un mot 漢 ici.
          |        ^
          = help: write it with another character, or give the family a font that has it in fonts.yaml
      """
    ) { workshop in
      try workshop.change("report.md", line: 15, to: "Un mot 漢 ici.")
      try workshop.change("report.md", "by: departement", to: "by: departemnt")
    }
  }

  @Test func whatStandsBeforeABlockLeftOpenIsCheckedToo() throws {
    try expectRefusal(
      65,
      """
      report.md:23:1: error[unclosed-block]: the block that opens here is not closed before the end of the text
       23 | ```table
          | ^~~~~~~~
          = help: add a line ``` after the last line of the block
      report.md:19:8: error[unknown-measure]: `aid.montant` is not a measure
       19 | value: aid.montant
          |        ^~~~~~~~~~~
          = help: measures of aid: amount, grants, firms
      """
    ) { workshop in
      try workshop.change("report.md", line: 27, to: "")
      try workshop.change("report.md", "value: aid.amount\n", to: "value: aid.montant\n")
    }
  }

  @Test func everyPlaceholderLeftOpenIsShown() throws {
    try expectRefusal(
      65,
      """
      report.md:13:4: error[unclosed-placeholder]: `{{` without `}}` on the same line
       13 | ## {{ aid.amount versés
          |    ^~
          = help: write `{{ measure }}`, for instance `{{ fds.amount }}`
      report.md:15:4: error[unclosed-placeholder]: `{{` without `}}` on the same line
       15 | En {{ aid.interval.
          |    ^~
          = help: write `{{ measure }}`, for instance `{{ fds.amount }}`
      """
    ) { workshop in
      try workshop.change("report.md", line: 13, to: "## {{ aid.amount versés")
      try workshop.change("report.md", line: 15, to: "En {{ aid.interval.")
    }
  }

  // MARK: The dictionary

  @Test func aSecondColonIsShownWithWhatToDo() throws {
    try expectRefusal(
      78,
      """
      data/aids.yaml:16:16: error[broken-yaml]: not valid YAML: a second colon on a line
       16 |     label: Aide: montants
          |                ^
          = help: quote a text that holds a colon and a space: `key: "Champ : France"`
      """
    ) { try $0.change("data/aids.yaml", "label: Aide\n", to: "label: Aide: montants\n") }
  }

  /// The parser sees these a line or more behind the mistake.
  @Test(arguments: [
    ("label: Aide\n", "label Aide\n", "16:5", "a line without a colon, where a key is expected"),
    (
      "    producer: Agence\n    source: Agence, aide\n", "      producer: Agence\n", "17:7",
      "a key below a line that has a value already"
    ),
    ("received: true }", "received: true", "25:15", "what opens here is not closed, or lacks a comma"),
    ("[FR, region, departement]", "FR, region]", "29:9", "what opens here is not closed, or lacks a comma"),
    ("frequency: hebdomadaire", "label: Encore", "19:5", "the key `label` stands twice"),
  ])
  func brokenYamlIsShownWhereItIsBroken(old: String, new: String, place: String, problem: String) throws {
    try Workshop.open { workshop in
      try workshop.change("data/aids.yaml", old, to: new)
      let outcome = try workshop.build()
      #expect(outcome.code == 78)
      let shown = "data/aids.yaml:\(place): error[broken-yaml]: not valid YAML: \(problem)\n"
      #expect(outcome.errors.hasPrefix(shown), "\(outcome.errors)")
    }
  }

  @Test func aDictionaryThatIsNotThereIsNamedWhereTheReportNamesIt() throws {
    try expectRefusal(
      66,
      """
      report.md:5:7: error[cannot-read]: cannot read data/aids.yaml: No such file or directory
        5 | data: data/aids.yaml
          |       ^~~~~~~~~~~~~~
          = help: check the path; relative paths start at the file that names them
      """
    ) { try $0.remove("data/aids.yaml") }
  }

  /// Else nothing would be hidden, and nobody would know.
  @Test func contributorsThatAreNoMeasureAreRefused() throws {
    try expectRefusal(
      78,
      """
      data/aids.yaml:22:19: error[unknown-measure]: `firmz` is not a measure
       22 |     contributors: firmz
          |                   ^~~~~
          = help: did you mean `firms`? known are amount, grants, firms
      """
    ) { try $0.change("data/aids.yaml", "contributors: firms", to: "contributors: firmz") }
  }

  @Test func aLevelThatNobodyDeclaresIsRefused() throws {
    try expectRefusal(
      78,
      """
      data/aids.yaml:29:56: error[unknown-level]: `regoin` is not a level
       29 |       - { file: tables/aid_totals.csv, territory: [FR, regoin, departement] }
          |                                                        ^~~~~~
          = help: did you mean `region`? known are FR, departement, month, region, section, taille
      """
    ) { try $0.change("data/aids.yaml", "[FR, region, departement]", to: "[FR, regoin, departement]") }
  }

  // MARK: Theme and fonts

  @Test func anUnknownKeyOfAThemeIsShown() throws {
    try expectRefusal(
      78,
      """
      theme.yaml:2:17: error[unknown-key]: `leeding` is not a key of the text role `body`
        2 | text: { body: { leeding: 3 } }
          |                 ^~~~~~~
          = help: did you mean `leading`? keys are …
      """
    ) { try $0.write("theme.yaml", try $0.text("theme.yaml") + "text: { body: { leeding: 3 } }\n") }
  }

  @Test func aFontThatIsNotInstalledIsNamedWithItsPackage() throws {
    try expectRefusal(
      69,
      """
      fonts.yaml:13:19: error[missing-font]: the file NoSuchFont.otf is in none of the folders /usr/share/fonts/opentype/linux-libertine, /usr/share/fonts/opentype/inter, /usr/share/hyphen
       13 |     files: { 400: NoSuchFont.otf }
          |                   ^~~~~~~~~~~~~~
          = help: apt-get install fonts-linuxlibertine, or drop the file into one of them
      """
    ) { try $0.change("fonts.yaml", "LinLibertine_DR.otf", to: "NoSuchFont.otf") }
  }

  @Test func anUnknownLanguageIsShown() throws {
    try expectRefusal(
      78,
      """
      report.md:5:11: error[unknown-language]: `xx` is not a language that is known
        5 | language: xx
          |           ^~
          = help: languages are fr, fr-x-ue, en
      """
    ) { try $0.change("report.md", "sender: Agence\n", to: "sender: Agence\nlanguage: xx\n") }
  }

  // MARK: The command

  @Test func parametersAreChecked() throws {
    try Workshop.open { workshop in
      let outcome = try workshop.build("--set", "nombre=3", date: "2021-02-30", number: "un")
      #expect(outcome.code == 64)
      #expect(
        outcome.errors == """
          error[unknown-parameter]: the report has no parameter `nombre`
              = help: parameters are date, number
          error[bad-parameter]: found `2021-02-30` for `date`, expected a day of the calendar such as 2021-04-11
              = help: for instance `--set date=2021-04-11`
          error[bad-parameter]: found `un` for `number`, expected a whole number
              = help: for instance `--set number=52`

          """)
      #expect(try workshop.read(Workshop.edition) == Workshop.lastGood)
    }
  }

  @Test(arguments: [["--format", "pdf,docx"], ["--set", "date"], ["--nonsense"]])
  func wrongUsageIsExit64(options: [String]) throws {
    try Workshop.open { workshop in
      let outcome = try workshop.run(["build", "report.md"] + options)
      #expect(outcome.code == 64)
      #expect(outcome.errors.contains(options.last ?? "") || outcome.errors.contains("docx"))
      #expect(outcome.output.isEmpty)
    }
  }

  @Test func aReportThatIsNotThereIsExit66() throws {
    try Workshop.open { workshop in
      let outcome = try workshop.run(["build", "weakly.md"])
      #expect(outcome.code == 66)
      #expect(
        outcome.errors.hasPrefix("error[cannot-read]: cannot read weakly.md: No such file or directory\n"))
    }
  }

  // MARK: Output

  @Test func aFileInThePlaceOfTheFolderIsExit73() throws {
    try Workshop.open { workshop in
      try workshop.remove("out")
      try workshop.write("out", Workshop.lastGood)
      let outcome = try workshop.build()
      #expect(outcome.code == 73)
      #expect(
        outcome.errors == """
          out/report-2021-04-11.pdf: error[cannot-create]: this file cannot be created: Not a directory
              = help: choose another folder with --out, or allow writing to it

          """)
      #expect(try workshop.read("out") == Workshop.lastGood)
    }
  }

  /// A folder cannot be replaced by a file, not even by root.
  @Test func aFileThatCannotBeReplacedIsExit74() throws {
    try Workshop.open { workshop in
      try workshop.remove(Workshop.edition)
      try workshop.write("\(Workshop.edition)/inside", Workshop.lastGood)
      let outcome = try workshop.build()
      #expect(outcome.code == 74)
      #expect(
        outcome.errors == """
          out/report-2021-04-11.pdf: error[write-failed]: this file cannot be written: Is a directory
              = help: the file of the last run, if any, is as it was

          """)
      #expect(try workshop.read("\(Workshop.edition)/inside") == Workshop.lastGood)
    }
  }

  @Test func aGoodReportReplacesTheLastOneAndGivesTheSameBytesAgain() throws {
    try Workshop.open { workshop in
      let outcome = try workshop.build()
      #expect(outcome.code == 0)
      #expect(outcome.errors.isEmpty, "\(outcome.errors)")
      #expect(outcome.output == "out/report-2021-04-11.pdf\n")
      let first = try workshop.read(Workshop.edition)
      #expect(first.starts(with: Data("%PDF-".utf8)))
      #expect(try workshop.build().code == 0)
      #expect(try workshop.read(Workshop.edition) == first)
    }
  }
}
