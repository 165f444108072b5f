import Fonts
import Foundation
import FoundationXML
import Geometry
import Pages
import Testing

@testable import Export

@Suite struct SVGTests {
  private func text(_ svg: CairoSVG) -> String { String(decoding: svg.bytes, as: UTF8.self) }

  @Test func surfacesCountFromOne() {
    let svg = "<g id=\"surface41\"><use href=\"#surface57\"/></g><g id=\"surface41\"/>"
    #expect(
      text(CairoSVG(svg.utf8).renumbered())
        == "<g id=\"surface1\"><use href=\"#surface2\"/></g><g id=\"surface1\"/>")
  }

  @Test func thePictureStaysUnderAnotherOpeningTag() {
    let svg = "<?xml?>\n<svg xmlns=\"x\" width=\"595.28pt\" viewBox=\"0 0 595.28 841.89\"><g/></svg>"
    #expect(
      text(CairoSVG(svg.utf8).opened(by: "<svg lang=\"fr\">")) == "<?xml?>\n<svg lang=\"fr\"><g/></svg>")
  }

  /// Text, a figure, a hatch, a drawing and an artifact.
  private func document(_ fonts: FontLibrary) throws -> PagedDocument {
    var structure = Structure(language: "fr")
    let figure = structure.add(.figure, alternative: "Un carré <noir> & \"un\" hachuré")
    let paragraph = structure.add(.paragraph)
    let id = Drawing.ID("base")
    var frame = Frame(size: .a4)
    for (index, text) in ["L’efficacité cou\u{AD}", "pée", "« 12 % »"].enumerated() {
      var run = try Samples.run(text.replacing("\u{AD}", with: "\u{2010}"), fonts)
      run.text = text
      frame.add(run, at: Point(x: 40, y: 60 + Length(points: 20 * Double(index))), owner: .node(paragraph))
    }
    frame.add(.use(id, .scale(2)), at: Point(x: 100, y: 300), owner: .node(figure))
    let hatch = Paint.hatch(line: .black, width: 0.5, pitch: 3, ground: .white)
    frame.place(Samples.square(30, fill: hatch), at: Point(x: 200, y: 300), owner: .node(figure))
    frame.add(try Samples.run("Page 1", fonts), at: Point(x: 40, y: 800), owner: .artifact(.pagination))
    let base = Drawing(id: id, frame: Samples.square(40, fill: .color(.black)))
    var document = Samples.document([frame, frame], drawings: [base])
    document.structure = structure
    return document
  }

  @Test(arguments: SVGLettering.allCases)
  func aPageIsTheSameOnEveryRun(_ lettering: SVGLettering) throws {
    let fonts = try Samples.fonts()
    let first = try SVGExporter.pages(of: document(fonts), fonts: fonts, lettering: lettering)
    #expect(try SVGExporter.pages(of: document(fonts), fonts: Samples.fonts(), lettering: lettering) == first)
  }

  @Test(arguments: SVGLettering.allCases)
  func aPageSaysWhatItIsAndShows(_ lettering: SVGLettering) throws {
    let fonts = try Samples.fonts()
    let pages = try SVGExporter.pages(of: document(fonts), fonts: fonts, lettering: lettering)
    let svg = try XMLDocument(data: Data(pages[1]))
    let root = try #require(svg.rootElement())
    func attribute(_ name: String) throws -> String? {
      try root.nodes(forXPath: "@\(name)").first?.stringValue
    }
    #expect(try attribute("width") == "210mm")
    #expect(try attribute("height") == "297mm")
    #expect(try attribute("viewBox") == "0 0 595.276 841.89")
    #expect(try attribute("lang") == "fr")
    #expect(try attribute("role") == (lettering == .text ? "document" : "img"))
    func content(_ name: String) throws -> String? {
      try root.nodes(forXPath: "*[local-name()='\(name)']").first?.stringValue
    }
    #expect(try content("title") == "Aides aux entreprises, 2")
    // In reading order, which is not that of drawing; what is drawn and not read is left out.
    #expect(
      try content("desc") == "Un carré <noir> & \"un\" hachuré\nL’efficacité coupée « 12 % »")
  }

  @Test func textStaysTextWhereItStands() throws {
    let fonts = try Samples.fonts()
    let pages = try SVGExporter.pages(of: document(fonts), fonts: fonts, lettering: .text)
    let svg = try XMLDocument(data: Data(pages[0]))
    let texts = try svg.nodes(forXPath: "//*[local-name()='text']").compactMap(\.stringValue)
    #expect(texts == ["L’efficacité cou‐", "pée", "« 12 % »", "Page 1"])
    let labels = try svg.nodes(forXPath: "//*[@role='img']/@aria-label").compactMap(\.stringValue)
    #expect(labels == Array(repeating: "Un carré <noir> & \"un\" hachuré", count: 2))
    let hidden = try svg.nodes(forXPath: "//*[@aria-hidden='true']//*[local-name()='text']")
    #expect(hidden.compactMap(\.stringValue) == ["Page 1"])
    #expect(try svg.nodes(forXPath: "//*[local-name()='pattern']").count == 1)
  }

  @Test func aDrawingIsWrittenOnceAPage() throws {
    let fonts = try Samples.fonts()
    var document = try document(fonts)
    for x in [300.0, 400] {
      document.pages[0].frame.add(.use(Drawing.ID("base"), .identity), at: Point(x: .pt(x), y: 300))
    }
    let page = try SVGExporter.pages(of: document, fonts: fonts, lettering: .text)[0]
    let svg = try XMLDocument(data: Data(page))
    #expect(try svg.nodes(forXPath: "//*[local-name()='use']").count == 3)
    #expect(try svg.nodes(forXPath: "//*[@id='drawing1']").count == 1)
  }
}
