import Diagnostics
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
