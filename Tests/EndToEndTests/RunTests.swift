import Foundation
import Testing

/// What a run tells, and how it ends, as CI relies on it.
@Suite struct RunTests {
  private func object(_ workshop: Workshop, _ path: String) throws -> [String: Any] {
    try #require(try JSONSerialization.jsonObject(with: workshop.read(path)) as? [String: Any])
  }

  // MARK: Exit codes

  @Test(arguments: [
    ("nothing", 0), ("an unknown option", 64), ("an unknown parameter", 64), ("an unknown measure", 65),
    ("a dictionary that is gone", 66), ("a font that is not installed", 69), ("a folder that is a file", 73),
    ("an unknown key of the theme", 78),
  ])
  func theExitCodeSaysWhatIsWrong(what: String, code: Int) throws {
    try Workshop.open { workshop in
      var options: [String] = []
      switch what {
      case "an unknown option": options = ["--bogus"]
      case "an unknown parameter": options = ["--set", "nombre=2"]
      case "an unknown measure": try workshop.change("report.md", "value: aid.amount\n", to: "value: aid.x\n")
      case "a dictionary that is gone": try workshop.remove("data/aids.yaml")
      case "a font that is not installed": try workshop.change("fonts.yaml", "_R.otf", to: "_gone.otf")
      case "a folder that is a file": options = ["--out", "report.md/under"]
      case "an unknown key of the theme":
        try workshop.write("theme.yaml", try workshop.text("theme.yaml") + "colours: 1\n")
      default: break
      }
      let arguments = ["build", "report.md", "--set", "date=2021-04-11", "--set", "number=1"]
      let outcome = try workshop.run(arguments + options)
      #expect(outcome.code == Int32(code), "\(outcome.errors)")
      #expect(outcome.errors.isEmpty == (code == 0), "\(outcome.errors)")
    }
  }

  /// Names without room are told at their block; an author may leave it at that, also where warnings count.
  @Test func whatAPictureLeavesOutFailsNoRun() throws {
    try Workshop.open { workshop in
      let block = """

        ```scatter Points
        value: aid.amount / population, aid.grants
        by: departement
        label: 29, 35, 56, 22, 75, 77, 92, 93
        columns: 4
        height: 4
        ```

        """
      try workshop.write("report.md", try workshop.text("report.md") + block)
      let outcome = try workshop.run([
        "build", "report.md", "--set", "date=2021-04-11", "--set", "number=1", "--strict",
      ])
      #expect(outcome.code == 0, "\(outcome.errors)")
      #expect(outcome.errors.contains(": note[unplaced-names]: "), "\(outcome.errors)")
    }
  }

  @Test func aFileThatCannotBeWrittenToItsEndLeavesTheLastEdition() throws {
    try Workshop.open { workshop in
      let outcome = try workshop.shell(
        "ulimit -f 8; \"$VELIN\" build report.md --set date=2021-04-11 --set number=1 --cache none")
      #expect(outcome.code == 74)
      #expect(outcome.errors.contains("error[write-failed]"))
      #expect(try workshop.read(Workshop.edition) == Workshop.lastGood)
      #expect(try workshop.files(in: "out") == ["report-2021-04-11.pdf"])
    }
  }

  @Test func aListThatNobodyTakesIsAnError() throws {
    try Workshop.open { workshop in
      let outcome = try workshop.shell(
        "\"$VELIN\" build report.md --set date=2021-04-11 --set number=1 --cache none >/dev/full")
      #expect(outcome.code == 74)
      #expect(outcome.errors.contains("error[output-closed]"))
    }
  }

  // MARK: Findings for programs

  @Test func findingsGoToAFileAndToPeople() throws {
    try Workshop.open { workshop in
      try workshop.change("report.md", "value: aid.amount, aid.grants", to: "value: aid.amuont, aid.grants")
      let outcome = try workshop.build("--diagnostics", "sarif=run.sarif", "--diagnostics", "gitlab=q.json")
      #expect(outcome.code == 65)
      #expect(outcome.errors.hasPrefix("report.md:25:8: error[unknown-measure]"))
      let run = try #require((try object(workshop, "run.sarif")["runs"] as? [[String: Any]])?.first)
      #expect((run["results"] as? [[String: Any]])?.count == 1)
      let issues = try JSONSerialization.jsonObject(with: workshop.read("q.json")) as? [[String: Any]]
      #expect(issues?.first?["check_name"] as? String == "unknown-measure")
    }
  }

  @Test func everyLineOfStandardErrorIsAnObject() throws {
    try Workshop.open { workshop in
      try workshop.change("report.md", line: 15, to: "Des {{ aid.x }} et {{ aid.y }}.")
      let outcome = try workshop.build("--diagnostics", "json", "--timings")
      let lines = outcome.errors.split(separator: "\n")
      #expect(lines.count == 2)
      for line in lines {
        let finding = try JSONSerialization.jsonObject(with: Data(line.utf8)) as? [String: Any]
        #expect(finding?["version"] as? Int == 1)
        #expect(finding?["path"] as? String == "report.md")
      }
    }
  }

  @Test func aFormatThatIsNotKnownIsRefused() throws {
    try expectRefusal(
      64,
      """
      error[unknown-diagnostics]: found `--diagnostics sarfi`, expected one of human, json, github, gitlab, sarif, or one with `=file`
          = help: did you mean `sarif`?
      """, "--diagnostics", "sarfi"
    ) { _ in }
  }

