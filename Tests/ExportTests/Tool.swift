import Foundation

/// Runs the tools of poppler on bytes.
enum Tool {
  static func text(of pdf: [UInt8]) throws -> String { try run("pdftotext", ["-layout", "FILE", "-"], pdf) }
  static func info(of pdf: [UInt8], _ options: [String] = []) throws -> String {
    try run("pdfinfo", options + ["FILE"], pdf)
  }

  /// A fresh folder, gone after `body`.
  static func inFolder<Result>(_ body: (URL) throws -> Result) throws -> Result {
    let folder = FileManager.default.temporaryDirectory.appendingPathComponent(UUID().uuidString)
    try FileManager.default.createDirectory(at: folder, withIntermediateDirectories: true)
    defer { try? FileManager.default.removeItem(at: folder) }
    return try body(folder)
  }

  /// The output of a command, with `FILE` in its arguments standing for a file of these bytes.
  static func run(_ command: String, _ arguments: [String], _ bytes: [UInt8]) throws -> String {
    String(decoding: try output(of: command, arguments, bytes), as: UTF8.self)
  }

  /// Every page as pixels.
  static func pixels(of pdf: [UInt8]) throws -> [UInt8] {
    try output(of: "pdftoppm", ["-r", "96", "FILE"], pdf)
  }

  private static func output(of command: String, _ arguments: [String], _ bytes: [UInt8]) throws -> [UInt8] {
    try inFolder { folder in
      let file = folder.appendingPathComponent("file")
      try Data(bytes).write(to: file)
      let process = Process()
      process.executableURL = URL(fileURLWithPath: "/usr/bin/env")
      process.arguments = [command] + arguments.map { $0 == "FILE" ? file.path : $0 }
      let output = Pipe()
      process.standardOutput = output
      try process.run()
      let data = output.fileHandleForReading.readDataToEndOfFile()
      process.waitUntilExit()
      return Array(data)
    }
  }
}
