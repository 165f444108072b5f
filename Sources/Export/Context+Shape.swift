import Cairo
import Geometry
import Pages

extension Context {
  /// Draws fill, then stroke.
  func draw(_ shape: Shape) throws {
    setFillRule(shape.evenOdd ? .evenOdd : .nonZero)
    if let paint = shape.fill { try fill(shape.path, with: paint) }
    if let stroke = shape.stroke { try draw(stroke, along: shape.path) }
  }

  private func draw(_ stroke: Stroke, along path: Path) throws {
    setSource(RGBA(stroke.color))
    setLine(width: stroke.width.points, cap: LineCap(stroke.cap), join: LineJoin(stroke.join))
    try setDash(stroke.dash.map(\.points))
    trace(path)
    try self.stroke()
  }

  private func fill(_ path: Path, with paint: Paint) throws {
    switch paint {
    case .color(let color):
      try fill(path, with: color)
    case .hatch(let line, let width, let pitch, let ground):
      try fill(path, with: ground)
      try inside(path) { bounds in
        traceHatch(over: bounds, pitch: pitch.points)
        setSource(RGBA(line))
        setLine(width: width.points)
        try setDash([])
        try self.stroke()
      }
    case .dots(let dot, let radius, let pitch, let ground):
      try fill(path, with: ground)
      try inside(path) { bounds in
        traceDots(over: bounds, within: path.parts.compactMap(\.bounds), pitch: pitch)
        setSource(RGBA(dot))
        setLine(width: 2 * radius.points, cap: .round)
        try setDash([])
        try self.stroke()
      }
    }
  }

  private func fill(_ path: Path, with color: Color) throws {
    guard color.alpha > 0 else { return }
    setSource(RGBA(color))
    trace(path)
    try fill()
  }

  /// Runs `body` with the path as clip; the pattern it draws stays lines and circles in every format.
  private func inside(_ path: Path, _ body: (Rectangle) throws -> Void) throws {
    guard let bounds = path.bounds else { return }
    try saved {
      trace(path)
      try clip()
      try body(Rectangle(bounds))
    }
  }

  /// Lines x + y = k · pitch · √2: where two areas touch, their lines meet.
  private func traceHatch(over r: Rectangle, pitch: Double) {
    newPath()
    let step = pitch * 2.0.squareRoot()
    for k in steps(from: r.x + r.y, to: r.x + r.width + r.y + r.height, by: step) {
      let sum = Double(k) * step
      move(to: Position(x: sum - r.y, y: r.y))
      line(to: Position(x: sum - r.y - r.height, y: r.y + r.height))
    }
  }

  /// Points at the corners of a square grid through the origin: a line of no length with round ends is a
  /// dot, in a sixth of the bytes of a circle. `boxes`: of the parts of the area; the rest of it needs no dots.
  private func traceDots(over r: Rectangle, within boxes: [Rect], pitch: Length) {
    newPath()
    let boxes = boxes.map { $0.expanded(by: pitch) }
    for row in steps(from: r.y, to: r.y + r.height, by: pitch.points) {
      for column in steps(from: r.x, to: r.x + r.width, by: pitch.points) {
        let point = Point(x: pitch * Double(column), y: pitch * Double(row))
        guard boxes.contains(where: { $0.contains(point) }) else { continue }
        let centre = Position(x: point.x.points, y: point.y.points)
        move(to: centre)
        line(to: centre)
      }
    }
  }

  /// The multiples of `step` from `low` to `high`, and one beyond each; none for a step of nothing.
  private func steps(from low: Double, to high: Double, by step: Double) -> ClosedRange<Int> {
    guard step > 0 else { return 0...0 }
    return Int((low / step).rounded(.down))...Int((high / step).rounded(.up))
  }
}
