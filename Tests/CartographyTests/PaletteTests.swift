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
    style.around = .init(250)
    let map = try Choropleth(
      Sample.rates { .value(100 + 10 * Double($0)) }, atlas: Country.atlas, breaks: [150, 200, 300],
      style: style)
    #expect(map.classes.breaks == [150, 200, 250, 300])
    let colors = Sample.kit.theme.colors
    let palette = ClassPalette(map.classes, style: style, colors: colors)
    let reds = palette.paints.map { paint -> Bool in
      if case .color(let color) = paint { color.red > color.blue } else { false }
    }
    #expect(reds == [true, true, true, false, false])
  }

  /// A class is as strong as it is far from the centre, on either side: one of a few beside many is not the strongest.
  @Test(arguments: [[150.0, 200, 250, 300, 350], [150, 200, 250], [250, 300, 350]])
  func aDivergingPaletteIsAsStrongOnBothSides(breaks: [Double]) throws {
    var style = Choropleth.Style()
    style.around = .init(250)
    let diverging = Sample.kit.theme.colors.diverging
    let paints = ClassPalette(ValueClasses(breaks: breaks), style: style, colors: Sample.kit.theme.colors)
      .paints
    func isEnd(_ paint: Paint?, _ end: Color?) -> Bool {
      guard case .color(let color)? = paint, let end else { return false }
      return ColorVision.normal.distance(color, end) < 1e-6
    }
    #expect(isEnd(paints.first, diverging.first) == (breaks.first == 150))
    #expect(isEnd(paints.last, diverging.last) == (breaks.last == 350))
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

  /// Between its ends, a strip of shades names round values where they lie.
  @Test func shadesAreReadAtRoundValues() throws {
    var style = Choropleth.Style()
    style.isContinuous = true
    let map = try Choropleth(
      Sample.rates { .value(100 + 10 * Double($0)) }, atlas: Country.atlas, breaks: [], style: style)
    let texts = try Sample.frame(map, columns: 6).texts()
    let strip = texts.filter { $0.origin.y == texts.last { $0.text == "100" }?.origin.y }
    let numbers = strip.sorted { $0.origin.x < $1.origin.x }.compactMap { Int($0.text) }
    #expect(numbers.first == 100 && numbers.last == 100 + 10 * (Country.codes.count - 1))
    #expect(numbers.count > 2 && numbers == numbers.sorted(), "\(texts.map(\.text))")
    #expect(numbers.dropFirst().dropLast().allSatisfy { $0 % 10 == 0 })
  }
}
