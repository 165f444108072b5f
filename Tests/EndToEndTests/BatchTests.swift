import Foundation
import Testing

/// Sheets in batches, as a statistics office makes them at night.
@Suite struct BatchTests {
  private static let codes = ["13", "22", "29", "2A", "35", "56", "75", "77", "83", "92", "93", "974"]
  private static let name = "sheet-2021-04-11"
  private static let arguments = ["sheet.md", "--set", "date=2021-04-11", "--cache", "none"]

  private func build(
    _ workshop: Workshop, _ options: String..., environment: [String: String] = [:]
  ) throws -> Workshop.Outcome {
    try workshop.run(["build"] + Self.arguments + options, environment: environment)
  }

  /// The bytes of every file that a reader gets: sheets, manifest, index.
  private func bytes(_ workshop: Workshop, in folder: String) throws -> [String: Data] {
    let names = try workshop.files(in: folder).filter { $0.hasPrefix("sheet") && !$0.hasSuffix(".jsonl") }
    return Dictionary(uniqueKeysWithValues: try names.map { ($0, try workshop.read("\(folder)/\($0)")) })
  }

  private func manifest(_ workshop: Workshop, in folder: String) throws -> [String: Any] {
    let data = try workshop.read("\(folder)/\(Self.name).json")
    return try #require(try JSONSerialization.jsonObject(with: data) as? [String: Any])
  }

  // MARK: The whole

  @Test func everyTerritoryHasASheetAManifestAndAnIndex() throws {
    try Workshop.open { workshop in
      let outcome = try build(workshop)
      #expect(outcome.code == 0, "\(outcome.errors)")
      let sheets = Self.codes.map { "out/sheet-\($0)-2021-04-11.pdf" }
      let lists = ["csv", "json"].map { "out/\(Self.name).\($0)" } + ["out/\(Self.name)-index.pdf"]
      #expect(outcome.output.split(separator: "\n").map(String.init) == sheets + lists)
      let manifest = try manifest(workshop, in: "out")
      #expect(manifest["version"] as? Int == 1)
      let listed = try #require(manifest["sheets"] as? [[String: Any]])
      #expect(listed.compactMap { $0["code"] as? String } == Self.codes)
      for (sheet, path) in zip(listed, sheets) {
        let file = try #require((sheet["files"] as? [[String: Any]])?.first)
        #expect("out/\(file["path"] ?? "")" == path)
        #expect(file["bytes"] as? Int == (try workshop.read(path)).count)
        let sum = try Shell.run("sha256sum", [path], in: workshop.folder)
        #expect(file["sha256"] as? String == sum.split(separator: " ").first.map(String.init))
      }
      let rows = try workshop.text("out/\(Self.name).csv").split(separator: "\r\n")
      #expect(rows.count == 13)
      #expect(rows[0] == "code,name,file,pages,bytes,sha256")
      #expect(rows[2].hasPrefix("22,Côtes-d’Armor,sheet-22-2021-04-11.pdf,1,"))
    }
  }

  @Test func whereWarningsCountASheetWithSomeDoesNotStand() throws {
    try Workshop.open { workshop in
      let text =
        try workshop.text("sheet.md") + "\n{{ work.employees where month = 2020-03 in FR }} salariés.\n"
      try workshop.write("sheet.md", text)
      let arguments = ["build", "sheet.md", "--set", "date=2021-02-05", "--cache", "none", "--only", "29"]
      for _ in 1...2 {
        let outcome = try workshop.run(arguments + ["--strict"])
        #expect(outcome.code == 1)
        #expect(outcome.errors.contains("warning[not-begun]"), "\(outcome.errors)")
      }
      let outcome = try workshop.run(arguments)
      #expect(outcome.code == 0)
      #expect(!outcome.output.contains("sheet-29-2021-02-05.pdf"), "it stands")
    }
  }

