import Geometry
import Pages
import Testing

@testable import Export

@Suite struct SVGTests {
  private func text(_ svg: SVGText) -> String { String(decoding: svg.bytes, as: UTF8.self) }

  @Test func surfacesCountFromOne() {
    let svg = "<g id=\"surface41\"><use href=\"#surface57\"/></g><g id=\"surface41\"/>"
    #expect(
      text(SVGText(Array(svg.utf8)).renumbered())
        == "<g id=\"surface1\"><use href=\"#surface2\"/></g><g id=\"surface1\"/>")
  }

  @Test func thePaperIsMeasuredInMillimetres() {
    let svg =
      "<svg xmlns=\"x\" width=\"595.28pt\" height=\"841.89pt\" viewBox=\"0 0 595.28 841.89\"><g/></svg>"
    #expect(
      text(SVGText(Array(svg.utf8)).inMillimetres(.a4))
        == "<svg xmlns=\"x\" width=\"210mm\" height=\"297mm\" viewBox=\"0 0 595.28 841.89\"><g/></svg>")
  }

  @Test func aPageIsTheSameOnEveryRun() throws {
    let fonts = try Samples.fonts()
    let id = Drawing.ID("base")
    var frame = try Samples.page(["efficacité"], fonts)
    frame.add(.use(id, .identity), at: Point(x: 100, y: 300))
    let page = PagedDocument.Page(frame: frame, label: "1")
    let base = Drawing(id: id, frame: Samples.square(40, fill: .color(.black)))
    let first = try SVGExporter.svg(page: page, drawings: [base], fonts: fonts)
    let second = try SVGExporter.svg(page: page, drawings: [base], fonts: fonts)
    #expect(first == second)
    let pages = try SVGExporter.pages(of: Samples.document([frame, frame], drawings: [base]), fonts: fonts)
    #expect(pages == [first, first])
    let text = String(decoding: first, as: UTF8.self)
    #expect(text.contains("width=\"210mm\" height=\"297mm\" viewBox=\"0 0 595.275591 841.889764\""))
    #expect(text.contains("id=\"surface1\""))
  }
}
