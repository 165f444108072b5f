import Cartography
import Testing

private let root = #filePath.split(separator: "/").dropLast(3).reduce("") { $0 + "/" + $1 }

/// The atlas that the project ships.
enum FranceAtlas {
  static let path = root + "/data/atlas/france.atlas"
  static let loaded = Result { try Atlas.load(path: path) }
}

@Suite struct AtlasTests {
  let atlas: Atlas

  init() throws { atlas = try FranceAtlas.loaded.get() }

  private func rings(_ territory: Atlas.Territory, _ detail: Int) -> [[MapPoint]] {
    atlas.rings(of: territory.code, level: territory.level, panel: territory.panel, detail: detail)
  }

  private func area(_ territory: Atlas.Territory, _ detail: Int) -> Double {
    rings(territory, detail).reduce(0) { $0 + $1.signedArea }
  }

  private var places: [Atlas.Panel] { atlas.panels.filter { $0.zoomOf == nil } }

  @Test func holdsEveryDepartmentAndRegion() {
    let departements = atlas.territories(level: "departement")
    let regions = atlas.territories(level: "region")
    #expect(departements.count == 101)
    #expect(regions.count == 18)
    #expect(Set(departements.compactMap(\.parent)) == Set(regions.map(\.code)))
    #expect(departements.map(\.code) == departements.map(\.code).sorted())
    #expect(atlas.territory(level: "departement", code: "2A")?.name == "Corse-du-Sud")
    #expect(atlas.territory(level: "region", code: "04")?.panel == "la-reunion")
  }

