import Cairo
import Testing

@Suite struct ImageTests {
  private func image(_ draw: (Context) throws -> Void) throws -> ImageSurface {
    let surface = try ImageSurface(width: 20, height: 20)
    let context = try Context(surface)
    try draw(context)
    return surface
  }

  @Test func fillsWhatThePathHolds() throws {
    let surface = try image { context in
      context.setSource(RGBA(red: 1, green: 0, blue: 0))
      context.rectangle(Rectangle(x: 5, y: 5, width: 10, height: 10))
      try context.fill()
    }
    #expect(surface.pixel(x: 10, y: 10) == RGBA(red: 1, green: 0, blue: 0))
    #expect(surface.pixel(x: 2, y: 2) == .clear)
    #expect(surface.pixel(x: 20, y: 2) == nil)
  }

  @Test func alphaIsNotPremultiplied() throws {
    let surface = try image { context in
      context.setSource(RGBA(red: 0, green: 0, blue: 1, alpha: 0.5))
      try context.paint()
    }
    let pixel = try #require(surface.pixel(x: 1, y: 1))
    #expect(abs(pixel.alpha - 0.5) < 0.01)
    #expect(abs(pixel.blue - 1) < 0.01)
  }

  @Test func aScopeGivesClipAndMatrixBack() throws {
    let surface = try image { context in
      try context.saved {
        context.rectangle(Rectangle(x: 0, y: 0, width: 1, height: 1))
        try context.clip()
        context.translate(x: 100, y: 0)
      }
      #expect(context.matrix == .identity)
      context.setSource(.black)
      try context.paint()
    }
    #expect(surface.pixel(x: 19, y: 19) == .black)
  }

  @Test func aRepeatedSurfaceTiles() throws {
    let tile = try ImageSurface(width: 4, height: 4)
    let tileContext = try Context(tile)
    tileContext.setSource(.black)
    tileContext.rectangle(Rectangle(x: 0, y: 0, width: 2, height: 4))
    try tileContext.fill()
    let surface = try image { context in
      try context.setSource(Pattern(surface: tile, extend: .repeat))
      try context.paint()
    }
    #expect(surface.pixel(x: 1, y: 1) == .black)
    #expect(surface.pixel(x: 3, y: 1) == .clear)
    #expect(surface.pixel(x: 17, y: 9) == .black)
  }

  @Test func aGradientRunsFromStopToStop() throws {
    let surface = try image { context in
      let pattern = try Pattern(
        linearFrom: .origin, to: Position(x: 20, y: 0),
        stops: [.init(offset: 0, color: .black), .init(offset: 1, color: .white)])
      try context.setSource(pattern)
      try context.paint()
    }
    let left = try #require(surface.pixel(x: 1, y: 10))
    let right = try #require(surface.pixel(x: 18, y: 10))
    #expect(left.red < 0.2)
    #expect(right.red > 0.8)
  }

  @Test func aRecordingIsDrawnAgain() throws {
    let recording = try RecordingSurface(extents: Rectangle(x: 0, y: 0, width: 10, height: 10))
    let recorder = try Context(recording)
    recorder.setSource(.black)
    recorder.rectangle(Rectangle(x: 2, y: 2, width: 4, height: 4))
    try recorder.fill()
    #expect(recording.inkExtents == Rectangle(x: 2, y: 2, width: 4, height: 4))
    let surface = try image { context in
      context.translate(x: 10, y: 10)
      try context.setSource(Pattern(surface: recording))
      try context.paint()
    }
    #expect(surface.pixel(x: 13, y: 13) == .black)
    #expect(surface.pixel(x: 3, y: 3) == .clear)
  }

  @Test func aGroupIsAPattern() throws {
    let surface = try image { context in
      let pattern = try context.group {
        context.setSource(.black)
        try context.paint()
      }
      #expect(throws: Never.self) { try context.checkStatus() }
      try context.setSource(pattern)
      try context.paint(alpha: 0.5)
    }
    let pixel = try #require(surface.pixel(x: 4, y: 4))
    #expect(abs(pixel.alpha - 0.5) < 0.01)
  }

  @Test func aCircleIsAsWideAsItsRadiusSays() throws {
    let context = try Context(ImageSurface(width: 4, height: 4))
    context.circle(centre: Position(x: 10, y: 20), radius: 5)
    let box = context.pathExtents
    #expect(abs(box.x - 5) < 0.01 && abs(box.y - 15) < 0.01)
    #expect(abs(box.width - 10) < 0.01 && abs(box.height - 10) < 0.01)
  }

  @Test func pngBeginsAsAPNG() throws {
    let bytes = try image { _ in }.png()
    #expect(Array(bytes.prefix(4)) == [0x89, 0x50, 0x4E, 0x47])
  }
}
