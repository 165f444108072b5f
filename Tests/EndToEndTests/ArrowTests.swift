import Foundation
import Testing

/// SwiftPM accepts imports of targets that were not declared but happen to be built; this test does not.
@Suite struct ArrowTests {
  private struct Description: Decodable {
    struct Target: Decodable {
      var name: String
      var path: String
      var sources: [String]
      var type: String
      var target_dependencies: [String]?
      var product_dependencies: [String]?
    }
    var targets: [Target]
  }

  /// Modules of the toolchain and the C library.
  private let given: Set = [
    "Swift", "Foundation", "FoundationEssentials", "FoundationXML", "Testing", "Glibc", "Musl", "Darwin",
    "Synchronization",
    "Dispatch", "PackageDescription",
  ]

  @Test func everyImportIsDeclared() throws {
    let root = URL(filePath: #filePath).deletingLastPathComponent().deletingLastPathComponent()
      .deletingLastPathComponent()
    let package = try describe(root)
    #expect(package.targets.contains { $0.name == "Layout" })
    for target in package.targets where target.type != "system-target" {
      let declared = Set((target.target_dependencies ?? []) + (target.product_dependencies ?? []))
        .union(given).union([target.name])
      for source in target.sources {
        let file = root.appending(path: target.path).appending(path: source)
        let undeclared = try imports(of: file).filter { !declared.contains($0) }
        #expect(undeclared.isEmpty, "\(target.path)/\(source) imports what Package.swift does not declare")
      }
    }
  }

  private func describe(_ root: URL) throws -> Description {
    let process = Process()
    process.executableURL = URL(filePath: "/usr/bin/env")
    // A build folder of its own: that of the package is locked while its tests run.
    let scratch = FileManager.default.temporaryDirectory.appending(path: "velin-arrows-\(UUID().uuidString)")
    defer { try? FileManager.default.removeItem(at: scratch) }
    process.arguments = [
      "swift", "package", "--package-path", root.path, "--scratch-path", scratch.path, "describe", "--type",
      "json",
    ]
    let pipe = Pipe()
    process.standardOutput = pipe
    process.standardError = FileHandle.nullDevice
    process.standardInput = FileHandle.nullDevice
    try process.run()
    let data = pipe.fileHandleForReading.readDataToEndOfFile()
    process.waitUntilExit()
    try #require(process.terminationStatus == 0)
    return try JSONDecoder().decode(Description.self, from: data)
  }

  private func imports(of file: URL) throws -> [String] {
    try String(contentsOf: file, encoding: .utf8).split(separator: "\n").compactMap { line in
      let words = line.split(separator: " ").filter { !$0.hasPrefix("@") }
      guard let at = words.firstIndex(of: "import"), at <= 1, at + 1 < words.count else { return nil }
      let allowed: [Substring] = ["internal", "public", "private", "package", "fileprivate"]
      guard at == 0 || allowed.contains(words[0]) else { return nil }
      return String(words[at + 1].prefix { $0 != "." })
    }
  }
}
