import Cartography
import Diagnostics
import Testing

private func ring(_ coordinates: (Double, Double)...) -> [MapPoint] {
  coordinates.map { MapPoint(x: $0.0, y: $0.1) }
}

private func rectangle(_ x: Double, _ y: Double, _ width: Double, _ height: Double) -> [MapPoint] {
  ring((x, y), (x + width, y), (x + width, y + height), (x, y + height), (x, y))
}

private let levels = [DetailLevel(tolerance: 1), DetailLevel(tolerance: 100)]

private func compiled(_ outlines: [SourceOutline], regions: [String: String] = [:]) throws -> Atlas {
  let arcs = try Atlas.arcs(of: outlines, panel: "plane", levels: levels)
  let codes = outlines.map(\.code).sorted()
  let panel = Atlas.Panel(
    id: "plane", title: "", epsg: 2154, low: MapPoint(x: 0, y: 0), high: MapPoint(x: 4000, y: 2000),
    zoomOf: nil, codes: codes)
  var territories = codes.map { code in
    Atlas.Territory(
      level: "departement", code: code, name: code, parent: regions[code], panel: "plane",
      label: MapPoint(x: 1, y: 1))
  }
  territories += Set(regions.values).sorted().map { code in
    Atlas.Territory(
      level: "region", code: code, name: code, parent: nil, panel: "plane", label: MapPoint(x: 1, y: 1))
  }
  return Atlas(
    levels: ["departement", "region"], panels: [panel], territories: territories, arcs: arcs,
    tolerances: levels.map(\.tolerance))
}

/// Two squares of two kilometres side by side, A to the west of B, in one region.
func squares() throws -> Atlas {
  try compiled(
    [
      SourceOutline(code: "A", polygons: [[rectangle(0, 0, 2000, 2000)]]),
      SourceOutline(code: "B", polygons: [[rectangle(2000, 0, 2000, 2000)]]),
    ], regions: ["A": "R", "B": "R"])
}

extension Atlas {
  fileprivate func shape(_ code: String, level: String = "departement", _ detail: Int = 0) -> [[MapPoint]] {
    rings(of: code, level: level, panel: "plane", detail: detail)
  }
}

@Suite struct AtlasCompileTests {
  private func codes(_ outlines: [SourceOutline]) -> [String] {
    do {
      _ = try compiled(outlines)
      return []
    } catch {
      return (error as? Failure)?.diagnostics.map(\.code) ?? []
    }
  }

  @Test func aBorderIsSharedByItsTwoSides() throws {
    let atlas = try squares()
    #expect(atlas.arcs.count == 3)
    let inner = atlas.borders(level: "departement", panel: "plane", detail: 0, .inner)
    #expect(inner.map(Set.init) == [Set(ring((2000, 0), (2000, 2000)))])
    #expect(atlas.arcs.filter { $0.right != nil }.map { [$0.left, $0.right] } == [["A", "B"]])
    #expect(atlas.shape("A").map(\.signedArea) == [4e6])
    #expect(atlas.shape("B").map(\.signedArea) == [4e6])
  }

  @Test func aRegionIsDissolvedFromItsDepartments() throws {
    let atlas = try squares()
    #expect(atlas.shape("R", level: "region").map(\.signedArea) == [8e6])
    #expect(atlas.borders(level: "region", panel: "plane", detail: 0, .inner).isEmpty)
    #expect(atlas.borders(level: "region", panel: "plane", detail: 0).count == 2)
  }

  @Test func theOrderAndDirectionOfTheSourceLeaveNoTrace() throws {
    let turned = try compiled(
      [
        SourceOutline(code: "B", polygons: [[rectangle(2000, 0, 2000, 2000).reversed()]]),
        SourceOutline(
          code: "A", polygons: [[ring((2000, 2000), (0, 2000), (0, 0), (2000, 0), (2000, 2000))]]),
      ], regions: ["A": "R", "B": "R"])
    #expect(try turned.encoded() == squares().encoded())
    #expect(try squares().encoded() == squares().encoded())
  }

  @Test func pointsLessThanHalfAMetreApartAreOne() throws {
    let atlas = try compiled([
      SourceOutline(code: "A", polygons: [[rectangle(0, 0, 2000, 2000)]]),
      SourceOutline(code: "B", polygons: [[rectangle(2000.3, -0.2, 2000, 2000)]]),
    ])
    #expect(atlas.borders(level: "departement", panel: "plane", detail: 0, .inner).count == 1)
  }

