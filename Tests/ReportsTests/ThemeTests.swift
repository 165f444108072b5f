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
}