  @Test func theIndexLinksToEverySheetUnderItsRegion() throws {
    try Workshop.open { workshop in
      _ = try build(workshop)
      let index = "out/\(Self.name)-index.pdf"
      let text = try Shell.run("pdftotext", [index, "-"], in: workshop.folder)
      #expect(text.contains("12 fiches"))
      let bretagne = try #require(text.range(of: "Bretagne"))
      #expect(text[bretagne.upperBound...].contains("29 Finistère"))
      let addresses = try Shell.run("pdfinfo", ["-url", index], in: workshop.folder)
      for code in Self.codes { #expect(addresses.contains("sheet-\(code)-2021-04-11.pdf"), "\(code)") }
      #expect(try workshop.run(["inspect", "--check", index]).code == 0)
    }
  }

  @Test func eachSheetSaysTheFiguresOfItsTerritory() throws {
    try Workshop.open { workshop in
      _ = try build(workshop, "--only", "29,974")
      let text = try Shell.run("pdftotext", ["out/sheet-29-2021-04-11.pdf", "-"], in: workshop.folder)
      #expect(text.contains("Finistère : "))
      #expect(!text.contains("La Réunion"))
    }
  }

  @Test func aVolumeHoldsAllSheetsWithContentsAndBookmarks() throws {
    try Workshop.open { workshop in
      let outcome = try build(workshop, "--bind")
      #expect(outcome.code == 0, "\(outcome.errors)")
      let volume = "out/\(Self.name)-volume.pdf"
      #expect(outcome.output.hasSuffix("\(volume)\n"))
      let inspected = try workshop.run(["inspect", volume])
      #expect(inspected.code == 0, "\(inspected.errors)")
      #expect(inspected.output.contains("  pages       13,"))
      #expect(
        inspected.output.contains("  profiles    PDF/UA-1, PDF/A-3A"), "\(inspected.output.prefix(500))")
      #expect(inspected.output.contains("29 Finistère … 4\n"))
      let contents = try Shell.run("pdftotext", ["-l", "1", volume, "-"], in: workshop.folder)
      #expect(contents.contains("29 Finistère, page 4\n"))
      let sheet = try Shell.run("pdftotext", ["-f", "4", "-l", "4", volume, "-"], in: workshop.folder)
      #expect(sheet.contains("Finistère : ") && sheet.contains("4 / 13"))
      #expect(try !Shell.run("pdfinfo", ["-url", volume], in: workshop.folder).contains("sheet-29-"))
    }
  }

  // MARK: Same bytes

  @Test func jobsAndShardsGiveTheSameBytes() throws {
    try Workshop.open { workshop in
      _ = try build(workshop, "--out", "one", "--jobs", "1")
      _ = try build(workshop, "--out", "four", "--jobs", "4")
      for shard in 1...3 {
        let outcome = try build(workshop, "--out", "parts", "--shard", "\(shard)/3")
        #expect(outcome.code == 0)
        #expect(outcome.output.split(separator: "\n").count == 4)
      }
      let environment = ["CI_NODE_INDEX": "2", "CI_NODE_TOTAL": "3"]
      #expect(try build(workshop, "--out", "node", environment: environment).output.contains("sheet-22-"))
      let alone = ["CI_NODE_INDEX": "", "CI_NODE_TOTAL": "1"]
      #expect(try build(workshop, "--out", "node", environment: alone).output.contains("node/sheet-13-"))
      let half = ["CI_NODE_INDEX": "2", "CI_NODE_TOTAL": ""]
      #expect(try build(workshop, "--out", "node", environment: half).code == 64)
      let collected = try workshop.run(["collect"] + Self.arguments + ["--out", "parts"])
      #expect(collected.code == 0, "\(collected.errors)")
      let one = try bytes(workshop, in: "one")
      #expect(one.count == 15)
      #expect(try bytes(workshop, in: "four") == one)
      #expect(try bytes(workshop, in: "parts") == one)
    }
  }

  @Test func collectingSaysWhichSheetsAreMissingOrSpoilt() throws {
    try Workshop.open { workshop in
      _ = try build(workshop, "--shard", "1/2")
      let missing = try workshop.run(["collect"] + Self.arguments)
      #expect(missing.code == 66)
      #expect(missing.errors.hasPrefix("error[not-built]: out has no sheet of 22, 2A, 56, 77, 92, 974\n"))
      #expect(try workshop.run(["collect", "--keep-going"] + Self.arguments).code == 0)
      #expect((try manifest(workshop, in: "out")["missing"] as? [Any])?.count == 6)
      _ = try build(workshop, "--shard", "2/2")
      try workshop.remove("out/sheet-75-2021-04-11.pdf")
      let gone = try workshop.run(["collect"] + Self.arguments)
      #expect(gone.code == 66)
      #expect(gone.errors.hasPrefix("error[not-built]: out has no sheet of 75\n"), "\(gone.errors)")
      #expect(try workshop.run(["collect", "--keep-going"] + Self.arguments).code == 0)
      #expect((try manifest(workshop, in: "out")["missing"] as? [Any])?.count == 1)
      try workshop.write("out/sheet-29-2021-04-11.pdf", "cut short")
      let spoilt = try workshop.run(["collect"] + Self.arguments)
      #expect(spoilt.code == 65)
      #expect(spoilt.errors.hasPrefix("out/sheet-29-2021-04-11.pdf: error[changed-file]"))
    }
  }

