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
    func area(_ color: Color) -> Double {
      shapes.filter { $0.evenOdd && $0.fill == .color(color) }.reduce(0) { $0 + $1.path.area }
    }
    // One square of 32, three beside it in its region; the others and the island, which has a scale of its own, are pale.
    let square = area(colors.accent)
    #expect(abs(area(colors.bar) / square - 3) < 0.1)
    #expect((28..<30).contains(area(colors.hair) / square))
  }

  @Test func itIsNamed() throws {
    let frame = try Sample.frame(map, columns: 5)
    #expect(frame.texts().map(\.text) == ["Aisne"])
    expectReadable(frame)
    #expect(map.alternative(language: .french).contains("Aisne (Nord)"))
  }

  @Test(arguments: ["departement", "region"])
  func everyTerritoryOfFranceIsNamed(level: String) throws {
    let atlas = try FranceAtlas.loaded.get()
    for territory in atlas.territories(level: level) {
      let map = LocatorMap(Member(level: level, code: territory.code, label: territory.name), atlas: atlas)
      let frame = try Sample.frame(map, columns: 4)
      let named = frame.texts().map(\.text).joined().filter { $0 != " " }
      #expect(named == territory.name.filter { $0 != " " }, "\(territory.name): \(named)")
      expectReadable(frame)
    }
  }

  @Test func golden() throws { try expectGolden(Sample.frame(map, columns: 5), "locator") }
}
