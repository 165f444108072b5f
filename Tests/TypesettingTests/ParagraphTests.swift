import Diagnostics
import Fonts
import Geometry
import Pages
import TestSupport
import Testing
import Typesetting

@Suite struct ParagraphTests {
  private let justified = ParagraphStyle(.justified, indent: 10, hyphenated: true)

  @Test func justifiedGolden() throws {
    let lines = try plainTypesetter().lines(StyledText(prose, ten), measure: 150, style: justified)
    let golden = lines.map { line in
      line.texts().map { "\($0.text.asSeen) | \($0.origin.x) \($0.origin.y) \($0.width)" }.joined(
        separator: " + ")
    }
    #expect(golden == Goldens.justified)
  }

  @Test func raggedGolden() throws {
    let lines = try plainTypesetter().words(prose, measure: 150, style: ParagraphStyle(.left))
    #expect(lines == Goldens.ragged)
  }

  @Test(arguments: [Length.mm(50), .mm(83), .mm(120), .mm(170)])
  func everyJustifiedLineButTheLastEndsAtTheEdge(measure: Length) throws {
    let lines = try realTypesetter().lines(StyledText(prose, ten), measure: measure, style: justified)
    for line in lines.dropLast() {
      let text = try #require(line.texts().last)
      let over = text.origin.x + text.width - measure
      let hangs = text.text.asSeen.last.map { "-,.".contains($0) } ?? false
      #expect(hangs ? over > 0 && over <= .mm(1.001) : over.magnitude < 0.01, "\(text.text)")
      #expect(line.width == measure)
    }
    let last = try #require(lines.last?.texts().last)
    #expect(last.origin.x + last.width <= measure + 0.01)
  }

  @Test(arguments: [Length.pt(150), 180, 210, 240, 300])
  func noTextIsLostAndNoMoreThanTwoHyphensFollow(measure: Length) throws {
    let lines = try plainTypesetter().words(prose, measure: measure, style: justified)
    let joined = lines.reduce("") { text, line in
      text.hasSuffix("-") ? text.dropLast() + line : text.isEmpty ? line : text + " " + line
    }
    #expect(joined == prose)
    let hyphens = lines.map { $0.hasSuffix("-") }
    for three in zip(zip(hyphens, hyphens.dropFirst()), hyphens.dropFirst(2)) {
      #expect(!(three.0.0 && three.0.1 && three.1))
    }
  }

  @Test func anyTextFitsItsLinesWhole() throws {
    var dice = Dice(seed: 7)
    let words = prose.split(separator: " ")
    for _ in 0..<60 {
      let text = (0..<dice.roll(1...60)).map { _ in String(words[dice.roll(0...(words.count - 1))]) }
        .joined(separator: " ")
      let measure = Length.pt(Double(dice.roll(90...400)))
      for style in [justified, ParagraphStyle(.left), ParagraphStyle(.centred)] {
        let lines = try plainTypesetter().lines(StyledText(text, ten), measure: measure, style: style)
        for line in lines.flatMap({ $0.texts() }) {
          #expect(line.origin.x >= 0 && line.origin.x + line.width <= measure + .mm(1.001), "\(line.text)")
        }
        let letters = lines.flatMap { $0.texts() }.map(\.text).joined().asSeen
          .filter { $0 != " " && $0 != "-" }
        #expect(letters == text.filter { $0 != " " && $0 != "-" })
      }
    }
  }

  @Test func raggedTextIsNeverHyphenatedWhereItNeedNot() throws {
    let lines = try plainTypesetter().words(prose, measure: 120, style: ParagraphStyle(.left))
    #expect(lines.joined(separator: " ") == prose)
  }

  @Test func raggedTextTakesNoMoreLinesThanItNeeds() throws {
    // First fit gives two lines; evening them out must not give three.
    let lines = try plainTypesetter().words("aaaa bbb ccc dd", measure: 45, style: ParagraphStyle(.left))
    #expect(lines == ["aaaa bbb", "ccc dd"])
  }

  @Test func aLastLineIsNotLeftTooShort() throws {
    // First fit would leave "fin" alone under a full line.
    let lines = try plainTypesetter().words(
      "aaaaaaa bbbbbbb ccccccc ddddddd fin", measure: 155, style: ParagraphStyle(.left))
    #expect(lines == ["aaaaaaa bbbbbbb ccccccc", "ddddddd fin"])
  }

