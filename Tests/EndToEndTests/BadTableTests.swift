import Foundation
import Testing

/// What happens when a published file is not what it was.
@Suite struct BadTableTests {
  private let totals = "data/tables/aid_totals.csv"
  private let sections = "data/tables/aid_sections.csv"

  @Test func anEmptyFileIsNamed() throws {
    try expectRefusal(
      65,
      """
      data/tables/aid_totals.csv:1:1: error[empty-table]: found no row, expected a header line and at least one row
          = help: the download may have failed; the last good file is the one to keep
      """
    ) { try $0.write(totals, "") }
  }

  @Test func aHeaderWithoutRowsIsAnEmptyTable() throws {
    try expectRefusal(
      65,
      """
      data/tables/aid_totals.csv:2:1: error[empty-table]: found no row, expected a header line and at least one row
          = help: the download may have failed; the last good file is the one to keep
      """
    ) { try $0.write(totals, "date,level,territory,amount,grants,firms\n") }
  }

  @Test func aPageOfHTMLIsNotATable() throws {
    try expectRefusal(
      65,
      """
      data/tables/aid_totals.csv:2:1: error[not-a-table]: found a page of HTML or XML, expected a table of comma-separated values
        2 | <!DOCTYPE html>
          | ^~~~~~~~~~~~~~~
          = help: download the file again; the server may have answered with an error page
      """
    ) { try $0.write(totals, "\u{FEFF}\n<!DOCTYPE html>\n<title>502 Bad Gateway</title>\n") }
  }

  @Test func aRowWithTooFewFieldsIsShownWhereItEnds() throws {
    try expectRefusal(
      65,
      """
      data/tables/aid_totals.csv:3:37: error[ragged-row]: found 4 fields, expected 6 as in the header
        3 | 2021-01-08,departement,13,68431541.9
          |                                     ^
          = help: a field that holds a comma stands in double quotes
      """
    ) { try $0.change(totals, line: 3, to: "2021-01-08,departement,13,68431541.9") }
  }

  @Test func aRowWithTooManyFieldsIsShownWhereTheyBegin() throws {
    try expectRefusal(
      65,
      """
      data/tables/aid_totals.csv:3:38: error[ragged-row]: found 7 fields, expected 6 as in the header
        3 | 2021-01-08,departement,13,684315,4,5,67
          |                                      ^~
          = help: a field that holds a comma stands in double quotes
      """
    ) { try $0.change(totals, line: 3, to: "2021-01-08,departement,13,684315,4,5,67") }
  }

  @Test func aColumnThatWasRenamedIsNamed() throws {
    try expectRefusal(
      65,
      """
      data/tables/aid_totals.csv:1:1: error[missing-column]: the column `amount` is not in the header
        1 | date,level,territory,amuont,grants,firms
          | ^
          = help: did you mean `amuont`? columns are date, level, territory, amuont, grants, firms
      """
    ) { try $0.change(totals, "amount", to: "amuont") }
  }

  @Test func aCodeThatTheNomenclatureLacksNamesTheRow() throws {
    try expectRefusal(
      65,
      """
      data/tables/aid_sections.csv:5:15: error[unknown-code]: `Q9` is not a code of `section`
        5 | 2021-01-08,13,Q9,1000,7,3
          |               ^~
          = help: correct it, or add the code to the nomenclature that the dictionary names
      """
    ) { try $0.change(sections, line: 5, to: "2021-01-08,13,Q9,1000,7,3") }
  }

  @Test func aTerritoryThatDoesNotExistNamesTheRow() throws {
    try expectRefusal(
      65,
      """
      data/tables/aid_totals.csv:4:24: error[unknown-code]: `998` is not a code of `departement`
        4 | 2021-01-08,departement,998,1000,7,3
          |                        ^~~
          = help: correct it, or add the code to the nomenclature that the dictionary names
      """
    ) { try $0.change(totals, line: 4, to: "2021-01-08,departement,998,1000,7,3") }
  }

  @Test func aSecondRowOfTheSameDateTerritoryAndCodesNamesBothLines() throws {
    try expectRefusal(
      65,
      """
      data/tables/aid_totals.csv:4:1: error[repeated-row]: found a second row with the date, territory and codes of line 3, expected one
        4 | 2021-01-08,departement,13,1000,7,3
          | ^~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~
          = help: keep the right one; a column that tells them apart belongs into `by` of the dictionary
      data/tables/aid_sections.csv:5:1: error[repeated-row]: found a second row with the date, territory and codes of line 2, expected one
        5 | 2021-01-08,13,C,5475646.48,2106,702
          | ^~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~
          = help: keep the right one; a column that tells them apart belongs into `by` of the dictionary
      """
    ) { workshop in
      try workshop.change(totals, line: 4, to: "2021-01-08,departement,13,1000,7,3")
      try workshop.change(sections, line: 5, to: "2021-01-08,13,C,5475646.48,2106,702")
    }
  }

