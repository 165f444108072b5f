import Diagnostics
import Fonts
import Geometry
import Pages
import Testing
import Typesetting

@Suite struct LineTests {
  @Test func aLineIsAsWideAsItsTextAndAsHighAsItsLeading() throws {
    let line = try plainTypesetter().line("Deux mots", ten)
    #expect(line.size == Size(width: 45, height: 14))
    #expect(line.baseline == 9.6)
    #expect(line.texts().map(\.text) == ["Deux mots"])
    #expect(try plainTypesetter().width(of: StyledText("Deux mots", ten)) == 45)
  }

  @Test func theLargestLeadingCarriesTheLine() throws {
    let figure = TextStyle(FontID("sans-display", 500), 25, leading: 28, color: .black)
    let unit = TextStyle(FontID("sans-display", 500), 10, leading: 12, color: .black)
    let line = try plainTypesetter().line(StyledText("21,46", figure) + StyledText(" Md€", unit))
    #expect(line.height == 28)
    #expect(line.baseline == 20.5)
    #expect(line.texts().map(\.origin) == [Point(x: 0, y: 20.5), Point(x: 62.5, y: 20.5)])
  }

  @Test func wordsOfOneLookAreOneRun() throws {
    let text = StyledText("un ", ten) + StyledText("deux", ten) + StyledText(" trois", ten.weight(700))
    let line = try plainTypesetter().line(text)
    #expect(line.texts().map(\.text) == ["un deux", " trois"])
  }

  @Test func clustersPointIntoTheTextOfTheRun() throws {
    let line = try realTypesetter().line("un été efficace", ten)
    guard case .glyphs(let run) = try #require(line.items.first).item else {
      Issue.record("no glyphs")
      return
    }
    #expect(run.text == "un été efficace")
    let starts = run.glyphs.map(\.cluster)
    #expect(starts == [0, 1, 2, 3, 5, 6, 8, 9, 10, 13, 14, 15, 16])
  }

  @Test func aDivisionInsideALigatureIsShapedAnew() throws {
    let lines = try realTypesetter().lines(
      StyledText("mmm affirmation", ten), measure: 42, style: ParagraphStyle(.left))
    #expect(lines.flatMap { $0.texts() }.map(\.text.asSeen) == ["mmm af-", "firmation"])
    guard case .glyphs(let run) = try #require(lines.last?.items.first).item else {
      Issue.record("no glyphs")
      return
    }
    #expect(run.glyphs.map(\.cluster) == [0, 2, 3, 4, 5, 6, 7, 8], "fi is one glyph")
  }

  @Test func superscriptsAreSmallAndRaised() throws {
    var raised = ten
    raised.superscript = true
    let line = try plainTypesetter().line(StyledText("1", ten) + StyledText("er", raised))
    let texts = line.texts()
    #expect(texts.map(\.size) == [10, 6.5])
    #expect((texts[0].origin.y - texts[1].origin.y - 3.8).magnitude < 0.001)
    #expect(line.size == Size(width: 11.5, height: 14))
  }

  @Test func ordinalsAreRaised() throws {
    let typesetter = try plainTypesetter()
    let runs = typesetter.styled("le 1er mai, no 52, par an", ten).runs
    #expect(runs.map(\.text) == ["le 1", "er", " mai, n", "o", " 52, par an"])
    #expect(runs.map(\.style.superscript) == [false, true, false, true, false])
    #expect(typesetter.styled("Carte", ten).runs.map(\.text) == ["Carte"])
    #expect(try typesetter.line("le 2e", ten).texts().map(\.text) == ["le 2", "e"])
  }

  @Test func linksLieOverTheirWords() throws {
    let link = Link.address("https://www.data.gouv.fr")
    let node = NodeID(7)
    let text = StyledText([
      .init("voir ", ten), .init("la source", ten, owner: node, link: link), .init(" ici", ten),
    ])
    let line = try plainTypesetter().line(text)
    #expect(line.texts().map(\.text) == ["voir ", "la source", " ici"])
    let area = try #require(line.items.last)
    #expect(area.item == .link(Size(width: 45, height: 14), link))
    #expect(area.origin == Point(x: 25, y: 0))
    #expect(area.owner == .node(node))
    #expect(line.items[1].owner == .node(node))
    #expect(line.items[0].owner == nil)
  }

  @Test func spacesInARowAreOne() throws {
    #expect(try plainTypesetter().line("a   b ", ten).texts().map(\.text) == ["a b"])
  }

  @Test func missingCharactersAreNamedWithTheirFont() throws {
    let failure = #expect(throws: Failure.self) { try realTypesetter().line("Les 漢字 du texte 漢", ten) }
    let found = try #require(failure?.diagnostics.first)
    #expect(found.code == "missing-glyph")
    #expect(
      found.message
        == "the font serif 400 has no characters “漢” (U+6F22), “字” (U+5B57), needed in “Les 漢字 du texte 漢”")
    #expect(failure?.exitCode == 65)
  }
}
