import Diagnostics
import Foundation
import Testing

@testable import Export

@Suite struct AtomicFileTests {
  @Test func writesIntoAFolderThatIsNotThereYet() throws {
    try Tool.inFolder { folder in
      let file = folder.appendingPathComponent("a/b/page.svg")
      try AtomicFile.write([1, 2, 3], to: file.path)
      #expect(try Data(contentsOf: file) == Data([1, 2, 3]))
    }
  }

  @Test func replacesTheLastFileAndLeavesNothingElse() throws {
    try Tool.inFolder { folder in
      let file = folder.appendingPathComponent("report.pdf")
      try AtomicFile.write(Array("old".utf8), to: file.path)
      try AtomicFile.write(Array("new".utf8), to: file.path)
      #expect(try Data(contentsOf: file) == Data("new".utf8))
      #expect(try FileManager.default.contentsOfDirectory(atPath: folder.path) == ["report.pdf"])
    }
  }

  /// A folder where a file should be cannot be replaced; what is in it stays.
  @Test func aFailureLeavesWhatWasThere() throws {
    try Tool.inFolder { folder in
      let target = folder.appendingPathComponent("report.pdf")
      try FileManager.default.createDirectory(at: target, withIntermediateDirectories: false)
      try Data("kept".utf8).write(to: target.appendingPathComponent("inside"))
      let failure = try #require(throws: Failure.self) { try AtomicFile.write([1], to: target.path) }
      #expect(failure.exitCode == 74)
      #expect(try FileManager.default.contentsOfDirectory(atPath: folder.path) == ["report.pdf"])
      #expect(try Data(contentsOf: target.appendingPathComponent("inside")) == Data("kept".utf8))
    }
  }

  @Test func theLastFileStaysUntilTheNextSettles() throws {
    try Tool.inFolder { folder in
      let file = folder.appendingPathComponent("report.pdf")
      try AtomicFile.write(Array("old".utf8), to: file.path)
      let pending = try PendingFile(Array("new".utf8), for: file.path)
      #expect(try Data(contentsOf: file) == Data("old".utf8))
      try pending.settle()
      #expect(try Data(contentsOf: file) == Data("new".utf8))
    }
  }

  @Test func aFileThatNeverSettlesLeavesNothing() throws {
    try Tool.inFolder { folder in
      _ = try PendingFile([1], for: folder.appendingPathComponent("report.pdf").path)
      #expect(try FileManager.default.contentsOfDirectory(atPath: folder.path).isEmpty)
    }
  }

  @Test func aFileInTheWayOfTheFolderIsNamed() throws {
    try Tool.inFolder { folder in
      let file = folder.appendingPathComponent("out")
      try Data("kept".utf8).write(to: file)
      let failure = try #require(throws: Failure.self) {
        try AtomicFile.write([1], to: file.path + "/report.pdf")
      }
      #expect(failure.exitCode == 73)
      #expect(failure.diagnostics.first?.code == "cannot-create")
      #expect(try Data(contentsOf: file) == Data("kept".utf8))
    }
  }
}
