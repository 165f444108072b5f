import Geometry
import Testing

@testable import Export

@Suite struct SVGTextTests {
  @Test func surfacesCountFromOne() {
    let text = SVGText("<g id=\"surface41\"><use href=\"#surface57\"/></g><g id=\"surface41\"/>").renumbered()
      .text
    #expect(text == "<g id=\"surface1\"><use href=\"#surface2\"/></g><g id=\"surface1\"/>")
  }

  @Test func paperIsInMillimetres() {
    let text =
      "<svg xmlns=\"x\" width=\"595.28pt\" height=\"841.89pt\" viewBox=\"0 0 595.28 841.89\"><g/></svg>"
    #expect(
      SVGText(text).inMillimetres(.a4).text
        == "<svg xmlns=\"x\" width=\"210mm\" height=\"297mm\" viewBox=\"0 0 595.28 841.89\"><g/></svg>")
  }
}
