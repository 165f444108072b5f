import Fonts
import Pages
import Testing
import Typesetting

@testable import Reports

@Suite struct InlineNodeTests {
  private func style() -> TextStyle {
    TextStyle(FontID("serif"), 10, leading: 14, color: .black)
  }

  private func run(_ text: String, _ address: String? = nil) -> StyledText.Run {
    StyledText.Run(text, style(), link: address.map(Link.address))
  }

  @Test func eachLinkHasANodeOfItsOwn() {
    var structure = Structure(language: "fr")
    let paragraph = structure.add(.paragraph)
    let text = StyledText([
      run("Voir "), run("le ", "https://a.example"), run("site", "https://a.example"), run(" et "),
      run("le même", "https://a.example"), run("un autre", "https://b.example"),
    ]).withLinkNodes(in: &structure, under: paragraph)
    let nodes = structure[paragraph].children
    #expect(nodes.map { structure[$0].role } == [.link, .link, .link])
    #expect(text.runs.map(\.owner) == [nil, nodes[0], nodes[0], nil, nodes[1], nodes[2]])
    #expect(text.runs[1].link == .address("https://a.example"))
  }

  @Test func aPassageOfAnotherLanguageSaysWhich() {
    var structure = Structure(language: "fr")
    let paragraph = structure.add(.paragraph)
    let text = StyledText([run("le "), run("cash flow", "lang:en-GB"), run(".")])
      .withLinkNodes(in: &structure, under: paragraph)
    let span = structure[paragraph].children[0]
    #expect(structure[span].role == .span)
    #expect(structure[span].language == "en-GB")
    #expect(text.runs[1].owner == span)
    // It leads nowhere.
    #expect(text.runs[1].link == nil)
  }

  @Test func aCallOfANoteIsAReferenceWithALinkInIt() {
    var structure = Structure(language: "fr")
    let paragraph = structure.add(.paragraph)
    let note = structure.add(.note)
    var call = run("1")
    call.link = .node(note)
    let text = StyledText([run("le mot"), call, run(".")]).withLinkNodes(in: &structure, under: paragraph)
    let reference = structure[paragraph].children[0]
    #expect(structure[reference].role == .reference)
    let link = structure[reference].children[0]
    #expect(structure[link].role == .link)
    #expect(text.runs.map(\.owner) == [nil, link, nil])
  }
}
