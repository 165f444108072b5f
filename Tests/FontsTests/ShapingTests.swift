import Settings
import Testing

@testable import Fonts

let projectRoot = #filePath.split(separator: "/").dropLast(3).reduce("") { $0 + "/" + $1 }

func projectFonts() throws -> FontLibrary {
  try FontLibrary.load(manifest: fileText(projectRoot + "/fonts/fonts.yaml"))
}

@Suite struct ShapingTests {
  @Test func theSyntheticFontHasOneGlyphOfHalfAnEmForEachCharacter() throws {
    let shaped = try FontLibrary.synthetic.font(FontID("any", 123)).shape("né\u{202F}!")
    #expect(shaped.glyphs.map(\.id) == [0x6E, 0xE9, 0x202F, 0x21])
    #expect(shaped.glyphs.map(\.cluster) == [0, 1, 3, 6])
    #expect(shaped.width == 2)
  }

  @Test func serifLigaturesKeepTheirClusters() throws {
    let shaped = try projectFonts().font(FontID("serif")).shape("efficace")
    #expect(shaped.glyphs.map(\.cluster) == [0, 1, 4, 5, 6, 7])
    #expect(shaped.width(upTo: 4) != nil)
    #expect(shaped.width(upTo: 2) == nil, "inside the ligature")
  }

  @Test func pairsAreKerned() throws {
    let font = try projectFonts().font(FontID("serif"))
    #expect(font.shape("AV").width < font.shape("A").width + font.shape("V").width - 0.05)
  }

  @Test(arguments: [400, 500, 600, 700]) func digitsOfDataHaveOneWidth(weight: Int) throws {
    let font = try projectFonts().font(FontID("sans", weight))
    let widths = "0123456789".map { font.shape(String($0)).width }
    // The bold cuts of Inter differ by a thousandth of an em.
    for width in widths { #expect(abs(width - widths[0]) < 0.002) }
    #expect(abs(font.shape("1117").width - font.shape("8888").width) < 0.002)
  }

  @Test func aCharacterThatTheFontLacksIsNamed() throws {
    #expect(try projectFonts().font(FontID("serif")).shape("de 漢 et ☂").missing == ["漢", "☂"])
    #expect(try projectFonts().font(FontID("serif")).shape("de la").missing.isEmpty)
  }

  @Test func frenchSpacesAndHyphensAreInBothFamilies() throws {
    for family in ["serif", "serif-display", "sans"] {
      let shaped = try projectFonts().font(FontID(family)).shape("\u{A0}\u{202F}\u{2011}−«»€œ’…–")
      #expect(shaped.missing.isEmpty, "\(family)")
    }
  }

  @Test func threadsMayShareAFont() async throws {
    let fonts = try projectFonts()
    let words = prose.split(separator: " ").map(String.init)
    let alone = try words.map { try projectFonts().font(FontID("serif")).shape($0) }
    try await withThrowingTaskGroup(of: [ShapedText].self) { group in
      for _ in 0..<8 {
        group.addTask { try words.map { try fonts.font(FontID("serif")).shape($0) } }
      }
      for try await shaped in group { #expect(shaped == alone) }
    }
  }

  private let prose = "Les aides versées aux entreprises sont publiées chaque semaine par l’administration"

  @Test func softHyphensAreNotDrawn() throws {
    let font = try projectFonts().font(FontID("sans"))
    #expect(font.shape("a\u{AD}b").glyphs.map(\.id) == font.shape("ab").glyphs.map(\.id))
  }
}
