import Foundation
import Testing
import Yams

/// The files under examples/ci, and what `make install` puts in place.
@Suite struct ExamplesTests {
  private static let root = URL(filePath: #filePath).deletingLastPathComponent().deletingLastPathComponent()
    .deletingLastPathComponent()

  private func text(_ name: String) throws -> String {
    try String(contentsOf: Self.root.appending(path: "examples/ci/\(name)"), encoding: .utf8)
  }

  private func mapping(_ name: String) throws -> [String: Any] {
    try #require(try Yams.load(yaml: text(name)) as? [String: Any])
  }

  @Test func theGitLabPipelineHasItsStages() throws {
    let pipeline = try mapping("gitlab-ci.yml")
    let stages = try #require(pipeline["stages"] as? [String])
    let jobs = pipeline.compactMapValues { ($0 as? [String: Any])?["stage"] as? String }
    #expect(Set(jobs.values) == Set(stages))
    for name in jobs.keys { #expect((pipeline[name] as? [String: Any])?["script"] is [String], "\(name)") }
    let sheets = try #require(pipeline["sheets"] as? [String: Any])
    #expect(sheets["parallel"] as? Int == 4)
    let index = try #require(pipeline["index"] as? [String: Any])
    for name in try #require(index["needs"] as? [String]) { #expect(jobs[name] != nil, "\(name)") }
  }

  @Test func theGitHubWorkflowRunsJobsThatExist() throws {
    let jobs = try #require(try mapping("github-workflow.yml")["jobs"] as? [String: [String: Any]])
    for (name, job) in jobs {
      let steps = try #require(job["steps"] as? [[String: Any]], "\(name)")
      for step in steps { #expect((step["run"] == nil) != (step["uses"] == nil), "\(name)") }
      if let needs = job["needs"] as? String { #expect(jobs[needs] != nil, "\(name) needs \(needs)") }
    }
    let strategy = try #require(jobs["sheets"]?["strategy"] as? [String: Any])
    let parts = try #require((strategy["matrix"] as? [String: Any])?["part"] as? [Int])
    #expect(parts == Array(1...parts.count))
    #expect(try text("github-workflow.yml").contains("--shard \"${{ matrix.part }}/\(parts.count)\""))
  }

  @Test func theKubernetesJobIsIndexed() throws {
    let documents = try Yams.load_all(yaml: text("kubernetes-job.yaml")).map { $0 as? [String: Any] }
    let job = try #require(documents.first { $0?["kind"] as? String == "Job" } ?? nil)
    let specification = try #require(job["spec"] as? [String: Any])
    #expect(specification["completionMode"] as? String == "Indexed")
    let parts = try #require(specification["completions"] as? Int)
    #expect(try text("kubernetes-job.yaml").contains("$((JOB_COMPLETION_INDEX + 1))/\(parts)\""))
  }

  @Test func theSlurmScriptIsShell() throws {
    try Workshop.open { workshop in
      try workshop.write("array.sh", try text("slurm-array.sh"))
      let outcome = try workshop.shell("bash -n array.sh")
      #expect(outcome.code == 0, "\(outcome.errors)")
      // As a task of an array would run it, with the small report in the place of the sheets.
      try workshop.write("bin/velin", "#!/bin/sh\nexec \"$VELIN\" \"$@\" --cache none\n")
      let task = """
        chmod +x bin/velin; export PATH=$PWD/bin:$PATH DATE=2021-04-11 REPORT=sheet.md SLURM_CPUS_PER_TASK=2
        export SLURM_ARRAY_TASK_MIN=1 SLURM_ARRAY_TASK_COUNT=3 SLURM_ARRAY_JOB_ID=7
        """
      for part in [3, 2] {
        let built = try workshop.shell("\(task)\nSLURM_ARRAY_TASK_ID=\(part) bash array.sh")
        #expect(built.output.split(separator: "\n").count == 4, "\(built.errors)")
      }
    }
  }

  @Test func theExportWritesTheTablesOfTheCommunes() throws {
    let sql = try String(
      contentsOf: Self.root.appending(path: "examples/postgres/tables.sql"), encoding: .utf8)
    let script = try String(contentsOf: Self.root.appending(path: "Scripts/make-communes"), encoding: .utf8)
    let written = sql.matches(of: /\\g (tables\/[a-z]+\.csv)/).map { String($0.1) }
    let read = script.matches(of: /file: (tables\/[a-z]+\.csv)/).map { String($0.1) }
    #expect(written == read && !read.isEmpty)
  }

  /// An option that is renamed must not live on in the examples.
  @Test func everyOptionInTheExamplesIsKnown() throws {
    try Workshop.open { workshop in
      let known = ["build", "check", "collect"].map { try? workshop.run([$0, "--help"]).output }
        .compactMap(\.self).joined()
      for name in ["gitlab-ci.yml", "github-workflow.yml", "slurm-array.sh", "kubernetes-job.yaml"] {
        let words = try text(name).split { " \n\"\\".contains($0) }
        let commands = [
          "--set", "--out", "--cache", "--shard", "--keep-going", "--jobs", "--strict", "--deps",
        ]
        for option in words where option.hasPrefix("--diagnostics") || commands.contains(String(option)) {
          #expect(known.contains(option), "\(name): \(option)")
        }
      }
    }
  }

  @Test func installingPutsEverythingInItsPlace() throws {
    try Workshop.open { workshop in
      let script = Self.root.appending(path: "Scripts/install").path
      let outcome = try workshop.shell("\(script) \"$VELIN\" \"$PWD/stage/usr\"")
      #expect(outcome.code == 0, "\(outcome.errors)")
      for path in [
        "bin/velin", "share/man/man1/velin.1", "share/bash-completion/completions/velin",
        "share/zsh/site-functions/_velin", "share/fish/vendor_completions.d/velin.fish",
        "share/velin/layouts/weekly.md", "share/velin/layouts/themes/velin.yaml",
        "share/velin/fonts/fonts.yaml",
        "share/velin/data/aides.yaml", "share/velin/data/atlas/france.atlas",
        "share/velin/editions/2021-04-11.md",
      ] {
        #expect(try !workshop.read("stage/usr/\(path)").isEmpty, "\(path)")
      }
      #expect(try workshop.shell("stage/usr/bin/velin --version").output == "0.1.0\n")
      #expect(try workshop.shell("bash -n stage/usr/share/bash-completion/completions/velin").code == 0)
    }
  }
}
