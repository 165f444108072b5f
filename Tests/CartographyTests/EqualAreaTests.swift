import Geometry
import Pages
import TestSupport
import Testing

@testable import Cartography

@Suite struct EqualAreaTests {
  private let area = Rect(x: 10, y: 20, width: 300, height: 240)

  private func base() throws -> BaseMap {
    let plan = try #require(MapPlan(Country.atlas, in: area, insets: MapPlan.Insets(showsZoom: false)))
    return BaseMap(atlas: Country.atlas, plan: plan, level: "departement")
  }

  @Test func everyTerritoryHasOneTileOfTheSameSize() throws {
    let tiles = TileGrid(try base(), in: area).tiles
    #expect(tiles.map(\.code).sorted() == Country.codes.sorted())
    let widths = tiles.map { ($0.box.width.points * 1000).rounded() }
    #expect(Set(widths).count == 1)
    for (index, tile) in tiles.enumerated() {
      #expect(area.expanded(by: 0.01).contains(tile.box))
      for other in tiles[(index + 1)...] { #expect(!tile.box.intersects(other.box)) }
    }
  }

  /// A country that is a grid stays the grid that it is.
  @Test func tilesKeepTheirPlaces() throws {
    let boxes = Dictionary(
      uniqueKeysWithValues: TileGrid(try base(), in: area).tiles.map { ($0.code, $0.box) })
    let low = try #require(boxes["A0"])
    let east = try #require(boxes["B0"])
    let north = try #require(boxes["A1"])
    #expect(east.minX > low.maxX && abs((east.minY - low.minY).points) < 0.01)
    #expect(north.maxY < low.minY && abs((north.minX - low.minX).points) < 0.01)
  }

  /// What the sea divides has tiles of its own, which stay together: Corsica, apart from the coast that it faces.
  @Test func anIslandStaysWhole() throws {
    let atlas = try FranceAtlas.loaded.get()
    let plan = try #require(MapPlan(atlas, in: area, insets: MapPlan.Insets(showsZoom: false)))
    let tiles = TileGrid(BaseMap(atlas: atlas, plan: plan, level: "departement"), in: area).tiles
    let boxes = Dictionary(uniqueKeysWithValues: tiles.map { ($0.code, $0.box) })
    let (north, south, nice) = (
      try #require(boxes["2B"]), try #require(boxes["2A"]), try #require(boxes["06"])
    )
    #expect(abs((north.minX - south.minX).points) < 0.01 && north.maxY < south.minY)
    #expect(south.minY - north.maxY < south.height / 2)
    #expect(!north.expanded(by: north.width / 2).intersects(nice))
    #expect(boxes.values.allSatisfy { $0.maxX <= south.maxX && $0.maxY <= south.maxY })
    // Neighbours touch, or nearly do.
    let pitch = north.width * 1.1
    let pairs = atlas.neighbours(level: "departement").compactMap { a, b in
      boxes[a].flatMap { a in boxes[b].map { a.centre.distance(to: $0.centre) } }
    }
    #expect(pairs.count { $0 < pitch * 1.5 } * 10 > pairs.count * 8)
  }

  @Test func theAssignmentIsTheCheapest() {
    let costs: [[Double]] = [[4, 1, 3, 9], [2, 0, 5, 9], [3, 2, 2, 9]]
    let columns = Assignment(costs).columns
    #expect(columns == [1, 0, 2])
    #expect(Assignment([]).columns.isEmpty)
  }

  @Test(arguments: [UInt64(1), 2, 3, 4, 5]) func noCircleHidesAnother(seed: UInt64) throws {
    var dice = Dice(seed: seed)
    let sizes = Dictionary(
      uniqueKeysWithValues: Country.codes.map { code in
        let x = Double.random(in: 0..<1, using: &dice)
        return (code, x * x * x * 1e9)
      })
    let circles = Dorling(try base(), sizes: sizes, in: area).circles
    #expect(circles.count == sizes.count)
    let largest = try #require(circles.max { $0.radius < $1.radius })
    let least = try #require(circles.map(\.radius).min())
    let unit = largest.radius.points * largest.radius.points / (sizes[largest.code] ?? 1)
    for (index, circle) in circles.enumerated() {
      let box = Rect(around: circle.centre, radius: circle.radius)
      #expect(area.expanded(by: 0.01).contains(box))
      let square = circle.radius.points * circle.radius.points
      // Those that would be too small to be seen are as large as each other.
      let exact = unit * (sizes[circle.code] ?? 0)
      if circle.radius == least {
        #expect(exact <= square * (1 + 1e-6))
      } else {
        #expect(abs(square - exact) < 1e-6 * max(square, 1e-3))
      }
      for other in circles[(index + 1)...] {
        let distance = circle.centre.distance(to: other.centre)
        #expect(distance.points >= (circle.radius + other.radius).points - 1e-6)
      }
    }
  }

  @Test func whatHasNoSizeHasNoCircle() throws {
    let circles = Dorling(try base(), sizes: ["A0": 4, "A1": 0, "B0": -3], in: area).circles
    #expect(circles.map(\.code) == ["A0"])
  }

  /// Colours have classes, sizes have circles: a legend each.
  @Test(arguments: [5, 8, 12]) func circlesHaveALegendOfSizes(columns: Int) throws {
    var style = Choropleth.Style()
    style.form = .circles
    let table = Sample.sized(Sample.rates { .value(100 + Double($0)) }, by: "Population") {
      10_000 * Double($0 + 1)
    }
    let map = try Choropleth(
      table, circles: 1, atlas: Country.atlas, breaks: [110, 120], style: style)
    let frame = try Sample.frame(map, columns: columns)
    let texts = frame.texts().map(\.text)
    #expect(texts.contains { $0.contains("population") }, "\(texts)")
    let rings = frame.shapes().filter { $0.fill == nil && $0.stroke?.width == 0.4 }
    let widths = rings.compactMap(\.path.bounds).filter { $0.height > 1 }.map(\.width.points)
    // The second is a fifth of the first.
    #expect(widths.count >= 2 && abs(widths[1] / widths[0] - (1.0 / 5).squareRoot()) < 1e-6, "\(widths)")
    expectReadable(frame)
  }

  /// Also where lines or dots stand for a class, for secrecy or for what is missing.
  @Test(arguments: [Choropleth.Printing.color, .patterns]) func everyTileIsNamed(
    printing: Choropleth.Printing
  ) throws {
    var style = Choropleth.Style()
    (style.form, style.printing) = (.tiles, printing)
    let map = try Choropleth(Sample.gaps, atlas: Country.atlas, breaks: [150, 200, 300], style: style)
    let frame = try Sample.frame(map, columns: 12)
    for code in Country.codes { #expect(frame.texts().contains { $0.text.contains(code) }, "\(code)") }
    expectReadable(frame)
  }

  @Test func whatHasNoCircleIsNamed() throws {
    var style = Choropleth.Style()
    style.form = .circles
    var table = Sample.sized(Sample.rates { .value(100 + Double($0)) }, by: "Population") { _ in 10_000 }
    table.rows[3].values[1] = .secret
    let map = try Choropleth(
      table, circles: 1, atlas: Country.atlas, breaks: [110, 120], style: style)
    #expect(try Sample.frame(map, columns: 12).unplaced == [table.rows[3].member.shortLabel])
  }
}
