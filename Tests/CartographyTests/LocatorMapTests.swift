import Geometry
import Pages
import Statistics
import Testing

@testable import Cartography

@Suite struct LocatorMapTests {
  private let map = LocatorMap(
    Member(level: "departement", code: "A0", label: "Aisne"),
    in: Member(level: "region", code: "R00", label: "Nord"), atlas: Country.atlas)

  @Test func theTerritoryAloneIsRed() throws {
    let shapes = try Sample.frame(map, columns: 5).shapes()
    let colors = Sample.kit.theme.colors
    let rings = { (color: Color) in
      shapes.filter { $0.evenOdd && $0.fill == .color(color) }
        .flatMap(\.path.elements).filter { $0 == .close }.count
    }
    #expect(rings(colors.accent) == 1)
    #expect(rings(colors.bar) == 3)
    // The others are of one colour, so that each of their regions is one outline.
    #expect(rings(colors.hair) == 8)
  }

  @Test func itIsNamed() throws {
    let frame = try Sample.frame(map, columns: 5)
    #expect(frame.texts().map(\.text) == ["Aisne"])
    expectReadable(frame)
    #expect(map.alternative(language: .french).contains("Aisne (Nord)"))
  }

  @Test func golden() throws { try expectGolden(Sample.frame(map, columns: 5), "locator") }
}