  @Test func quietSaysNothingWhereNothingIsWrong() throws {
    try Workshop.open { workshop in
      let outcome = try workshop.build("--quiet", "--timings")
      #expect(outcome.code == 0)
      #expect(outcome.output.isEmpty && outcome.errors.isEmpty)
      try workshop.change("report.md", "value: aid.amount\n", to: "value: aid.x\n")
      #expect(try workshop.build("-q").errors.contains("error[unknown-measure]"))
    }
  }

  // MARK: What was read and written

  private static let inputs = [
    "data/aids.yaml", "data/tables/aid_sections.csv", "data/territoires/departements.csv",
    "fonts.yaml", "report.md", "theme.yaml",
  ]

  @Test func inputsAndOutputsAreListedAsJSON() throws {
    try Workshop.open { workshop in
      _ = try workshop.build("--deps", "deps.json", "--format", "pdf,svg")
      let deps = try object(workshop, "deps.json")
      let inputs = try #require(deps["inputs"] as? [String])
      for path in Self.inputs { #expect(inputs.contains(path), "\(path)") }
      #expect(inputs.contains { $0.hasSuffix(".otf") })
      #expect(inputs.contains { $0.hasSuffix("hyph_fr.dic") })
      #expect(inputs == inputs.sorted())
      let outputs = try #require(deps["outputs"] as? [String])
      #expect(outputs.first == "out/report-2021-04-11.pdf")
      #expect(try workshop.files(in: "out").map { "out/" + $0 } == outputs.sorted())
    }
  }

  /// Make itself decides: nothing to do, then something, then what is gone is no error.
  @Test func makeReadsTheRule() throws {
    try Workshop.open { workshop in
      try workshop.write(
        "Makefile",
        """
        out/report-2021-04-11.pdf:
        \t@$(VELIN) build report.md --set date=2021-04-11 --set number=1 --cache none --deps d.mk
        -include d.mk
        """)
      try workshop.remove("out")
      let make = "make --no-print-directory"
      #expect(try workshop.shell(make).output == "out/report-2021-04-11.pdf\n")
      #expect(try workshop.shell(make).output.contains("is up to date"))
      #expect(
        try workshop.shell("touch data/tables/aid_sections.csv; \(make)").output
          == "out/report-2021-04-11.pdf\n")
      #expect(try workshop.shell("rm data/aids.yaml; \(make) 2>&1").output.contains("cannot-read"))
    }
  }

  @Test func aRunThatFailsListsWhatItReadAndWhatItMissed() throws {
    try Workshop.open { workshop in
      try workshop.remove("data/tables/aid_sections.csv")
      let outcome = try workshop.build("--deps", "deps.json", "--deps", "deps.json")
      #expect(outcome.code == 66)
      let deps = try object(workshop, "deps.json")
      #expect(deps["exitCode"] as? Int == 66)
      #expect((deps["outputs"] as? [String])?.isEmpty == true)
      let inputs = try #require(deps["inputs"] as? [String])
      #expect(inputs.contains("data/tables/aid_sections.csv"))
      #expect(inputs.contains("report.md"))
    }
  }

  // MARK: Checking

  @Test func aCheckFindsWhatABuildFindsAndWritesNothing() throws {
    try Workshop.open { workshop in
      let arguments = ["report.md", "--set", "date=2021-04-11", "--set", "number=1", "--cache", "none"]
      let good = try workshop.run(["check"] + arguments)
      #expect(good.code == 0)
      #expect(good.output.isEmpty)
      #expect(good.errors.hasPrefix("report.md: nothing is wrong, "))
      try workshop.change("report.md", line: 15, to: "Un mot 漢 ici, {{ aid.x }}.")
      let checked = try workshop.run(["check"] + arguments)
      let built = try workshop.run(["build"] + arguments)
      #expect(checked.code == built.code)
      #expect(checked.errors == built.errors)
      #expect(try workshop.read(Workshop.edition) == Workshop.lastGood)
    }
  }

  // MARK: The manual and completions

  @Test func theManualNamesEveryOptionAndExitCode() throws {
    try Workshop.open { workshop in
      let page = try workshop.run(["manual"]).output
      for word in [
        "\\-\\-diagnostics", "\\-\\-deps", "\\-\\-strict", "\\-\\-set", "SOURCE_DATE_EPOCH", ".SS check",
      ] {
        #expect(page.contains(word), "\(word)")
      }
      for code in ["0", "1", "64", "65", "66", "69", "70", "73", "74", "78"] {
        #expect(page.contains("\n\\fB\(code)\\fR\n"), "\(code)")
      }
      #expect(!page.contains("—"))
      for line in page.split(separator: "\n") { #expect(line.count <= 80 || line.hasPrefix("."), "\(line)") }
      #expect(page.firstMatch(of: #/^\.TH VELIN 1 "\d{4}-\d\d-\d\d"/#) != nil)
    }
  }

  @Test(arguments: ["bash", "zsh", "fish"])
  func completionsKnowTheSubcommands(shell: String) throws {
    try Workshop.open { workshop in
      let script = try workshop.run(["--generate-completion-script", shell]).output
      for word in ["build", "check", "inspect", "diagnostics"] { #expect(script.contains(word), "\(word)") }
      if shell == "bash" {
        try workshop.write("velin.bash", script)
        #expect(try workshop.shell("bash -n velin.bash").code == 0)
      }
    }
  }
}
