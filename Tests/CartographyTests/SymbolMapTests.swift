import Geometry
import Language
import Pages
import Quantities
import Statistics
import Testing

@testable import Cartography

@Suite struct SymbolMapTests {
  private let map = SymbolMap(Sample.regions, atlas: Country.atlas)

  /// Filled circles, largest first as they are drawn.
  private func circles(_ frame: Frame) -> [Shape] {
    let blue = Paint.color(Sample.kit.theme.colors.blue.opacity(0.8))
    return frame.shapes().filter { $0.fill == blue }
  }

  @Test func areasAreProportionalToValues() throws {
    let radii = circles(try Sample.frame(map, columns: 7)).compactMap { $0.path.bounds?.width.points }
    let values = Sample.regions.rows.filter { $0.role != .total }.compactMap { $0.values[0].value?.value }
    #expect(radii.count == values.count)
    let largest = try #require(radii.max())
    for (radius, value) in zip(radii.sorted(), values.sorted()) {
      #expect(abs(radius * radius / (largest * largest) - value / (values.max() ?? 1)) < 1e-9)
    }
  }

  @Test func largerCirclesAreDrawnFirst() throws {
    let frame = try Sample.frame(map, columns: 7)
    // The last one is that of what has no place, in the legend.
    let mapped = circles(frame).compactMap { $0.path.bounds?.width }.dropLast()
    #expect(Array(mapped) == mapped.sorted(by: >))
  }

  @Test func whatHasNoPlaceIsDrawnBeside() throws {
    let frame = try Sample.frame(map, columns: 7)
    #expect(frame.texts().contains { $0.text.contains("sans") })
    #expect(frame.texts().contains { $0.text.hasPrefix("40") })
    #expect(map.unlocatedNote(language: .french)?.contains("40\u{A0}M€") == true)
  }

  @Test func insideValuesKeepTheirMargins() throws {
    let frame = try Sample.frame(map, columns: 12)
    let rings = circles(frame).compactMap { $0.path.bounds }
    let white = frame.texts().filter { text in rings.contains { $0.contains(text.box.centre) } }
    #expect(!white.isEmpty)
    for text in white {
      #expect(rings.contains { $0.minX + 2 <= text.box.minX && text.box.maxX <= $0.maxX - 2 })
    }
  }

  @Test(arguments: [5, 6, 7, 8, 12]) func textsNeverMeet(columns: Int) throws {
    expectReadable(try Sample.frame(map, columns: columns))
  }

  @Test func secretValuesHaveTheirPattern() throws {
    var table = Sample.regions
    table.rows[3].values = [.secret]
    let frame = try Sample.frame(SymbolMap(table, atlas: Country.atlas), columns: 7)
    #expect(frame.shapes().contains { $0.fill == Sample.kit.theme.colors.secret })
    #expect(frame.texts().contains { $0.text == "s" })
  }

  @Test func theLegendHasRoundValues() {
    #expect(CircleScale(largest: 5349, radius: 10).legendValues() == [5000, 1000, 200])
    #expect(CircleScale(largest: 1999, radius: 10).legendValues() == [1000, 200, 40])
    #expect(CircleScale(largest: 0.3, radius: 10).legendValues().first == 0.2)
  }

  /// Whatever an island weighs, its circle stays in its frame, off its name.
  @Test(arguments: [6, 12]) func circlesStayInTheirFrames(columns: Int) throws {
    var table = Sample.regions
    let island = try #require(table.rows.firstIndex { $0.member.code == "RI" })
    table.rows[island].values = [.value(Quantity(3e9, .euro))]
    let frame = try Sample.frame(SymbolMap(table, atlas: Country.atlas), columns: columns)
    let name = try #require(frame.texts().first { $0.text == "Île" })
    let page = Rect(origin: .zero, size: frame.size)
    for circle in circles(frame).compactMap({ $0.path.bounds }) {
      #expect(!circle.intersects(name.box))
      #expect(page.contains(circle))
    }
  }

