import Foundation
import Testing

/// Compares a text with the one on record; `RECORD=1` records it, and still fails.
func expectGolden(_ name: String, _ text: String, sourceLocation: SourceLocation = #_sourceLocation) throws {
  let file = URL(filePath: #filePath).deletingLastPathComponent().deletingLastPathComponent()
    .appending(path: "Goldens").appending(path: name)
  if ProcessInfo.processInfo.environment["RECORD"] == "1" {
    try FileManager.default.createDirectory(
      at: file.deletingLastPathComponent(), withIntermediateDirectories: true)
    try Data(text.utf8).write(to: file)
    Issue.record("recorded \(name): look at it", sourceLocation: sourceLocation)
  }
  let known = (try? String(contentsOf: file, encoding: .utf8)) ?? ""
  let pairs = zip(
    known.split(separator: "\n", omittingEmptySubsequences: false),
    text.split(separator: "\n", omittingEmptySubsequences: false))
  let difference = pairs.enumerated().first { $1.0 != $1.1 }
  #expect(
    known == text, "\(name):\((difference?.offset ?? -1) + 1): \(difference?.element.1 ?? "another length")",
    sourceLocation: sourceLocation)
}

/// Other programs.
enum Shell {
  static func run(_ command: String, _ arguments: [String], in folder: URL) throws -> String {
    let process = Process()
    process.executableURL = URL(filePath: "/usr/bin/env")
    process.arguments = [command] + arguments
    process.currentDirectoryURL = folder
    let output = folder.appending(path: ".tool")
    try Data().write(to: output)
    process.standardOutput = try FileHandle(forWritingTo: output)
    process.standardInput = FileHandle.nullDevice
    try process.run()
    process.waitUntilExit()
    try #require(process.terminationStatus == 0, "\(command) ends with \(process.terminationStatus)")
    return String(decoding: try Data(contentsOf: output), as: UTF8.self)
  }
}