  // MARK: What stands

  @Test func unchangedSheetsAreNotBuiltAgain() throws {
    try Workshop.open { workshop in
      _ = try build(workshop)
      let before = try bytes(workshop, in: "out")
      #expect(try build(workshop).output.split(separator: "\n").count == 3)
      #expect(try build(workshop, "--rebuild").output.split(separator: "\n").count == 15)
      try workshop.remove("out/sheet-29-2021-04-11.pdf")
      try workshop.write("out/sheet-75-2021-04-11.pdf", "spoilt")
      let mended = try build(workshop, "--resume")
      #expect(mended.errors.hasPrefix("10 of 12 sheets stand\n"))
      #expect(mended.output.contains("sheet-29-") && mended.output.contains("sheet-75-"))
      #expect(try bytes(workshop, in: "out") == before)
    }
  }

  /// Else make would forget the sheets that a second run leaves alone, and the tables that it need not read.
  @Test func whatStandsIsStillAnOutputAndWhatItWasMadeFromAnInput() throws {
    try Workshop.open { workshop in
      func deps(_ name: String) throws -> [String: [String]] {
        let object = try JSONSerialization.jsonObject(with: try workshop.read(name)) as? [String: Any]
        let lists = try #require(object).compactMapValues { ($0 as? [String])?.sorted() }
        return lists
      }
      _ = try build(workshop, "--deps", "first.json")
      _ = try build(workshop, "--deps", "second.json")
      let (first, second) = (try deps("first.json"), try deps("second.json"))
      #expect(first == second)
      #expect(first["inputs"]?.contains("data/tables/aid_sections.csv") == true)
      let written = try workshop.files(in: "out").filter { $0.hasPrefix("sheet") }.map { "out/" + $0 }
      #expect(first["outputs"] == written.sorted())
    }
  }

  @Test(arguments: ["sheet.md", "data/aids.yaml", "theme.yaml", "data/tables/aid_sections.csv", "fonts.yaml"])
  func aChangeOfAnyInputBuildsThemAgain(path: String) throws {
    try Workshop.open { workshop in
      _ = try build(workshop)
      let text = try workshop.text(path)
      let change = path.hasSuffix(".csv") ? "\n" : path.hasSuffix(".md") ? "\nFin.\n" : "\n# changed\n"
      try workshop.write(path, text + change)
      #expect(try build(workshop).output.split(separator: "\n").count == 15)
    }
  }

  @Test func aTableThatNoSheetReadsChangesNothing() throws {
    try Workshop.open { workshop in
      _ = try build(workshop)
      try workshop.write(
        "data/tables/work_months.csv", try workshop.text("data/tables/work_months.csv") + "\n")
      #expect(try build(workshop).output.split(separator: "\n").count == 3)
    }
  }