  @Test func noLineEndsAtANoBreakSpaceOrHyphen() throws {
    let text = "aaaa 12\u{A0}345\u{202F}678\u{A0}€ b 5\u{2011}6"
    let lines = try plainTypesetter().words(text, measure: 65, style: ParagraphStyle(.left))
    #expect(lines == ["aaaa", "12\u{A0}345\u{202F}678\u{A0}€", "b 5\u{2011}6"])
  }

  @Test func anUnbreakableRunStaysWhole() throws {
    let text = StyledText([.init("aaaa ", ten), .init("8 mois d’aide", ten, unbreakable: true)])
    let lines = try plainTypesetter().lines(text, measure: 70, style: ParagraphStyle(.left))
    #expect(lines.map { $0.texts().map(\.text).joined() } == ["aaaa", "8 mois d’aide"])
  }

  @Test func aLineMayEndAfterAWrittenHyphenBetweenLetters() throws {
    let left = ParagraphStyle(.left)
    #expect(
      try plainTypesetter().words("région Auvergne-Rhône-Alpes", measure: 80, style: left)
        == ["région Auvergne-", "Rhône-Alpes"])
    #expect(
      try plainTypesetter().words("aaaaa 2020-2021", measure: 60, style: left) == ["aaaaa", "2020-2021"])
  }

  @Test func aWordWiderThanItsLineIsDividedEvenInRaggedText() throws {
    let lines = try plainTypesetter().words("administration", measure: 45, style: ParagraphStyle(.left))
    #expect(lines.count == 2)
    #expect(lines.first?.hasSuffix("-") == true)
  }

  @Test func readersAreToldWhichHyphensAreAdded() throws {
    let style = ParagraphStyle(.left)
    let added = try plainTypesetter().lines(StyledText("administration", ten), measure: 45, style: style)
    #expect(added.first?.texts().last?.text.last == "\u{AD}")
    let written = try plainTypesetter().lines(
      StyledText("Auvergne-Rhône-Alpes", ten), measure: 80, style: style)
    #expect(written.first?.texts().last?.text.last == "-")
  }

  @Test func aWordOfManyLinesMayTakeMoreThanTwoHyphens() throws {
    let lines = try plainTypesetter().words("anticonstitutionnellement", measure: 40, style: justified)
    #expect(lines.count > 3)
    #expect(lines.joined().filter { $0 != "-" } == "anticonstitutionnellement")
  }

  @Test func whatCannotBeBrokenIsAnError() throws {
    let failure = #expect(throws: Failure.self) {
      try plainTypesetter().words("total 1\u{202F}997\u{202F}006\u{A0}€", measure: 40, style: justified)
    }
    let found = try #require(failure?.diagnostics.first)
    #expect(found.code == "line-too-wide")
    #expect(
      found.message
        == "“1\u{202F}997\u{202F}006\u{A0}€” is wider than its line of 40.0 pt, and cannot be broken")
  }

  @Test func alignments() throws {
    func x(_ alignment: ParagraphStyle.Alignment) throws -> Length? {
      try plainTypesetter().lines(StyledText("mot", ten), measure: 100, style: ParagraphStyle(alignment))
        .first?.texts().first?.origin.x
    }
    #expect(try x(.left) == 0)
    #expect(try x(.right) == 85)
    #expect(try x(.centred) == 42.5)
    #expect(try x(.justified) == 0)
  }

  @Test func aLineFeedEndsItsLineUnjustified() throws {
    let lines = try plainTypesetter().lines(
      StyledText("un deux\ntrois", ten), measure: 100, style: ParagraphStyle(.justified))
    #expect(lines.flatMap { $0.texts().map(\.text) } == ["un deux", "trois"])
    #expect(lines.first?.texts().first?.width == 35)
  }

  @Test func aBlockStacksItsLines() throws {
    let block = try plainTypesetter().block(
      StyledText("un deux trois", ten), measure: 40, style: ParagraphStyle(.left))
    #expect(block.size == Size(width: 40, height: 28))
    #expect(block.baseline == 9.6)
    #expect(block.texts().map(\.origin.y) == [9.6, 23.6])
    let empty = try plainTypesetter().block(StyledText(), measure: 40, style: ParagraphStyle(.left))
    #expect(empty.size == Size(width: 40, height: 0))
  }
}