  @Test func allBadRowsAreShownOfAllFiles() throws {
    try expectRefusal(
      65,
      """
      data/tables/aid_totals.csv:3:39: error[not-a-number]: found `12x` in the column `grants`, expected a number such as 1234.5
        3 | 2021-01-08,departement,13,68431541.90,12x,5
          |                                       ^~~
          = help: leave the field empty where nothing is published
      data/tables/aid_totals.csv:4:1: error[not-a-date]: found `08/01/2021`, expected a day such as 2021-04-11
        4 | 08/01/2021,departement,22,1000,7,3
          | ^~~~~~~~~~
          = help: days are written year-month-day, with zeros
      data/tables/aid_sections.csv:5:12: error[unknown-code]: `14` is not a code of `departement`
        5 | 2021-01-08,14,C,1000,7,3
          |            ^~
          = help: correct it, or add the code to the nomenclature that the dictionary names
      """
    ) { workshop in
      try workshop.change(totals, line: 3, to: "2021-01-08,departement,13,68431541.90,12x,5")
      try workshop.change(totals, line: 4, to: "08/01/2021,departement,22,1000,7,3")
      try workshop.change(sections, line: 5, to: "2021-01-08,14,C,1000,7,3")
    }
  }

  @Test func aQuoteThatIsNeverClosedIsShownWhereItOpens() throws {
    try expectRefusal(
      65,
      """
      data/tables/aid_totals.csv:4:27: error[unclosed-quote]: a field opens with a quote that is never closed
        4 | 2021-01-08,departement,22,"1000,7,3
          |                           ^
          = help: double the quotes inside a quoted field
      """
    ) { try $0.change(totals, line: 4, to: "2021-01-08,departement,22,\"1000,7,3") }
  }

  @Test func aNomenclatureInLatin1IsShownAtItsFirstAccent() throws {
    try expectRefusal(
      65,
      """
      data/territoires/departements.csv:2:13: error[not-utf8]: found a byte that is not UTF-8, expected a text in UTF-8
        2 | 13,Bouches-d\u{FFFD}partement
          |             ^
          = help: convert it: iconv -f LATIN1 -t UTF-8 data/territoires/departements.csv
      """
    ) { workshop in
      let header = "code,name,region,kind,tncc,population\n"
      try workshop.write(
        "data/territoires/departements.csv",
        Data(header.utf8) + Data("13,Bouches-d".utf8) + [0xE9] + Data("partement\n".utf8))
    }
  }

  @Test func aTableInLatin1IsRefused() throws {
    try expectRefusal(
      65,
      """
      data/tables/aid_totals.csv:2:4: error[not-utf8]: found a byte that is not UTF-8, expected a text in UTF-8
        2 | 202\u{FFFD}-01-08,FR,FR,1,1,1
          |    ^
          = help: convert it: iconv -f LATIN1 -t UTF-8 data/tables/aid_totals.csv
      """
    ) { workshop in
      try workshop.write(
        totals,
        Data("date,level,territory,amount,grants,firms\r\n202".utf8) + [0xE9]
          + Data("-01-08,FR,FR,1,1,1\r\n".utf8))
    }
  }

  @Test func aTableThatIsNotThereIsNamedWhereTheDictionaryNamesIt() throws {
    try expectRefusal(
      66,
      """
      data/aids.yaml:30:17: error[cannot-read]: cannot read data/tables/aid_sections.csv: No such file or directory
       30 |       - { file: tables/aid_sections.csv, territory: departement, by: section }
          |                 ^~~~~~~~~~~~~~~~~~~~~~~
          = help: check the path; relative paths start at the file that names them
      """
    ) { try $0.remove(sections) }
  }

  @Test func aStaleSourceIsRefusedWhereItIsAskedFor() throws {
    try expectRefusal(
      65,
      """
      report.md:13:7: error[stale-data]: `aid` was last published on 2021-04-11, 15 days before the edition; its limit is 14 days
       13 | ## {{ aid.amount }} versés
          |       ^~~~~~~~~~
          = help: update the data, raise `fresh:` in the dictionary, or build with --allow-stale
      """, date: "2021-04-26"
    ) { _ in }
  }

  @Test func aStaleSourceIsPrintedWhenThatIsAllowed() throws {
    try Workshop.open { workshop in
      let refused = try workshop.build(date: "2021-04-26")
      #expect(refused.code == 65)
      let outcome = try workshop.build("--allow-stale", date: "2021-04-26")
      #expect(outcome.code == 0, "\(outcome.errors)")
      #expect(outcome.output == "out/report-2021-04-26.pdf\n")
      #expect(try workshop.read("out/report-2021-04-26.pdf").starts(with: Data("%PDF-".utf8)))
    }
  }

  @Test func aSourceThatOnlyASentenceReadsMayNotBeStaleEither() throws {
    try Workshop.open { workshop in
      let front = try workshop.text("report.md").components(separatedBy: "\n# ")[0]
      try workshop.write(
        "report.md", front + "\n# Aide\n\n## Titre\n\nTotal : {{ max aid.amount by region }}.\n")
      let outcome = try workshop.build(date: "2021-04-26")
      #expect(outcome.code == 65)
      #expect(outcome.errors.hasPrefix("report.md:15:12: error[stale-data]"), "\(outcome.errors)")
    }
  }

  @Test func anEditionBeforeTheFirstSnapshotIsRefused() throws {
    try Workshop.open { workshop in
      let outcome = try workshop.build(date: "2020-12-31")
      #expect(outcome.code == 65)
      #expect(outcome.errors.contains("error[no-snapshot]: `aid` has no snapshot on or before 2020-12-31"))
      #expect(try workshop.read(Workshop.edition) == Workshop.lastGood)
    }
  }
}
