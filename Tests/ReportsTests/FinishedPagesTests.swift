import Export
import Foundation
import Pages
import Testing

@testable import Reports

/// Finishing the briefing changes what a file says, never what it shows.
@Suite struct FinishedPagesTests {
  @Test func everyPageOfTheBriefingLooksAsDrawn() throws {
    let root = URL(filePath: #filePath).deletingLastPathComponent().deletingLastPathComponent()
      .deletingLastPathComponent()
    let edition = try BuildRequest(
      report: root.appending(path: "layouts/weekly.md").path,
      parameters: [.init(name: "date", value: "2021-04-11"), .init(name: "number", value: "52")],
      cache: root.appending(path: ".cache/velin").path
    ).build()
    let drawn = try PDFExporter.draw(edition.document, fonts: edition.fonts, longPathsApart: false)
    let before = try pixels(of: #require(drawn.parts.first))
    #expect(before.count > edition.document.pages.count * 300_000)
    let isSame = try pixels(of: PDFFinisher.finish(drawn, of: edition.document)) == before
    #expect(isSame)
    // Cairo rounds the points of long paths to a thousandth, we do not: some pixels at their edges differ by a shade.
    let after = try pixels(of: PDFExporter.pdf(edition.document, fonts: edition.fonts))
    try #require(after.count == before.count)
    let differences = zip(after, before).map { abs(Int($0) - Int($1)) }.filter { $0 > 0 }
    #expect(differences.count < before.count / 1000)
    #expect((differences.max() ?? 0) <= 64)
  }

  private func pixels(of pdf: [UInt8]) throws -> Data {
    let folder = FileManager.default.temporaryDirectory.appending(path: "velin-pixels-\(UUID().uuidString)")
    try FileManager.default.createDirectory(at: folder, withIntermediateDirectories: true)
    defer { try? FileManager.default.removeItem(at: folder) }
    let (file, output) = (folder.appending(path: "file.pdf"), folder.appending(path: "pixels"))
    try Data(pdf).write(to: file)
    try Data().write(to: output)
    let process = Process()
    process.executableURL = URL(filePath: "/usr/bin/env")
    process.arguments = ["pdftoppm", "-r", "50", file.path]
    process.standardOutput = try FileHandle(forWritingTo: output)
    try process.run()
    process.waitUntilExit()
    try #require(process.terminationStatus == 0)
    return try Data(contentsOf: output)
  }
}
