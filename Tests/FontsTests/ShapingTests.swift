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

  @Test(arguments: ["sans"]) func digitsOfDataHaveOneWidth(family: String) throws {
    let font = try projectFonts().font(FontID(family))
    let widths = "0123456789".map { font.shape(String($0)).width }
    #expect(Set(widths).count == 1)
    #expect(font.shape("1117").width == font.shape("8888").width)
  }

  @Test func aCharacterThatTheFontLacksIsNamed() throws {
    #expect(try projectFonts().font(FontID("serif")).shape("de 漢").missing == "漢")
    #expect(try projectFonts().font(FontID("serif")).shape("de la").missing == nil)
  }

  @Test func frenchSpacesAndHyphensAreInBothFamilies() throws {
    for family in ["serif", "serif-display", "sans"] {
      let shaped = try projectFonts().font(FontID(family)).shape("\u{A0}\u{202F}\u{2011}−«»€œ’…–")
      #expect(shaped.missing == nil, "\(family)")
    }
  }

  @Test func softHyphensAreNotDrawn() throws {
    let font = try projectFonts().font(FontID("sans"))
    #expect(font.shape("a\u{AD}b").glyphs.map(\.id) == font.shape("ab").glyphs.map(\.id))
  }
}
