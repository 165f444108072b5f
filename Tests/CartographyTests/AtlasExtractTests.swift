import Geometry
import Testing

@testable import Cartography

@Suite struct AtlasExtractTests {
  private let region = Country.atlas.extract(Country.atlas.members(of: "R00", level: "region"))

  @Test func aRegionHoldsItsDepartments() {
    #expect(region.territories(level: "departement").map(\.code).sorted() == ["A0", "A1", "B0", "B1"])
    #expect(region.territories(level: "region").map(\.code) == ["R00"])
    #expect(region.panels.map(\.id) == ["main"])
  }

  @Test func panelsAreFittedToWhatIsLeft() throws {
    let panel = try #require(region.panels.first)
    #expect(panel.low == MapPoint(x: 0, y: 0))
    #expect(panel.high == MapPoint(x: 2 * Country.cell, y: 2 * Country.cell))
  }

  @Test func outlinesAreThoseOfTheWhole() {
    for code in ["A0", "B1"] {
      let part = region.rings(of: code, level: "departement", panel: "main", detail: 0)
      let whole = Country.atlas.rings(of: code, level: "departement", panel: "main", detail: 0)
      #expect(part.map(\.signedArea) == whole.map(\.signedArea))
    }
    #expect(region.coast(panel: "main", detail: 0).count == 8)
  }

  @Test func aZoomStaysWhereThereIsMoreAround() {
    let wider = Country.atlas.extract(Set(Country.ring + ["A3", "A4"]))
    #expect(wider.panels.map(\.id) == ["main", "zoom"])
    let alone = Country.atlas.extract(Set(Country.ring))
    #expect(alone.panels.map(\.id) == ["main"])
  }

  @Test func anIslandIsAMapOfItsOwn() {
    let island = Country.atlas.extract(["I0"])
    #expect(island.panels.map(\.id) == ["island"])
    #expect(Country.atlas.extract([]).panels.isEmpty)
  }
}
