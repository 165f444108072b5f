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

  /// Least distances of the house's first five categories, as its design states them.
  @Test(arguments: [
    (ColorVision.normal, 0.167), (.protanopia, 0.138), (.deuteranopia, 0.144), (.tritanopia, 0.143),
  ])
  func distancesAreThoseOfTheDesign(vision: ColorVision, least: Double) {
    let colors = ThemeColors().categorical.prefix(5)
    let smallest = colors.indices.flatMap { i in
      colors[(i + 1)...].map { vision.distance(colors[i], $0) }
    }.min()
    #expect(abs((smallest ?? 0) - least) < 0.03, "\(smallest ?? 0)")
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
    let (green, red) = (ThemeColors().categorical[5], ThemeColors().categorical[1])
    colors.categorical = [green, red]
    #expect(PaletteCheck.findings(colors).map(\.code) == ["confusable-colors"])
  }
}
