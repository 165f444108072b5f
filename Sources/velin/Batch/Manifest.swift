import Diagnostics

/// What a batch wrote: every sheet in the order of the report's territories, the same whatever parts built it.
struct Manifest {
  /// Of the batch: `departement-2021-04-11`.
  var name: String
  var sheets: [Sheet]
  var missing: [Territory]

  /// One row a file (RFC 4180).
  var csv: String {
    let rows = sheets.flatMap { sheet in
      sheet.files.map { file in
        [sheet.code, sheet.name, file.path, "\(sheet.pages)", "\(file.bytes)", file.sha256]
      }
    }
    return ([["code", "name", "file", "pages", "bytes", "sha256"]] + rows)
      .map { $0.map(Self.quoted).joined(separator: ",") + "\r\n" }.joined()
  }

  /// One object, with a sheet a line.
  var json: String {
    let missing = missing.map { JSON.members(["code": .text($0.code), "name": .text($0.name)]) }
    let head = "{\n\"version\": 1,\n\"batch\": \(JSON.text(name).line),\n\"sheets\": [\n"
    let tail = "\n],\n\"missing\": \(JSON.array(missing).line)\n}\n"
    return head + sheets.map { Self.json($0).line }.joined(separator: ",\n") + tail
  }

  private static func json(_ sheet: Sheet) -> JSON {
    let files = sheet.files.map { file in
      JSON.members([
        "path": .text(file.path), "bytes": .integer(file.bytes), "sha256": .text(file.sha256),
      ])
    }
    return .members([
      "code": .text(sheet.code), "name": .text(sheet.name), "pages": .integer(sheet.pages),
      "files": .array(files),
    ])
  }

  private static func quoted(_ text: String) -> String {
    guard text.contains(where: { ",\"\r\n".contains($0) }) else { return text }
    return "\"" + text.split(separator: "\"", omittingEmptySubsequences: false).joined(separator: "\"\"")
      + "\""
  }
}
