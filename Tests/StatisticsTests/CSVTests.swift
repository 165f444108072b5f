import Diagnostics
import TestSupport
import Testing

@testable import Statistics

@Suite struct CSVTests {
  private func rows(_ bytes: [UInt8]) throws -> [[String]] {
    try bytes.withUnsafeBufferPointer { buffer in
      var reader = CSVReader(buffer, path: "table.csv")
      var row = reader.emptyRow()
      var rows: [[String]] = []
      while try reader.next(&row) { rows.append((0..<row.count).map { row.text($0) }) }
      return rows
    }
  }

  private func rows(_ text: String) throws -> [[String]] { try rows(Array(text.utf8)) }

  /// Where a field of the last row stands.
  private func place(_ text: String, column: Int) throws -> Diagnostic {
    try Array(text.utf8).withUnsafeBufferPointer { buffer in
      var reader = CSVReader(buffer, path: "table.csv")
      var row = reader.emptyRow()
      while try reader.next(&row) {}
      return Diagnostic(code: "here", "here", at: row.place(column: column))
    }
  }

  @Test(arguments: [
    ("a,b\n1,2\n", [["a", "b"], ["1", "2"]]),
    ("a,b\n1,2", [["a", "b"], ["1", "2"]]),
    ("a,b\r\n1,2\r\n", [["a", "b"], ["1", "2"]]),
    ("\u{FEFF}a,b\n", [["a", "b"]]),
    ("a,,\n,,\n", [["a", "", ""], ["", "", ""]]),
    ("\"a, b\",c\n", [["a, b", "c"]]),
    ("\"say \"\"yes\"\"\",\"\"\n", [["say \"yes\"", ""]]),
    ("\"two\nlines\",x\r\ny,z\n", [["two\nlines", "x"], ["y", "z"]]),
    ("\"\"\"\"\n", [["\""]]),
    ("a\n\n\r\nb\n", [["a"], ["b"]]),
    ("é,œ\n", [["é", "œ"]]),
    ("", []),
  ])
  func readsAsRFC4180Says(text: String, expected: [[String]]) throws {
    #expect(try rows(text) == expected)
  }

  /// Whatever is written comes back: fields of quotes, commas, newlines, in random tables.
  @Test func everyTableSurvivesWritingAndReading() throws {
    var dice = Dice(seed: 3)
    let pieces = ["a", "é", ",", "\"", "\n", "\r\n", " ", "12.5", "\"\""]
    for _ in 0..<300 {
      let width = dice.roll(1...4)
      let table = (0..<dice.roll(1...5)).map { _ in
        // The first field is never empty: a lone empty field is an empty line.
        (0..<width).map { "\($0)" + (0..<dice.roll(0...4)).map { _ in pieces[dice.roll(0...8)] }.joined() }
      }
      let ending = dice.roll(0...1) == 0 ? "\n" : "\r\n"
      let text = table.map { $0.map(quoted).joined(separator: ",") + ending }.joined()
      #expect(try rows(text) == table)
    }
  }

  private func quoted(_ field: String) -> String {
    field.unicodeScalars.contains { "\",\n\r".unicodeScalars.contains($0) }
      ? "\"" + field.replacing("\"", with: "\"\"") + "\"" : field
  }

  @Test func columnsOfAPlaceCountCharacters() throws {
    #expect(
      try place("code,nom\nÉté à l’île,xyz\n", column: 1).humanText == """
        table.csv:2:13: error[here]: here
          2 | Été à l’île,xyz
            |             ^~~
        """)
  }

  @Test func aPlaceBehindAQuotedNewlineIsOnItsOwnLine() throws {
    #expect(
      try place("a,b,c\nx,\"one\ntwo\",last\n", column: 2).humanText == """
        table.csv:3:6: error[here]: here
          3 | two",last
            |      ^~~~
        """)
  }

  @Test func linesAreCountedOverEmptyOnes() throws {
    #expect(try place("a\r\n\r\n\r\nb\r\n", column: 0).humanText.hasPrefix("table.csv:4:1:"))
  }

  @Test(arguments: [
    ("a\nx,\"open\n", "unclosed-quote", "table.csv:2:3"), ("a\n\"x\" y,z\n", "stray-quote", "table.csv:2:1"),
    ("a\nx\"y,z\n", "stray-quote", "table.csv:2:2"),
  ])
  func aWrongQuoteIsShown(text: String, code: String, place: String) throws {
    let failure = try #require(throws: Failure.self) { try rows(text) }
    #expect(failure.diagnostics.map(\.code) == [code])
    #expect(failure.diagnostics[0].humanText.hasPrefix(place + ": "))
  }

  @Test(arguments: [
    ("0", 0), ("-0.25", -0.25), ("21463502849.63", 21_463_502_849.63), ("1e3", 1000),
    ("123456789012345678", 123_456_789_012_345_680), ("0.1", 0.1), (".5", 0.5),
  ])
  func numbersAreTheNearestOnes(text: String, expected: Double) {
    #expect(number(text) == expected)
  }

  @Test(arguments: ["", "-", ".", "1,5", "1 234", "12x", "nan", "inf", "0x10", "--1", "1.2.3"])
  func otherTextsAreNoNumbers(text: String) {
    #expect(number(text) == nil)
  }

  private func number(_ text: String) -> Double? {
    Array(text.utf8).withUnsafeBufferPointer { decimalNumber($0) }
  }
}
