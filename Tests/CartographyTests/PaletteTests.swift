import Figures
import Pages
import Quantities
import Statistics
import Testing
import Typesetting

@testable import Cartography

@Suite struct PaletteTests {
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
