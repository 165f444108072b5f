import Foundation
import Testing

/// A copy of the small report in a folder of its own, and the command to build it.
///
/// The report is built inside the folder, so that messages name the same paths on every machine.
struct Workshop {
  struct Outcome {
    var code: Int32
    var output: String
    /// What a person reads.
    var errors: String
  }

  /// What stands in the place of the last edition before each run.
  static let lastGood = Data("the last good edition".utf8)
  static let edition = "out/report-2021-04-11.pdf"

  static let root = URL(filePath: #filePath).deletingLastPathComponent().deletingLastPathComponent()

  let folder: URL

  init() throws {
    folder = FileManager.default.temporaryDirectory.appending(path: "velin-workshop-\(UUID().uuidString)")
    try FileManager.default.copyItem(at: Self.root.appending(path: "Fixtures/small"), to: folder)
    try write(Self.edition, Self.lastGood)
  }

  /// A workshop that is gone after `body`.
  static func open(_ body: (Workshop) throws -> Void) throws {
    let workshop = try Workshop()
    defer { try? FileManager.default.removeItem(at: workshop.folder) }
    try body(workshop)
  }

  // MARK: Files

  func read(_ path: String) throws -> Data { try Data(contentsOf: folder.appending(path: path)) }

  func text(_ path: String) throws -> String { String(decoding: try read(path), as: UTF8.self) }

  func write(_ path: String, _ data: Data) throws {
    let file = folder.appending(path: path)
    try FileManager.default.createDirectory(
      at: file.deletingLastPathComponent(), withIntermediateDirectories: true)
    try data.write(to: file)
  }

  func write(_ path: String, _ text: String) throws { try write(path, Data(text.utf8)) }

  /// The names in a folder, sorted.
  func files(in path: String) throws -> [String] {
    try FileManager.default.contentsOfDirectory(atPath: folder.appending(path: path).path).sorted()
  }

  func remove(_ path: String) throws { try FileManager.default.removeItem(at: folder.appending(path: path)) }

  /// Puts one text in the place of another, which must be there.
  func change(_ path: String, _ old: String, to new: String) throws {
    let text = try text(path)
    try #require(text.contains(old), "\(path) holds no \(old)")
    try write(path, text.replacingOccurrences(of: old, with: new))
  }

  /// Puts `new` in the place of a line, counted from 1.
  func change(_ path: String, line: Int, to new: String) throws {
    var lines = try text(path).split(separator: "\n", omittingEmptySubsequences: false).map(String.init)
    lines[line - 1] = new
    try write(path, lines.joined(separator: "\n"))
  }

  // MARK: Running

  func build(
    _ options: String..., date: String = "2021-04-11", number: String = "1"
  ) throws -> Outcome {
    try run(
      ["build", "report.md", "--set", "date=\(date)", "--set", "number=\(number)", "--cache", "none"]
        + options
    )
  }

  /// `environment` is added to that of the tests.
  func run(_ arguments: [String], environment: [String: String] = [:]) throws -> Outcome {
    try run(Self.executable, arguments, environment: environment)
  }

  /// Runs `velin-atlas`.
  func atlas(_ arguments: [String], environment: [String: String] = [:]) throws -> Outcome {
    let command = Self.executable.deletingLastPathComponent().appending(path: "velin-atlas")
    return try run(command, arguments, environment: environment)
  }

  /// Runs a line of the shell, for which `$VELIN` is the command.
  func shell(_ line: String) throws -> Outcome {
    try run(URL(filePath: "/bin/bash"), ["-c", line], environment: ["VELIN": Self.executable.path])
  }

  private func run(_ executable: URL, _ arguments: [String], environment: [String: String]) throws -> Outcome
  {
    let process = Process()
    process.environment = ProcessInfo.processInfo.environment.merging(environment) { $1 }
    process.executableURL = executable
    process.arguments = arguments
    process.currentDirectoryURL = folder
    // Files instead of pipes: a pipe that nobody empties would stop the command.
    let (output, errors) = (folder.appending(path: ".stdout"), folder.appending(path: ".stderr"))
    for file in [output, errors] { try Data().write(to: file) }
    process.standardOutput = try FileHandle(forWritingTo: output)
    process.standardError = try FileHandle(forWritingTo: errors)
    process.standardInput = FileHandle.nullDevice
    try process.run()
    process.waitUntilExit()
    return Outcome(
      code: process.terminationReason == .exit ? process.terminationStatus : -1,
      output: try text(".stdout"), errors: try text(".stderr"))
  }

  /// The command that was built with the tests; it lies beside their bundle.
  private static var executable: URL {
    var folder = URL(filePath: CommandLine.arguments[0]).deletingLastPathComponent()
    while folder.path != "/" {
      let file = folder.appending(path: "velin")
      if FileManager.default.isExecutableFile(atPath: file.path),
        (try? file.resourceValues(forKeys: [.isDirectoryKey]).isDirectory) == false
      {
        return file
      }
      folder.deleteLastPathComponent()
    }
    return root.deletingLastPathComponent().appending(path: ".build/debug/velin")
  }
}

/// After `spoil`, the build says exactly this, ends with this code, and the last good edition is as it was.
func expectRefusal(
  _ code: Int32, _ message: String, _ options: String..., date: String = "2021-04-11",
  after spoil: (Workshop) throws -> Void, sourceLocation: SourceLocation = #_sourceLocation
) throws {
  try Workshop.open { workshop in
    try spoil(workshop)
    let outcome = try workshop.run(
      ["build", "report.md", "--set", "date=\(date)", "--set", "number=1", "--cache", "none"] + options)
    #expect(outcome.errors.withoutKeys == message + "\n", sourceLocation: sourceLocation)
    #expect(outcome.code == code, sourceLocation: sourceLocation)
    #expect(outcome.output.isEmpty, sourceLocation: sourceLocation)
    #expect(try workshop.read(Workshop.edition) == Workshop.lastGood, sourceLocation: sourceLocation)
  }
}

extension String {
  /// The list of all keys changes with the program; that there is one does not.
  fileprivate var withoutKeys: String { replacing(/keys are [^\n]+, [^\n]+/, with: "keys are …") }
}
