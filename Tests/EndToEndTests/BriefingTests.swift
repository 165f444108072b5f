import Foundation
import Testing

/// The briefing as who cannot see it meets it.
@Suite struct BriefingTests {
  private let root = URL(filePath: #filePath).deletingLastPathComponent().deletingLastPathComponent()
    .deletingLastPathComponent()

  @Test func itReadsLikeTheDocument() throws {
    try Workshop.open { workshop in
      let outcome = try workshop.run([
        "build", root.appending(path: "layouts/weekly.md").path, "--set", "date=2021-04-11", "--set",
        "number=52", "--cache", root.appending(path: ".cache/velin").path, "--out", "out",
      ])
      try #require(outcome.code == 0, "\(outcome.errors)")
      let file = "out/weekly-2021-04-11.pdf"
      #expect(try workshop.run(["inspect", "--check", file]).errors.isEmpty)
      let text = try Shell.run("pdfinfo", ["-struct-text", file], in: workshop.folder)
      try expectGolden("Structure/weekly.txt", withoutPictures(text))
    }
  }
}

/// The structure without what stands in figures: their alternative text takes its place, and pictures have tests of
/// their own. Links are not told by the numbers of their objects, which any other object changes.
func withoutPictures(_ structure: String) -> String {
  var depth: Int?
  let lines = structure.split(separator: "\n", omittingEmptySubsequences: false).filter { line in
    let indent = line.prefix { $0 == " " }.count
    if let figure = depth, indent > figure { return false }
    depth = line.hasPrefix(String(repeating: " ", count: indent) + "Figure:") ? indent : nil
    return true
  }
  return lines.map { line in
    guard let object = line.range(of: "Object ") else { return String(line) }
    return line[..<object.lowerBound] + "Link annotation"
  }.joined(separator: "\n")
}