  @Test func panelsAreThoseOfTheOfficialProjections() {
    #expect(atlas.panels.map(\.id).first == "metropole")
    #expect(
      Dictionary(uniqueKeysWithValues: atlas.panels.map { ($0.id, $0.epsg) }) == [
        "metropole": 2154, "paris": 2154, "guadeloupe": 5490, "martinique": 5490, "guyane": 2972,
        "la-reunion": 2975, "mayotte": 4471,
      ])
    #expect(atlas.panel("paris")?.codes == ["75", "92", "93", "94"])
    #expect(atlas.panels.filter { $0.zoomOf != nil }.map(\.id) == ["paris"])
    #expect(places.flatMap(\.codes).count == 101)
  }

  /// The Eiffel tower stands at 648 237 m, 6 862 271 m in Lambert-93.
  @Test func coordinatesAreEastThenNorth() throws {
    let tower = MapPoint(x: 648_237, y: 6_862_271)
    let paris = try #require(atlas.territory(level: "departement", code: "75"))
    #expect(rings(paris, 0).contains { $0.contains(inside: tower) })
    let nord = try #require(atlas.territory(level: "departement", code: "59"))
    let var83 = try #require(atlas.territory(level: "departement", code: "83"))
    #expect(nord.label.y > var83.label.y && nord.label.x < var83.label.x)
  }

  @Test func areasOfTheFinestLevelAreThoseOfTheSource() {
    for departement in atlas.territories(level: "departement") {
      let expected = AtlasAreas.source[departement.code] ?? 0
      let found = area(departement, 0) / 1e6
      #expect(abs(found - expected) < 0.01 * expected, "\(departement.name): \(found) km², not \(expected)")
    }
  }

  /// 543 941 km² by the land register, which leaves out lakes and estuaries.
  @Test func metropolitanFranceHasItsSize() {
    let land = atlas.territories(level: "departement").filter { $0.panel == "metropole" }
    let total = land.reduce(0) { $0 + area($1, 0) } / 1e6
    #expect(abs(total - 543_941) < 0.015 * 543_941)
  }

  @Test func departmentsFillTheirRegionWithoutGapOrOverlap() {
    for detail in atlas.tolerances.indices {
      for region in atlas.territories(level: "region") {
        let parts = atlas.territories(level: "departement").filter { $0.parent == region.code }
        let sum = parts.reduce(0) { $0 + area($1, detail) }
        #expect(abs(sum / area(region, detail) - 1) < 1e-6, "\(region.name) at detail \(detail)")
      }
    }
  }

  @Test func everyTerritoryKeepsMostOfItsShapeAtEveryLevel() {
    for territory in atlas.territories {
      for detail in atlas.tolerances.indices {
        let share = area(territory, detail) / area(territory, 0)
        #expect(abs(share - 1) < 0.1, "\(territory.name) at detail \(detail): \(share)")
      }
    }
  }

  @Test func ringsCloseOnceAndKeepTheTerritoryOnTheirLeft() {
    for territory in atlas.territories {
      for detail in atlas.tolerances.indices {
        let rings = rings(territory, detail)
        #expect(rings.allSatisfy { $0.count >= 3 && $0.first != $0.last })
        #expect(rings.allSatisfy { Set($0).count == $0.count }, "\(territory.name) touches itself")
        let outer = rings.filter { $0.signedArea > 0 }
        for hole in rings where hole.signedArea <= 0 {
          #expect(outer.contains { $0.encloses(hole) }, "\(territory.name): a hole in nothing")
        }
      }
    }
  }

  @Test(arguments: 1..<5) func noBorderCrossesAnother(detail: Int) {
    for panel in places {
      let crossing = BorderEdge.crossing(atlas.borders(level: "departement", panel: panel.id, detail: detail))
      #expect(crossing == nil, "\(panel.id) at detail \(detail)")
    }
  }

  @Test func labelsStandInsideAtEveryLevel() {
    for territory in atlas.territories {
      for detail in atlas.tolerances.indices {
        let around = rings(territory, detail).filter { $0.contains(inside: territory.label) }
        #expect(around.count % 2 == 1, "\(territory.name) at detail \(detail)")
      }
    }
  }

  @Test func everyInnerBorderHasTwoSides() {
    for arc in atlas.arcs {
      #expect(arc.left != arc.right)
      #expect(atlas.territory(level: "departement", code: arc.left)?.panel == arc.panel)
      if let right = arc.right {
        #expect(atlas.territory(level: "departement", code: right)?.panel == arc.panel)
      }
    }
  }

  @Test func neighboursAreThoseOfTheGround() {
    func neighbours(of code: String) -> [String] {
      Set(atlas.arcs.compactMap { $0.left == code ? $0.right : $0.right == code ? $0.left : nil }).sorted()
    }
    #expect(neighbours(of: "75") == ["92", "93", "94"])
    #expect(neighbours(of: "23") == ["03", "18", "19", "36", "63", "87"])
    #expect(neighbours(of: "2A") == ["2B"])
    #expect(neighbours(of: "974") == [])
  }

  /// The enclaves of Valréas (Vaucluse in Drôme) and of the Hautes-Pyrénées, and Llívia, that is Spanish.
  @Test func enclavesAreKept() throws {
    for (code, holes) in [("26", 1), ("64", 2), ("66", 1)] {
      let around = try #require(atlas.territory(level: "departement", code: code))
      #expect(rings(around, 1).filter { $0.signedArea < 0 }.count == holes, "\(around.name)")
    }
  }

  @Test func aFullPageMapHasFewVerticesAndAThumbnailFewer() {
    let page = atlas.detail(forGroundPerPoint: 2600)
    let thumbnail = atlas.detail(forGroundPerPoint: 12_000)
    let vertices = atlas.vertexCount(panel: "metropole", detail: page)
    #expect((1500...3500).contains(vertices))
    #expect(atlas.vertexCount(panel: "metropole", detail: thumbnail) < vertices * 3 / 4)
    #expect(atlas.detail(forGroundPerPoint: 1) == 0)
    #expect(atlas.detail(forGroundPerPoint: .infinity) == atlas.tolerances.count - 1)
  }

  @Test func eachLevelKeepsPointsOfTheOneBefore() {
    for arc in atlas.arcs {
      for (fine, coarse) in zip(arc.details, arc.details.dropFirst()) {
        #expect(Set(coarse).isSubset(of: fine))
        #expect(coarse.isEmpty || (coarse.first == fine.first && coarse.last == fine.last))
      }
    }
  }

  @Test func aZoomShowsItsDepartmentsOnly() {
    let detail = 1
    for code in ["75", "92", "93", "94"] {
      let zoomed = atlas.rings(of: code, level: "departement", panel: "paris", detail: detail)
      #expect(zoomed == atlas.rings(of: code, level: "departement", panel: "metropole", detail: detail))
    }
    #expect(atlas.rings(of: "78", level: "departement", panel: "paris", detail: detail).isEmpty)
    #expect(atlas.rings(of: "11", level: "region", panel: "paris", detail: detail).count == 1)
    #expect(atlas.borders(level: "region", panel: "paris", detail: detail, .inner).isEmpty)
    #expect(!atlas.borders(level: "departement", panel: "paris", detail: detail, .inner).isEmpty)
  }

  @Test func bordersOfRegionsAreSomeOfThoseOfDepartments() {
    let departements = Set(atlas.borders(level: "departement", panel: "metropole", detail: 3, .inner))
    let regions = Set(atlas.borders(level: "region", panel: "metropole", detail: 3, .inner))
    #expect(regions.isStrictSubset(of: departements))
    let within = atlas.borders(level: "departement", within: "region", panel: "metropole", detail: 3)
    #expect(Set(within) == departements.subtracting(regions))
    #expect(atlas.borders(level: "region", within: "region", panel: "metropole", detail: 3).isEmpty)
    let outer = Set(atlas.coast(panel: "metropole", detail: 3))
    #expect(outer == Set(atlas.borders(level: "region", panel: "metropole", detail: 3, .outer)))
    #expect(outer.isDisjoint(with: departements))
  }

  @Test func anUnknownCodeHasNoRing() {
    #expect(atlas.rings(of: "99", level: "departement", panel: "metropole", detail: 0).isEmpty)
    #expect(atlas.rings(of: "75", level: "departement", panel: "mayotte", detail: 0).isEmpty)
    #expect(atlas.borders(level: "departement", panel: "nowhere", detail: 0).isEmpty)
  }
}