  /// A number beside circles is read as that of the nearest.
  @Test(arguments: [5, 7, 12]) func aNumberIsNearestToItsCircle(columns: Int) throws {
    let frame = try Sample.frame(map, columns: columns)
    let rings = circles(frame).compactMap { $0.path.bounds }.sorted { $0.width > $1.width }
    let amounts = Sample.regions.rows.filter { $0.role != .total }.compactMap { $0.values[0].value?.value }
    for (index, amount) in amounts.sorted(by: >).enumerated() {
      let words = Language.french.number(amount / 1e6, decimals: 0)
      for text in frame.texts() where text.text == words && text.box.maxX < frame.width * 0.75 {
        func distance(_ ring: Rect) -> Length {
          let near = Point(
            x: min(max(ring.midX, text.box.minX), text.box.maxX),
            y: min(max(ring.midY, text.box.minY), text.box.maxY))
          return ring.centre.distance(to: near) - ring.width / 2
        }
        let nearest = rings.indices.min { distance(rings[$0]) < distance(rings[$1]) }
        #expect(nearest.map { abs((rings[$0].width - rings[index].width).points) < 1e-6 } == true, "\(words)")
      }
    }
  }

  /// What is nothing, and what is less than a thousandth of the largest, have no circle: the legend counts them apart.
  @Test func whatIsNothingIsCountedInTheLegend() throws {
    var table = Sample.regions
    table.columns[0].isChange = true
    for index in 0..<4 { table.rows[index].values = [.value(Quantity(Double(index) * 1000, .euro))] }
    let frame = try Sample.frame(SymbolMap(table, atlas: Country.atlas), columns: 7)
    let text = frame.texts().map(\.text).joined(separator: " ")
    #expect(text.contains("sans cercle (1)") && text.contains("moins de") && text.contains("(3)"), "\(text)")
    #expect(circles(frame).count == 6)
    expectReadable(frame)
  }

  /// 0.4 M€ beside hundreds of millions is not nothing: it has a circle, and a number that says so.
  @Test func whatIsSmallIsNotNothing() throws {
    var table = Sample.regions
    table.rows[0].values = [.value(Quantity(1.2e6, .euro))]
    table.rows[8].values = [.value(Quantity(0.99e9, .euro))]
    let map = SymbolMap(table, atlas: Country.atlas)
    #expect(circles(try Sample.frame(map, columns: 7)).count == 10)
    table.rows[0].values = [.value(Quantity(0.2e6, .euro))]
    let small = SymbolMap(table, atlas: Country.atlas).alternative(language: .french)
    #expect(small.contains("Région 00, 0,2\u{A0}M€"), "\(small)")
  }

  /// A circle of what is not available would say that there is something.
  @Test func whatIsNotAvailableHasNoCircle() throws {
    var table = Sample.regions
    table.rows[2].values = [.unavailable]
    table.rows[3].values = [.secret]
    let frame = try Sample.frame(SymbolMap(table, atlas: Country.atlas), columns: 7)
    #expect(!frame.shapes().contains { $0.fill == Sample.kit.theme.colors.noData })
    #expect(circles(frame).count == 8)
    let text = frame.texts().map(\.text).joined(separator: " ")
    #expect(text.contains("sans cercle (1)") && text.contains("statistique (1)"), "\(text)")
  }

  /// Each circle of the legend has its number.
  @Test func everyCircleOfTheLegendIsRead() throws {
    let texts = try Sample.frame(map, columns: 7).texts().map(\.text)
    for number in ["500", "100", "20"] { #expect(texts.contains(number), "\(number) in \(texts)") }
  }

  @Test func theAlternativeGivesTheTotal() {
    let text = map.alternative(language: .french)
    #expect(text.contains("9 régions"))
    #expect(text.contains("Ensemble"))
  }

  @Test func golden() throws { try expectGolden(Sample.frame(map, columns: 7), "circles") }
}
