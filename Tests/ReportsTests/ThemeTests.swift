import Diagnostics
import Settings
import Testing
import Typesetting

@testable import Reports

@Suite struct ThemeTests {
  private func theme(_ text: String) throws -> Theme {
    try Theme.read(Setting.parse(SourceFile(path: "theme.yaml", text: text)))
  }

  @Test func aThemeOfOneLineKeepsTheRest() throws {
    let theme = try theme("colors: { accent: \"#000091\" }\n")
    #expect(theme.colors.accent == .init(0x000091))
    #expect(theme.text.overline.color == theme.colors.accent)
    #expect(theme.text.body == Theme().text.body)
  }

  @Test func rolesAreRead() throws {
    let theme = try theme("text:\n  body: { font: sans 600, size: 9, leading: 12 }\n")
    #expect(theme.text.body.font == .init("sans", 600))
    #expect(theme.text.body.size == 9)
  }

  @Test func everyMistakeIsReported() throws {
    let failure = try #require(throws: Failure.self) {
      try theme("colours: 1\ncolors:\n  ink: red\n  navi: \"#000000\"\ntext:\n  body: { font: serif }\n")
    }
    #expect(failure.diagnostics.map(\.code) == ["not-a-color", "unknown-key", "not-a-font", "unknown-key"])
    #expect(failure.diagnostics[1].hint?.hasPrefix("did you mean `navy`?") == true)
  }

  private let greens = """
    palettes:
      greens: { kind: sequential, colors: ["#EDF8E9", "#006D2C"], source: ColorBrewer }

    """

  @Test func aScaleMayBeTheNameOfAPalette() throws {
    let theme = try theme(greens + "colors: { sequential: greens }\n")
    #expect(theme.colors.sequential == [.init(0xEDF8E9), .init(0x006D2C)])
    #expect(theme.palettes["greens"]?.source == "ColorBrewer")
  }

  @Test func aPaletteOfAnotherKindOrNameIsRefused() throws {
    let failure = try #require(throws: Failure.self) {
      try theme(greens + "colors: { diverging: greens, sequential: grens }\n")
    }
    #expect(failure.diagnostics.map(\.code) == ["not-a-palette", "not-a-palette"])
    #expect(failure.diagnostics[0].hint == "did you mean `greens`?")
    #expect(failure.diagnostics[1].message.contains("`greens`, a sequential palette"))
  }

  @Test func aPaletteNeedsItsSourceAndTwoColours() throws {
    let failure = try #require(throws: Failure.self) {
      try theme("palettes: { one: { kind: sequential, colors: [\"#EDF8E9\"] } }\n")
    }
    #expect(Set(failure.diagnostics.map(\.code)) == ["short-palette", "missing-key"])
  }
}
