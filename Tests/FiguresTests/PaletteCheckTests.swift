import Diagnostics
import Pages
import Testing
import Typesetting

@testable import Figures

@Suite struct PaletteCheckTests {
  @Test func theDefaultThemeHasNoFinding() {
    #expect(PaletteCheck.findings(ThemeColors()).map(\.message) == [])
  }

  @Test func redAndGreenOfOneLightnessAreReportedWithTheirPair() {
    var colors = ThemeColors()
    colors.categorical = [0xB0392B, 0x5D7316].map { Color($0) }
    colors.accent = Color(0x0000A0)
    let findings = PaletteCheck.findings(colors)
    #expect(findings.map(\.code) == ["confusable-colors"])
    #expect(findings.first?.severity == .warning)
    #expect(findings.first?.message.contains("#B0392B and #5D7316") == true)
    #expect(ColorVision.normal.distance(colors.categorical[0], colors.categorical[1]) > 0.2)
  }

  @Test func paleTextAndPaleMarksAreReported() {
    var colors = ThemeColors()
    colors.grey = Color(0x9AA0A8)
    colors.bar = Color(0xA9C4D8)
    let findings = PaletteCheck.findings(colors)
    #expect(findings.map(\.code) == ["low-contrast", "low-contrast", "low-contrast"])
    #expect(findings[0].message.contains("`grey` (#9AA0A8) on white (#FFFFFF)"))
    #expect(findings[0].message.contains("4.5 : 1"))
    #expect(findings[2].message.contains("3.0 : 1"))
  }

  @Test func stepsThatPrintAlikeAreReported() {
    var colors = ThemeColors()
    colors.sequential = [0xF0C8A0, 0xA8D8F0, 0x123F66].map { Color($0) }
    #expect(PaletteCheck.findings(colors).map(\.code) == ["grey-steps"])
  }

  /// "Look here" is said by one colour, which no series has.
  @Test func theAccentIsNoColourOfASeries() {
    let colors = ThemeColors()
    #expect(colors.categorical.allSatisfy { ColorVision.normal.distance($0, colors.accent) > 0.1 })
    var likened = colors
    likened.categorical[1] = colors.accent
    let findings = PaletteCheck.findings(likened)
    #expect(findings.contains { $0.code == "confusable-colors" && $0.message.contains("`accent`") })
  }

  @Test func theFirstFiveAreToldApartByEveryEye() {
    let colors = ThemeColors().categorical.prefix(5)
    for (index, color) in colors.enumerated() {
      #expect(colors.dropFirst(index + 1).allSatisfy { ColorVision.areDistinct(color, $0) })
    }
  }

  /// Colours of different figures may be closer than those of one.
  @Test func laterCategoriesAreComparedMoreMildly() {
    var colors = ThemeColors()
    let first = colors.categorical[0]
    let near = Color(red: first.red + 0.03, green: first.green, blue: first.blue)
    colors.categorical.append(near)
    #expect(PaletteCheck.findings(colors).map(\.code) == ["confusable-colors"])
    colors.categorical = [first, near]
    #expect(PaletteCheck.findings(colors).map(\.code) == ["confusable-colors"])
    // A pair that may not stand among the first five, and may after them.
    let (violet, purple) = (ThemeColors().categorical[6], ThemeColors().categorical[3])
    colors.categorical = [violet, purple]
    #expect(PaletteCheck.findings(colors).map(\.code) == ["confusable-colors"])
  }
}
