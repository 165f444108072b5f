import Diagnostics
import Digests
import Foundation
import Testing

@testable import Settings

@Suite struct SettingTests {
  private func parse(_ text: String) throws -> Setting {
    try Setting.parse(SourceFile(path: "theme.yaml", text: text))
  }

  @Test func codesKeepTheirZero() throws {
    let pairs = try parse("code: 01\nname: Ain\n").mapping()
    #expect(pairs.map(\.key) == ["code", "name"])
    #expect(try pairs[0].value.string() == "01")
  }

  @Test func allMistakesAtOnce() throws {
    let setting = try parse("sise: 3\nwidth: wide\n")
    var reader = SettingReader(setting, of: "a page")
    #expect(reader.double("width") == nil)
    #expect(reader.required("height") { try $0.double() } == nil)
    #expect(reader.double("size") == nil)
    let failure = try #require(throws: Failure.self) { try reader.finish() }
    #expect(failure.diagnostics.map(\.code) == ["wrong-type", "missing-key", "unknown-key"])
    #expect(
      failure.diagnostics[2].humanText == """
        theme.yaml:1:1: error[unknown-key]: `sise` is not a key of a page
          1 | sise: 3
            | ^~~~
            = help: did you mean `size`? keys are width, height, size
        """)
    #expect(failure.exitCode == 78)
  }

  @Test func brokenYamlSaysWhere() throws {
    let failure = try #require(throws: Failure.self) { try parse("a: 1\nb: [1, 2\nc: 3\n") }
    #expect(failure.diagnostics.map(\.code) == ["broken-yaml"])
    #expect(failure.diagnostics[0].humanText.hasPrefix("theme.yaml:2:4:"))
  }

  @Test func anAliasIsWhatItNames() throws {
    let pairs = try parse("own: &size { width: 3 }\nother: *size\n").mapping()
    #expect(pairs[1].value == pairs[0].value)
    #expect(try pairs[1].value.mapping()[0].value.integer() == 3)
  }

  @Test(arguments: [
    ("a: *size\n", "theme.yaml:1:4:", "found undefined alias"),
    ("a: 1\n---\nb: 2\n", "theme.yaml:2:1:", "but found another document"),
    ("size: 1\nhue: 2\nsize: 3\n", "theme.yaml:3:1:", "the key `size` stands twice"),
  ])
  func whatOneDocumentCannotHoldIsToldWithItsPlace(text: String, place: String, problem: String) throws {
    let failure = try #require(throws: Failure.self) { try parse(text) }
    #expect(failure.diagnostics.map(\.code) == ["broken-yaml"])
    #expect(failure.diagnostics[0].humanText.hasPrefix(place))
    #expect(failure.diagnostics[0].message.contains(problem))
  }

  @Test func quotedTextIsText() throws {
    let items = try parse("[true, \"true\", 'it''s', null]\n").list()
    #expect(try items[0].bool())
    #expect(throws: Failure.self) { try items[1].bool() }
    #expect(try items[2].string() == "it's")
    #expect(items[3].isEmpty)
  }

  /// Longer than the pieces that it is read in, and than a multiple of them.
  @Test(arguments: [0, 100, 1 << 17, 300_001])
  func aFileIsDigestedAsItsBytes(size: Int) throws {
    let path = FileManager.default.temporaryDirectory.appending(path: "digest-\(UUID().uuidString)").path
    defer { try? FileManager.default.removeItem(atPath: path) }
    let bytes = (0..<size).map { UInt8(truncatingIfNeeded: $0 * 7) }
    try Data(bytes).write(to: URL(filePath: path))
    let log = InputLog(keepsDigests: true)
    #expect(try fileDigest(path, noting: log) == SHA256.hex(bytes))
    #expect(log.digests == [path: SHA256.hex(bytes)])
  }

  @Test func frontMatterPointsIntoTheReport() throws {
    let text = "---\nreport: Été\nné: x\n---\nbody\n"
    let file = SourceFile(path: "weekly.md", text: text)
    let setting = try Setting.parse(file, in: 4..<(text.utf8.count - 9))
    let pairs = try setting.mapping()
    #expect(pairs[1].keySpan.position == (3, 1, "né: x"))
    #expect(pairs[1].value.span.position.column == 5)
  }

  @Test func latin1IsNamedWithItsPlace() throws {
    let path = FileManager.default.temporaryDirectory.appending(path: "latin1-\(UUID().uuidString).txt").path
    defer { try? FileManager.default.removeItem(atPath: path) }
    try Data("ok\nd".utf8 + [0xE9] + "p".utf8).write(to: URL(filePath: path))
    let failure = try #require(throws: Failure.self) { try fileText(path) }
    #expect(failure.diagnostics[0].code == "not-utf8")
    #expect(failure.diagnostics[0].humanText.hasPrefix("\(path):2:2: "))
  }

  @Test func aMissingFileIsExit66() throws {
    let failure = try #require(throws: Failure.self) { try fileText("no/such.yaml") }
    #expect(failure.exitCode == 66)
  }
}