  @Test func aKilledBatchGoesOn() throws {
    try Workshop.open { workshop in
      _ = try build(workshop, "--out", "whole")
      // Stopped hard once some sheets are there, mostly in the midst of the next.
      _ = try workshop.shell(
        """
        "$VELIN" build \(Self.arguments.joined(separator: " ")) --jobs 1 >/dev/null 2>&1 &
        until [ "$(ls out/sheet-*-*.pdf 2>/dev/null | wc -l)" -ge 3 ]; do :; done
        kill -KILL $!; wait
        """)
      let outcome = try build(workshop, "--resume")
      #expect(outcome.code == 0)
      #expect(
        try bytes(workshop, in: "out") == bytes(workshop, in: "whole"))
    }
  }

  /// As a kill leaves it: three sheets told, the fourth's line and file cut short.
  @Test func aJournalThatWasCutShortIsReadUpToThere() throws {
    try Workshop.open { workshop in
      _ = try build(workshop, "--jobs", "1")
      let before = try bytes(workshop, in: "out")
      let journal = "out/\(Self.name).part-1-of-1.jsonl"
      let lines = try workshop.text(journal).split(separator: "\n")
      try workshop.write(journal, lines[..<3].joined(separator: "\n") + "\n" + lines[3].prefix(40))
      for code in Self.codes[3...] { try workshop.remove("out/sheet-\(code)-2021-04-11.pdf") }
      try workshop.write("out/sheet-2A-2021-04-11.pdf.77.part", "%PDF")
      let outcome = try build(workshop, "--resume")
      #expect(outcome.errors.hasPrefix("3 of 12 sheets stand\n"))
      #expect(outcome.code == 0)
      #expect(try bytes(workshop, in: "out") == before)
    }
  }

  @Test func buildingOneSheetLeavesTheOthersInTheManifest() throws {
    try Workshop.open { workshop in
      _ = try build(workshop)
      let before = try bytes(workshop, in: "out")
      #expect(try build(workshop, "--only", "29", "--rebuild").code == 0)
      #expect(try bytes(workshop, in: "out") == before)
    }
  }

  // MARK: What goes wrong

  @Test func aSheetThatCannotBeWrittenFailsAloneWhenTheRunKeepsGoing() throws {
    try Workshop.open { workshop in
      try workshop.write("out/sheet-29-2021-04-11.pdf/in-the-way", "")
      let outcome = try build(workshop, "--keep-going")
      #expect(outcome.code == 74)
      #expect(outcome.errors.contains("out/sheet-29-2021-04-11.pdf: error[write-failed]"))
      #expect(outcome.errors.contains("(sheet 29, Finistère)"))
      let manifest = try manifest(workshop, in: "out")
      #expect((manifest["sheets"] as? [Any])?.count == 11)
      #expect((manifest["missing"] as? [[String: Any]])?.compactMap { $0["code"] as? String } == ["29"])
    }
  }

  @Test func aRunStopsAtItsFirstFailureUnlessToldOtherwise() throws {
    try Workshop.open { workshop in
      try workshop.write("out/sheet-13-2021-04-11.pdf/in-the-way", "")
      let outcome = try build(workshop, "--jobs", "1")
      #expect(outcome.code == 74)
      #expect(outcome.output.isEmpty)
      #expect(try !workshop.files(in: "out").contains("\(Self.name).json"))
    }
  }

  @Test func aFullDiskFailsTheRunAndLeavesNoHalfSheet() throws {
    try Workshop.open { workshop in
      let outcome = try workshop.shell(
        "ulimit -f 20; \"$VELIN\" build \(Self.arguments.joined(separator: " ")) --keep-going")
      #expect(outcome.code == 74)
      #expect(outcome.errors.contains("error[write-failed]"))
      #expect(try !workshop.files(in: "out").contains { $0.hasSuffix(".part") || $0.hasPrefix("sheet-29") })
    }
  }

  /// The amount of one section in Finistère; its sheet fails, and the others are as they were.
  @Test func aBadRowFailsTheSheetOfItsTerritoryAlone() throws {
    try Workshop.open { workshop in
      _ = try build(workshop)
      let before = try bytes(workshop, in: "out")
      let row = try #require(
        try workshop.text("data/tables/aid_sections.csv").split(separator: "\n").last { $0.contains(",29,") })
      let fields = row.split(separator: ",")
      try workshop.change(
        "data/tables/aid_sections.csv", String(row),
        to: fields.enumerated().map { $0 == 3 ? "12 abc" : String($1) }.joined(separator: ","))
      let outcome = try build(workshop, "--keep-going")
      #expect(outcome.code == 65)
      #expect(outcome.errors.contains("error[not-a-number]"), "\(outcome.errors)")
      #expect(outcome.errors.contains("(sheet 29, Finistère)"))
      let after = try bytes(workshop, in: "out")
      let sheets = before.filter { $0.key.hasSuffix(".pdf") && !$0.key.hasSuffix("index.pdf") }
      for (name, data) in sheets { #expect(after[name] == data, "\(name)") }
      #expect((try manifest(workshop, in: "out")["sheets"] as? [Any])?.count == 11)
    }
  }

  /// The amount that ranks, medians and classes of all sheets compare; Finistère's sheet fails, the others are made.
  @Test func aBadTotalFailsTheSheetOfItsTerritoryAlone() throws {
    try Workshop.open { workshop in
      try workshop.change(
        "sheet.md", "{{ territory }} : ",
        to: "Rang {{ rank aid.amount by departement }}, médiane {{ median aid.amount by departement }}. ")
      let row = try #require(
        try workshop.text("data/tables/aid_totals.csv").split(separator: "\n").last { $0.contains(",29,") })
      let fields = row.split(separator: ",")
      try workshop.change(
        "data/tables/aid_totals.csv", String(row),
        to: fields.enumerated().map { $0 == 3 ? "12 abc" : String($1) }.joined(separator: ","))
      for jobs in ["1", "4"] {
        let outcome = try build(workshop, "--keep-going", "--out", "jobs\(jobs)", "--jobs", jobs)
        #expect(outcome.code == 65)
        #expect(outcome.errors.contains("(sheet 29, Finistère)"), "\(outcome.errors)")
        let sheets = try #require(try manifest(workshop, in: "jobs\(jobs)")["sheets"] as? [[String: Any]])
        #expect(sheets.compactMap { $0["code"] as? String } == Self.codes.filter { $0 != "29" })
      }
    }
  }

  @Test func aFolderThatCannotBeMadeFailsBeforeAnySheet() throws {
    try Workshop.open { workshop in
      let outcome = try build(workshop, "--out", "report.md/under", "--keep-going")
      #expect(outcome.code == 73)
      #expect(outcome.errors.components(separatedBy: "error[").count == 2, "\(outcome.errors)")
    }
  }

  // MARK: What people see

  @Test func aTerminalHasOneLineOfProgressAndOthersPlainLines() throws {
    try Workshop.open { workshop in
      let line = "\"$VELIN\" build \(Self.arguments.joined(separator: " ")) --rebuild"
      let terminal = try workshop.shell("TERM=xterm script -qec '\(line)' /dev/null").output
      #expect(terminal.contains("\r\u{1B}[K12 of 12 sheets, "))
      // A path that is printed between has a line to itself.
      for line in terminal.split(whereSeparator: \.isNewline) where line.contains("out/") {
        #expect(line.hasPrefix("out/") || line.contains("\u{1B}[Kout/"), "\(line)")
      }
      let plain = try workshop.shell(line).errors
      #expect(plain.hasSuffix("12 of 12 sheets\n"))
      #expect(!plain.contains("\r") && !plain.contains("\u{1B}"))
    }
  }

  @Test(arguments: [("", true), ("NO_COLOR=1", false), ("TERM=dumb", false)])
  func colourIsForTerminalsThatWantIt(setting: String, isColoured: Bool) throws {
    try Workshop.open { workshop in
      try workshop.change("sheet.md", "value: aid.amount", to: "value: aid.amuont")
      let line = "\"$VELIN\" build \(Self.arguments.joined(separator: " "))"
      let shown = try workshop.shell(
        "unset NO_COLOR; export TERM=xterm \(setting); script -qec '\(line)' /dev/null"
      ).output
      #expect(shown.contains("error[unknown-measure]"))
      #expect(shown.contains("\u{1B}[1;31m") == isColoured)
    }
  }

  // MARK: Mistakes and usage

  @Test func aMistakeOfAllSheetsIsToldOnce() throws {
    try Workshop.open { workshop in
      try workshop.change("sheet.md", "value: aid.amount", to: "value: aid.amuont")
      let outcome = try build(workshop, "--keep-going")
      #expect(outcome.code == 65)
      #expect(outcome.errors.components(separatedBy: "error[").count == 2)
      #expect(outcome.errors.contains("`aid.amuont` is not a measure (every sheet)"))
      let checked = try workshop.run(["check"] + Self.arguments)
      #expect(checked.code == 65)
      #expect(checked.errors.contains("`aid.amuont` is not a measure (every sheet)"))
    }
  }

  @Test(arguments: [
    (["--only", "299"], "the report has no sheet for `299`"), (["--shard", "5/4"], "found `--shard 5/4`"),
    (["--jobs", "0"], "found `--jobs 0`"),
  ])
  func wrongChoicesAreRefused(options: [String], message: String) throws {
    try Workshop.open { workshop in
      let outcome = try workshop.run(["build"] + Self.arguments + options)
      #expect(outcome.code == 64)
      #expect(outcome.errors.contains(message), "\(outcome.errors)")
    }
  }

  @Test func aReportOfOneEditionHasNoSheets() throws {
    try expectRefusal(
      64,
      """
      report.md: error[not-a-batch]: --only, --keep-going: for reports with a sheet a territory, and this has one edition
          = help: `each: departement` in the front matter makes sheets
      """, "--only", "29", "--keep-going"
    ) { _ in }
  }
}
