import Fonts
import Geometry
import Testing

@testable import Pages

@Suite struct FrameTests {
  private func run(_ text: String, size: Length = 10) -> GlyphRun {
    let glyphs = text.utf8.indices.enumerated().map { index, _ in
      GlyphRun.Glyph(id: 1, advance: size / 2, cluster: index)
    }
    return GlyphRun(font: FontID("serif"), size: size, color: .black, glyphs: glyphs, text: text)
  }

  private func line(_ text: String) -> Frame {
    var frame = Frame(size: Size(width: 50, height: 12), baseline: 9)
    frame.add(run(text), at: Point(x: 0, y: 9))
    return frame
  }

  @Test func aPlacedFrameMovesItsText() {
    var page = Frame(size: .a4)
    page.place(line("abc"), at: Point(x: 100, y: 200))
    #expect(page.texts().map(\.text) == ["abc"])
    #expect(page.texts().map(\.origin) == [Point(x: 100, y: 209)])
    #expect(page.texts().map(\.width) == [15])
  }

  @Test func aScaledGroupScalesItsTextAndShapes() {
    var inner = line("ab")
    inner.add(Shape(.rectangle(Rect(x: 0, y: 0, width: 10, height: 10)), fill: .color(.black)))
    var page = Frame(size: .a4)
    page.add(.group(inner, .scale(2), clip: nil), at: Point(x: 5, y: 5))
    #expect(page.texts().map(\.origin) == [Point(x: 5, y: 23)])
    #expect(page.texts().map(\.size) == [20])
    #expect(page.shapes().map(\.path.bounds) == [Rect(x: 5, y: 5, width: 20, height: 20)])
  }

  @Test func groupsInGroupsAddUp() {
    var middle = Frame(size: Size(width: 100, height: 100))
    middle.place(line("x"), at: Point(x: 1, y: 2))
    var page = Frame(size: .a4)
    page.place(middle, at: Point(x: 10, y: 20))
    #expect(page.texts().map(\.origin) == [Point(x: 11, y: 31)])
  }

  @Test func anEmptyFrameLeavesNothing() {
    var page = Frame(size: .a4)
    page.place(Frame(size: Size(width: 10, height: 10)), at: .zero)
    #expect(page.isEmpty)
  }

  @Test func anArtifactIsReadByNobodyHoweverDeep() {
    var middle = Frame(size: Size(width: 100, height: 100))
    middle.place(line("x"), at: .zero, owner: .node(NodeID(3)))
    var page = Frame(size: .a4)
    page.place(middle, at: .zero, owner: .node(NodeID(2)))
    let copy = page.asArtifact(.pagination)
    func owners(_ frame: Frame) -> [Owner?] {
      frame.items.flatMap { placed -> [Owner?] in
        if case .group(let inner, _, _) = placed.item { return [placed.owner] + owners(inner) }
        return [placed.owner]
      }
    }
    #expect(owners(copy) == [.artifact(.pagination), .artifact(.pagination), .artifact(.pagination)])
    #expect(copy.texts() == page.texts())
    #expect(owners(page).contains(.node(NodeID(3))), "the original is as it was")
  }

  @Test func aBaselineIsTheHeightUnlessTold() {
    #expect(Frame(size: Size(width: 1, height: 7)).baseline == 7)
    #expect(line("a").baseline == 9)
  }
}

@Suite struct StructureTests {
  @Test func childrenKeepTheAuthorsOrder() {
    var structure = Structure(language: "fr")
    let section = structure.add(.section, title: "Aide")
    let heading = structure.add(.heading(1), in: section, title: "Titre")
    let figure = structure.add(.figure, in: section, alternative: "Une carte.")
    #expect(structure[Structure.root].children == [section])
    #expect(structure[section].children == [heading, figure])
    #expect(structure[figure].parent == section)
    #expect(structure[figure].alternative == "Une carte.")
    #expect(structure[Structure.root].language == "fr")
  }
}

@Suite struct ColorTests {
  @Test(arguments: ["#14284B", "#14284b"])
  func aColorIsSixHexadecimalDigits(hex: String) { #expect(Color(hex: hex) == Color(0x14284B)) }

  @Test(arguments: ["14284B", "#14284", "#14284BFF", "#1428ZZ", "#+1284B", "", "red"])
  func anythingElseIsNoColor(hex: String) { #expect(Color(hex: hex) == nil) }

  /// The contrasts that the theme promises on white (WCAG 2.1).
  @Test(arguments: [(0x1B1F27, 16.5), (0x14284B, 14.6), (0x4A525E, 7.9), (0x9B3420, 7.2), (0x6A98B8, 3.1)])
  func contrastIsAsInWCAG(rgb: Int, expected: Double) {
    let contrast = (Color.white.luminance + 0.05) / (Color(UInt32(rgb)).luminance + 0.05)
    #expect(abs(contrast - expected) < 0.06)
    #expect(Color.white.luminance == 1 && Color.black.luminance == 0)
  }
}