  @Test func smallBendsGoAndLargeOnesStay() throws {
    let bent = ring(
      (0, 0), (9000, 0), (10_000, 30), (11_000, 0), (20_000, 0), (20_000, 9000), (10_000, 3000), (0, 9000))
    let atlas = try compiled([SourceOutline(code: "A", polygons: [[bent]])])
    #expect(atlas.shape("A", 0)[0].contains(MapPoint(x: 10_000, y: 30)))
    #expect(!atlas.shape("A", 1)[0].contains(MapPoint(x: 10_000, y: 30)))
    #expect(atlas.shape("A", 1)[0].contains(MapPoint(x: 10_000, y: 3000)))
  }

  /// An island in a bay: cutting the bay off would put the island on land.
  @Test func noCoastIsDrawnThroughAnIsland() throws {
    let bay = ring((0, 0), (9000, 0), (9000, 9000), (4600, 9000), (4500, 8600), (4400, 9000), (0, 9000))
    let island = ring((4490, 8900), (4510, 8900), (4510, 8920), (4490, 8920))
    let atlas = try compiled([
      SourceOutline(code: "A", polygons: [[bay]]), SourceOutline(code: "B", polygons: [[island]]),
    ])
    #expect(!atlas.shape("A", 1)[0].contains(inside: MapPoint(x: 4500, y: 8910)))
    #expect(BorderEdge.crossing(atlas.coast(panel: "plane", detail: 1)) == nil)
  }

  @Test func smallIslandsGoButNeverTheLargestPart() throws {
    let atlas = try compiled([
      SourceOutline(
        code: "A", polygons: [[rectangle(0, 0, 5000, 5000)], [rectangle(6000, 0, 50, 50)]]),
      SourceOutline(
        code: "B", polygons: [[rectangle(8000, 0, 40, 40)], [rectangle(9000, 0, 30, 30)]]),
    ])
    #expect(atlas.shape("A", 0).count == 2 && atlas.shape("A", 1).count == 1)
    #expect(atlas.shape("B", 0).count == 2)
    #expect(atlas.shape("B", 1).map(\.signedArea) == [1600])
  }

  @Test func anEnclaveIsAHoleOfOneAndTheWholeOfTheOther() throws {
    let hole = rectangle(1000, 1000, 60, 60)
    let atlas = try compiled([
      SourceOutline(code: "A", polygons: [[rectangle(0, 0, 5000, 5000), hole]]),
      SourceOutline(code: "B", polygons: [[hole]]),
    ])
    for detail in levels.indices {
      #expect(atlas.shape("A", detail).map(\.signedArea).sorted() == [-3600, 25e6])
      #expect(atlas.shape("B", detail).map(\.signedArea) == [3600])
    }
  }

  /// Two lobes that touch in a point are two rings.
  @Test func ringsAreCutWhereTheyTouchThemselves() throws {
    let lobes = ring((0, 0), (2000, 2000), (4000, 0), (4000, 4000), (2000, 2000), (0, 4000))
    let atlas = try compiled([SourceOutline(code: "A", polygons: [[lobes]])])
    #expect(atlas.shape("A").map(\.signedArea) == [4e6, 4e6])
  }

  /// A lens between two corners: straightening both its sides would leave nothing of it.
  @Test func twoBordersBetweenTheSameCornersStayApart() throws {
    let upper = ring((0, 0), (2000, 20), (4000, 0), (4000, 3000), (0, 3000))
    let lower = ring((0, 0), (0, -3000), (4000, -3000), (4000, 0), (2000, -20))
    let lens = ring((0, 0), (2000, -20), (4000, 0), (2000, 20))
    let atlas = try compiled([
      SourceOutline(code: "A", polygons: [[upper]]), SourceOutline(code: "B", polygons: [[lower]]),
      SourceOutline(code: "C", polygons: [[lens]]),
    ])
    #expect(atlas.shape("C", 1).allSatisfy { $0.count >= 3 && $0.signedArea > 0 })
    #expect(atlas.shape("C", 1).count == 1)
  }

  @Test func overlapsAreErrorsThatNameBothSides() {
    let same = [[rectangle(0, 0, 1000, 1000)]]
    let found = codes([SourceOutline(code: "A", polygons: same), SourceOutline(code: "B", polygons: same)])
    #expect(found.allSatisfy { $0 == "overlapping-outlines" } && !found.isEmpty)
  }

  @Test func anOutlineInDegreesIsEmptyOnTheGrid() {
    #expect(
      codes([SourceOutline(code: "A", polygons: [[rectangle(2.1, 48.8, 0.2, 0.1)]])]) == ["empty-outline"])
  }
}
