import Diagnostics
import Pages
import Quantities
import Statistics
import Testing
import Typesetting

@testable import Cartography

@Suite struct PaletteTests {
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

  /// Least distances of the house's first five categories, as its design states them; the sixth stays above what the
  /// check of themes asks.
  @Test(arguments: [
    (ColorVision.normal, 0.167), (.protanopia, 0.138), (.deuteranopia, 0.144), (.tritanopia, 0.143),
  ])
  func distancesAreThoseOfTheDesign(vision: ColorVision, least: Double) {
    func smallest(_ colors: ArraySlice<Color>) -> Double {
      colors.indices.flatMap { i in colors[(i + 1)...].map { vision.distance(colors[i], $0) } }.min() ?? 0
    }
    let colors = ThemeColors().categorical
    #expect(abs(smallest(colors.prefix(5)) - least) < 0.03, "\(smallest(colors.prefix(5)))")
    #expect(smallest(colors[...]) >= 0.1)
  }

  @Test func aDivergingPaletteMeetsAtItsCentre() throws {
    var style = Choropleth.Style()
    style.around = 250
    let map = try Choropleth(
      Sample.rates { .value(100 + 10 * Double($0)) }, atlas: Country.atlas, breaks: [150, 200, 300],
      style: style)
    #expect(map.classes.breaks == [150, 200, 250, 300])
    let colors = Sample.kit.theme.colors
    let palette = ClassPalette(map.classes, style: style, colors: colors)
    for (paint, end) in [
      (palette.paints.first, colors.diverging[0]), (palette.paints.last, colors.diverging[4]),
    ] {
      guard case .color(let color)? = paint else { continue }
      #expect(ColorVision.normal.distance(color, end) < 1e-6)
    }
    let reds = palette.paints.map { paint -> Bool in
      if case .color(let color) = paint { color.red > color.blue } else { false }
    }
    #expect(reds == [true, true, true, false, false])
  }

  @Test func patternsOfClassesAndSignsAllDiffer() {
    var style = Choropleth.Style()
    style.printing = .patterns
    let palette = ClassPalette(ValueClasses(breaks: [1, 2, 3, 4]), style: style, colors: ThemeColors())
    #expect(Set(palette.all).count == 7)
    for paint in palette.all {
      if case .color(let color) = paint { #expect(color == .white || color == .black) }
    }
  }
}
