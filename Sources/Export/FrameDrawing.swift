import Cairo
import Fonts
import Geometry
import Pages

/// Draws frames through cairo: one exhaustive walk over the items, without a decision of its own.
final class FrameDrawing {
  private let context: Context
  private let faces: FaceCache
  private let drawings: [Drawing.ID: Frame]
  private let tagsLinks: Bool

  /// `tagsLinks`: whether link areas become links of the file (PDF) or nothing (SVG, PNG).
  init(on context: Context, faces: FaceCache, drawings: [Drawing], tagsLinks: Bool) {
    self.context = context
    self.faces = faces
    self.drawings = Dictionary(drawings.map { ($0.id, $0.frame) }) { first, _ in first }
    self.tagsLinks = tagsLinks
  }

  func draw(_ frame: Frame) throws {
    for placed in frame.items {
      try draw(placed.item, at: placed.origin)
    }
  }

  private func draw(_ item: Frame.Item, at origin: Geometry.Point) throws {
    switch item {
    case .group(let frame, let transform, let clip):
      try placed(origin, transform) {
        if let clip {
          trace(clip)
          try context.clip()
        }
        try draw(frame)
      }
    case .glyphs(let run): try draw(run, at: origin)
    case .shape(let shape): try placed(origin, .identity) { try draw(shape) }
    case .link(let size, let link):
      if tagsLinks { try draw(link, over: Rect(origin: origin, size: size)) }
    case .use(let id, let transform):
      guard let frame = drawings[id] else { throw CannotDraw.unknownDrawing(id.name) }
      try placed(origin, transform) { try draw(frame) }
    }
  }

  private func placed(_ origin: Geometry.Point, _ transform: Transform, _ body: () throws -> Void) throws {
    try context.saved {
      context.transform(Transform.translation(origin).matrix)
      if transform != .identity { context.transform(transform.matrix) }
      try body()
    }
  }

  // MARK: Glyphs

  private func draw(_ run: GlyphRun, at origin: Geometry.Point) throws {
    guard !run.glyphs.isEmpty else { return }
    context.setColor(run.color.rgba)
    var pen = origin
    var glyphs: [Glyph] = []
    glyphs.reserveCapacity(run.glyphs.count)
    for glyph in run.glyphs {
      let place = pen + glyph.offset
      glyphs.append(Glyph(glyph.id, at: Cairo.Point(place.x.points, place.y.points)))
      pen.x = pen.x + glyph.advance
    }
    let face = try faces.face(for: run.font)
    try context.show(glyphs, of: run.text, clusters: run.clusters, face: face, size: run.size.points)
  }

  // MARK: Shapes

  private func draw(_ shape: Shape) throws {
    trace(shape.path)
    let rule: Context.FillRule = shape.evenOdd ? .evenOdd : .winding
    switch shape.fill {
    case .color(let color):
      context.setColor(color.rgba)
      try context.fill(rule, keepingPath: shape.stroke != nil)
    case .hatch(let line, let width, let pitch, let ground):
      try textured(shape, ground: ground, rule: rule) { try hatch(line, width, pitch, over: $0) }
    case .dots(let dot, let radius, let pitch, let ground):
      try textured(shape, ground: ground, rule: rule) { try dots(dot, radius, pitch, over: $0) }
    case nil: break
    }
    guard let stroke = shape.stroke else { return context.newPath() }
    context.setColor(stroke.color.rgba)
    context.setLine(
      width: stroke.width.points, cap: stroke.cap.cairo, join: stroke.join.cairo,
      dash: stroke.dash.map(\.points))
    try context.stroke()
  }

  /// Fills with the ground, then draws the texture clipped to the shape; leaves the path as it was.
  private func textured(
    _ shape: Shape, ground: Color, rule: Context.FillRule, _ texture: (Rect) throws -> Void
  ) throws {
    context.setColor(ground.rgba)
    try context.fill(rule)
    if let bounds = shape.path.bounds {
      try context.saved {
        trace(shape.path)
        try context.clip(rule)
        try texture(bounds)
      }
    }
    trace(shape.path)
  }

  private func hatch(_ color: Color, _ width: Length, _ pitch: Length, over box: Rect) throws {
    // Lines rise to the right; the pitch is measured across them. They start at multiples of the step, so that
    // neighbouring shapes share one grid.
    let step = pitch.points * 2.0.squareRoot()
    let low = ((box.minX + box.minY).points / step).rounded(.down)
    let high = ((box.maxX + box.maxY).points / step).rounded(.up)
    var k = low
    while k <= high {
      let sum = k * step
      context.move(to: Cairo.Point(sum - box.maxY.points, box.maxY.points))
      context.line(to: Cairo.Point(sum - box.minY.points, box.minY.points))
      k += 1
    }
    context.setColor(color.rgba)
    context.setLine(width: width.points)
    try context.stroke()
  }

  private func dots(_ color: Color, _ radius: Length, _ pitch: Length, over box: Rect) throws {
    let step = pitch.points
    var y = (box.minY.points / step).rounded(.down) * step
    while y <= box.maxY.points + step {
      var x = (box.minX.points / step).rounded(.down) * step
      while x <= box.maxX.points + step {
        // A zero-length line with round ends is a dot, and costs two operators instead of five.
        context.move(to: Cairo.Point(x, y))
        context.line(to: Cairo.Point(x, y))
        x += step
      }
      y += step
    }
    context.setColor(color.rgba)
    context.setLine(width: radius.points * 2, cap: .round)
    try context.stroke()
  }

  private func trace(_ path: Path) {
    context.newPath()
    for element in path.elements {
      switch element {
      case .move(let p): context.move(to: p.cairo)
      case .line(let p): context.line(to: p.cairo)
      case .curve(let a, let b, let p): context.curve(a.cairo, b.cairo, to: p.cairo)
      case .close: context.closePath()
      }
    }
  }

  // MARK: Links

  private func draw(_ link: Link, over box: Rect) throws {
    switch link {
    case .address(let address):
      let rect = [box.minX, box.minY, box.width, box.height].map { "\($0.points)" }.joined(separator: " ")
      try context.tagged("Link", attributes: "rect=[\(rect)] uri='\(address.escapedForTag)'") {}
    case .node: break  // Cairo 1.16 damages files that link forward; bookmarks lead to the same places.
    }
  }
}

/// What cannot be drawn: a mistake of the program, not of its user.
enum CannotDraw: Error {
  case unknownDrawing(String)
}

extension GlyphRun {
  /// Cuts the text where clusters start. Text after the last cluster belongs to it.
  var clusters: [TextCluster] {
    var result: [TextCluster] = []
    var start = 0
    while start < glyphs.count {
      var end = start + 1
      while end < glyphs.count, glyphs[end].cluster == glyphs[start].cluster { end += 1 }
      let first = start == 0 ? 0 : glyphs[start].cluster
      let next = end < glyphs.count ? glyphs[end].cluster : text.utf8.count
      result.append(TextCluster(bytes: next - first, glyphs: end - start))
      start = end
    }
    return result
  }
}

extension String {
  fileprivate var escapedForTag: String {
    reduce(into: "") { text, character in
      if character == "'" || character == "\\" { text.append("\\") }
      text.append(character)
    }
  }
}
