import Diagnostics

/// What a user can read about batches.
enum BatchMessage {
  static func badShard(_ found: String) -> Diagnostic {
    Diagnostic(
      .error, .usage, code: "bad-shard", "found `\(found)`, expected a part and the number of parts",
      hint: "for instance `--shard 2/4`, the second of four parts; parts count from 1")
  }

  static func badJobs(_ found: Int) -> Diagnostic {
    Diagnostic(
      .error, .usage, code: "bad-jobs", "found `--jobs \(found)`, expected a number from 1 to 1024")
  }

  static func unknownTerritory(_ code: String, known: [String]) -> Diagnostic {
    let some = known.prefix(5).joined(separator: ", ")
    return Diagnostic(
      .error, .usage, code: "unknown-territory", "the report has no sheet for `\(code)`",
      hint: suggestion(for: code, among: known).map { "did you mean `\($0)`?" }
        ?? "it has \(known.count) sheets: \(some)…")
  }

  static func notABatch(_ options: [String], _ path: String) -> Diagnostic {
    Diagnostic(
      .error, .usage, code: "not-a-batch",
      "\(options.joined(separator: ", ")): for reports with a sheet a territory, and this has one edition",
      at: .file(path: path), hint: "`each: departement` in the front matter makes sheets")
  }

  static func notBuilt(_ territories: [Territory], folder: String) -> Diagnostic {
    let codes = territories.prefix(8).map(\.code).joined(separator: ", ")
    let rest = territories.count > 8 ? " and \(territories.count - 8) more" : ""
    return Diagnostic(
      .error, .missingInput, code: "not-built", "\(folder) has no sheet of \(codes)\(rest)",
      hint: "run the parts that build them, or say with --keep-going that they may be missing")
  }

  static func unexpected(_ problem: String) -> Diagnostic {
    Diagnostic(.error, .internalError, code: "unexpected", "the sheet cannot be made: \(problem)")
  }

  static func changedFile(_ path: String) -> Diagnostic {
    Diagnostic(
      .error, .badData, code: "changed-file", "this file is not the one that was built",
      at: .file(path: path), hint: "build the sheet again; a copy was perhaps cut short")
  }
}
