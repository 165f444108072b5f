import Cairo
import Fonts
import Geometry
import Pages
import Testing

@testable import Export

@Suite struct PNGTests {
  private let red = Color(0xFF0000)

  private func image(_ frame: Frame, drawings: [Drawing] = []) throws -> ImageSurface {
    try PNGExporter.image(of: frame, drawings: drawings, fonts: .synthetic, dotsPerInch: 72)
  }

  @Test func aFrameOfPointsIsAsManyPixelsAt72DotsPerInch() throws {
    let surface = try image(Samples.square(40, fill: .color(red)))
    #expect(surface.width == 40)
    #expect(surface.height == 40)
    #expect(surface.pixel(x: 39, y: 39) == RGBA(red: 1, green: 0, blue: 0))
  }

  @Test func a4At150DotsPerInch() throws {
    let surface = try PNGExporter.image(
      of: Frame(size: .a4), drawings: [], fonts: .synthetic, dotsPerInch: 150)
    #expect(surface.width == 1241)
    #expect(surface.height == 1754)
  }

  @Test func aClipCutsWhatAGroupDraws() throws {
    var page = Frame(size: Size(width: 40, height: 40))
    let clip = Path.rectangle(Rect(x: 0, y: 0, width: 10, height: 40))
    page.add(.group(Samples.square(40, fill: .color(red)), .identity, clip: clip))
    let surface = try image(page)
    #expect(surface.pixel(x: 5, y: 5) == RGBA(red: 1, green: 0, blue: 0))
    #expect(surface.pixel(x: 15, y: 5) == .white)
  }

  @Test func aGroupIsScaledThenPlaced() throws {
    var page = Frame(size: Size(width: 40, height: 40))
    page.add(
      .group(Samples.square(5, fill: .color(red)), .scale(2), clip: nil), at: Point(x: 20, y: 20))
    let surface = try image(page)
    #expect(surface.pixel(x: 29, y: 29) == RGBA(red: 1, green: 0, blue: 0))
    #expect(surface.pixel(x: 31, y: 31) == .white)
    #expect(surface.pixel(x: 19, y: 19) == .white)
  }

  @Test func hatchShowsLinesOverGround() throws {
    let paint = Paint.hatch(line: .black, width: 2, pitch: 8, ground: red)
    let surface = try image(Samples.square(40, fill: paint))
    let row = (0..<40).compactMap { surface.pixel(x: $0, y: 20) }
    #expect(row.contains { $0.red < 0.1 })
    #expect(row.contains { $0.red > 0.9 && $0.green < 0.1 })
    // Rising to the right: one step right and one up is the same line.
    for x in 10..<30 { #expect(surface.pixel(x: x, y: 20) == surface.pixel(x: x + 1, y: 19)) }
  }

  @Test func dotsStayInsideTheirShape() throws {
    var page = Frame(size: Size(width: 40, height: 40))
    let paint = Paint.dots(dot: .black, radius: 1.5, pitch: 5, ground: red)
    page.add(Shape(.circle(centre: Point(x: 20, y: 20), radius: 10), fill: paint))
    let surface = try image(page)
    #expect(surface.pixel(x: 20, y: 20)?.red ?? 1 < 0.1)
    #expect(surface.pixel(x: 35, y: 35) == .white)
  }

  @Test func theEvenOddRuleLeavesAHole() throws {
    var page = Frame(size: Size(width: 40, height: 40))
    var path = Path.rectangle(Rect(x: 0, y: 0, width: 40, height: 40))
    path.append(.rectangle(Rect(x: 10, y: 10, width: 20, height: 20)))
    page.add(Shape(path, fill: .color(red), evenOdd: true))
    let surface = try image(page)
    #expect(surface.pixel(x: 20, y: 20) == .white)
    #expect(surface.pixel(x: 5, y: 5) != .white)
  }

  @Test func dashesLeaveGaps() throws {
    var page = Frame(size: Size(width: 40, height: 10))
    let line = Path.line(from: Point(x: 0, y: 5), to: Point(x: 40, y: 5))
    page.add(Shape(line, stroke: Stroke(.black, 4, dash: [10, 10])))
    let surface = try image(page)
    #expect(surface.pixel(x: 5, y: 5) == .black)
    #expect(surface.pixel(x: 15, y: 5) == .white)
    #expect(surface.pixel(x: 25, y: 5) == .black)
  }

  @Test func aDrawingIsPlacedWhereItIsUsed() throws {
    let id = Drawing.ID("base")
    var page = Frame(size: Size(width: 40, height: 40))
    page.add(.use(id, .scale(2)), at: Point(x: 10, y: 10))
    let drawing = Drawing(id: id, frame: Samples.square(5, fill: .color(red)))
    let surface = try image(page, drawings: [drawing])
    #expect(surface.pixel(x: 15, y: 15) == RGBA(red: 1, green: 0, blue: 0))
    #expect(surface.pixel(x: 25, y: 25) == .white)
  }
}
