import Cartography
import Testing

private let root = #filePath.split(separator: "/").dropLast(3).reduce("") { $0 + "/" + $1 }

/// The atlas of the example that is not France: countries in subregions in one region.
@Suite struct HierarchyTests {
  let atlas: Atlas

  init() throws { atlas = try Atlas.load(path: root + "/examples/americas/data/americas.atlas") }

  private func area(_ code: String, _ level: String) -> Double {
    atlas.rings(of: code, level: level, panel: "main", detail: 0).reduce(0) { $0 + $1.signedArea }
  }

  @Test func levelsGoFromTheFinestToTheWhole() {
    #expect(atlas.levels == ["country", "subregion", "region"])
    #expect(atlas.finestLevel == "country")
    #expect(atlas.level(above: "country") == "subregion")
    #expect(atlas.level(above: "region") == nil && atlas.level(above: "town") == nil)
    #expect(atlas.territories(level: "country").count == 27)
  }

  @Test func everyLevelIsDissolvedFromTheOneBelow() {
    for subregion in atlas.territories(level: "subregion") {
      let parts = atlas.territories(level: "country").filter { $0.parent == subregion.code }
      let sum = parts.reduce(0) { $0 + area($1.code, "country") }
      #expect(abs(sum / area(subregion.code, "subregion") - 1) < 1e-9, "\(subregion.name)")
    }
    let sum = atlas.territories(level: "subregion").reduce(0) { $0 + area($1.code, "subregion") }
    #expect(abs(sum / area("LAC", "region") - 1) < 1e-9)
  }

  /// Equal Earth keeps areas: Brazil has 8.5 million km², Uruguay 0.18.
  @Test func areasAreThoseOfTheCountries() {
    #expect(abs(area("BRA", "country") / 8.51e12 - 1) < 0.03)
    #expect(abs(area("URY", "country") / 0.176e12 - 1) < 0.1)
  }

  @Test func membersOfAnyLevelAreFound() {
    #expect(atlas.members(of: "LAC", level: "region").count == 27)
    #expect(atlas.members(of: "CB", level: "subregion") == ["BHS", "CUB", "DOM", "HTI", "JAM", "PRI", "TTO"])
    #expect(atlas.members(of: "BRA", level: "country") == ["BRA"])
    #expect(atlas.members(of: "CB", level: "country").isEmpty)
  }

  @Test func anExtractKeepsWhatHoldsIt() {
    let part = atlas.extract(["BRA", "URY", "CUB"])
    #expect(part.territories(level: "country").map(\.code) == ["BRA", "CUB", "URY"])
    #expect(Set(part.territories(level: "subregion").map(\.code)) == ["SA", "CB"])
    #expect(part.territories(level: "region").map(\.code) == ["LAC"])
    #expect(part.borders(level: "subregion", panel: "main", detail: 0, .inner).isEmpty)
  }

  /// Any territory can have a frame of its own, in the place of the atlas's zooms.
  @Test func anyTerritoryIsEnlarged() throws {
    let asked = atlas.enlarging(["URY", "PRY"], title: "Uruguay, Paraguay")
    let zooms = asked.panels.filter { $0.zoomOf != nil }
    #expect(zooms.map(\.title) == ["Uruguay, Paraguay"] && zooms.first?.codes == ["PRY", "URY"])
    let (zoom, main) = (try #require(zooms.first), try #require(asked.panel("main")))
    #expect(zoom.low.x > main.low.x && zoom.high.y < main.high.y)
    for code in ["URY", "PRY"] {
      #expect(!asked.rings(of: code, level: "country", panel: zoom.id, detail: 0).isEmpty)
    }
    #expect(asked.rings(of: "BRA", level: "country", panel: zoom.id, detail: 0).isEmpty)
    #expect(atlas.enlarging(["nowhere"], title: "") == atlas)
  }

  /// Borders within a level above are those between its members alone.
  @Test func bordersWithinAreNotThoseBetween() {
    let all = Set(atlas.borders(level: "country", panel: "main", detail: 0, .inner))
    let between = Set(atlas.borders(level: "subregion", panel: "main", detail: 0, .inner))
    let within = Set(atlas.borders(level: "country", within: "subregion", panel: "main", detail: 0))
    #expect(between.count == 1)  // Panama and Colombia
    #expect(within.union(between) == all && within.isDisjoint(with: between))
  }
}
