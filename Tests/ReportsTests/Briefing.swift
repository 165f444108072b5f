import Foundation
import Geometry
import Pages
import Quantities
import Settings
import Testing

@testable import Reports

/// The reports of the repository, built as a user builds them.
enum Briefing {
  static let root = URL(filePath: #filePath).deletingLastPathComponent().deletingLastPathComponent()
    .deletingLastPathComponent().path

  static func request(_ layout: String, _ parameters: [(String, String)]) -> BuildRequest {
    BuildRequest(
      report: "\(root)/layouts/\(layout)",
      parameters: parameters.map { BuildRequest.Parameter(name: $0.0, value: $0.1) })
  }

  /// A report of one's own, with the settings of the gallery and a few more.
  static func build(_ body: String, settings: String = "") throws -> BuiltEdition {
    let front = try fileText("\(root)/layouts/gallery.md").text.components(separatedBy: "\n---\n")[0]
      .replacing("../", with: "\(root)/").replacing("themes/", with: "\(root)/layouts/themes/")
      .split(separator: "\n").filter { !$0.hasPrefix("colors:") }.joined(separator: "\n")
    let folder = FileManager.default.temporaryDirectory.appending(path: "velin-report-\(UUID().uuidString)")
    try FileManager.default.createDirectory(at: folder, withIntermediateDirectories: true)
    defer { try? FileManager.default.removeItem(at: folder) }
    let report = folder.appending(path: "one.md")
    try "\(front)\n\(settings)\n---\n\n\(body)".write(to: report, atomically: true, encoding: .utf8)
    return try BuildRequest(
      report: report.path, parameters: [.init(name: "date", value: "2021-04-11")]
    ).build()
  }

  /// The briefing of 11 April 2021, built once.
  static let weekly = Result {
    try request("weekly.md", [("date", "2021-04-11"), ("number", "52")]).build()
  }
}

extension PagedDocument {
  /// What stands on a page, run by run in the order of drawing, with plain spaces.
  func text(page index: Int) -> String { pages[index].frame.plainText }

  /// The index of the only page that shows a text.
  func page(showing text: String) -> Int? {
    pages.indices.first { self.text(page: $0).contains(text) }
  }
}

extension Frame {
  var plainText: String {
    texts().map(\.text).joined(separator: " ").plainSpaces.split(separator: " ").joined(separator: " ")
  }

  /// The texts whose baselines stand within a point of that of the first run with this text, from the left.
  func line(of start: String) -> String? {
    let all = texts()
    guard let first = all.first(where: { $0.text.plainSpaces == start }) else { return nil }
    return all.filter { abs(($0.origin.y - first.origin.y).points) < 1 && $0.origin.x >= first.origin.x }
      .sorted { $0.origin.x < $1.origin.x }.map(\.text).joined(separator: " ").plainSpaces
  }
}

extension String {
  /// With plain spaces in place of the narrow and unbreakable ones of French.
  var plainSpaces: String {
    String(map { $0 == "\u{202F}" || $0 == "\u{A0}" || $0 == "\u{2003}" ? " " : $0 })
  }
}
