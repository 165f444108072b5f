/// An outline of straight lines and cubic curves.
public struct Path: Hashable, Sendable {
  public enum Element: Hashable, Sendable {
    case move(Point)
    case line(Point)
    case curve(Point, Point, Point)
    case close
  }

  public private(set) var elements: [Element]

  public init(_ elements: [Element] = []) { self.elements = elements }

  public var isEmpty: Bool { elements.isEmpty }

  public mutating func move(to p: Point) { elements.append(.move(p)) }
  public mutating func line(to p: Point) { elements.append(.line(p)) }
  public mutating func curve(_ a: Point, _ b: Point, to p: Point) { elements.append(.curve(a, b, p)) }
  public mutating func close() { elements.append(.close) }
  public mutating func append(_ other: Path) { elements += other.elements }

  /// An open line through the points, in order.
  public static func polyline(_ points: [Point]) -> Path {
    var path = Path()
    path.elements.reserveCapacity(points.count + 1)
    for point in points { path.elements.append(path.isEmpty ? .move(point) : .line(point)) }
    return path
  }

  /// A closed ring through the points, in order.
  public static func polygon(_ points: [Point]) -> Path {
    var path = polyline(points)
    if !path.isEmpty { path.close() }
    return path
  }

  public static func line(from a: Point, to b: Point) -> Path { polyline([a, b]) }

  public static func rectangle(_ r: Rect) -> Path {
    polygon([
      r.origin, Point(x: r.maxX, y: r.minY), Point(x: r.maxX, y: r.maxY), Point(x: r.minX, y: r.maxY),
    ])
  }

  /// A circle of four cubic arcs; its error is under 0.03 % of the radius.
  public static func circle(centre c: Point, radius r: Length) -> Path {
    let k = r * 0.552_284_749_8
    func p(_ dx: Length, _ dy: Length) -> Point { Point(x: c.x + dx, y: c.y + dy) }
    return Path([
      .move(p(r, 0)), .curve(p(r, k), p(k, r), p(0, r)), .curve(p(-k, r), p(-r, k), p(-r, 0)),
      .curve(p(-r, -k), p(-k, -r), p(0, -r)), .curve(p(k, -r), p(r, -k), p(r, 0)), .close,
    ])
  }

  /// The smallest rectangle that holds every point and control point; `nil` for an empty path.
  public var bounds: Rect? {
    var box: (minX: Length, minY: Length, maxX: Length, maxY: Length)?
    func see(_ p: Point) {
      guard let b = box else { return box = (p.x, p.y, p.x, p.y) }
      box = (min(b.minX, p.x), min(b.minY, p.y), max(b.maxX, p.x), max(b.maxY, p.y))
    }
    for element in elements {
      switch element {
      case .move(let p), .line(let p): see(p)
      case .curve(let a, let b, let p): see(a); see(b); see(p)
      case .close: break
      }
    }
    return box.map { Rect(from: Point(x: $0.minX, y: $0.minY), to: Point(x: $0.maxX, y: $0.maxY)) }
  }

  /// Each ring or line of its own.
  public var parts: [Path] {
    var parts: [Path] = []
    for element in elements {
      if case .move = element { parts.append(Path()) }
      if !parts.isEmpty { parts[parts.count - 1].elements.append(element) }
    }
    return parts
  }

  public func applying(_ t: Transform) -> Path {
    Path(
      elements.map { element in
        switch element {
        case .move(let p): .move(t.apply(p))
        case .line(let p): .line(t.apply(p))
        case .curve(let a, let b, let p): .curve(t.apply(a), t.apply(b), t.apply(p))
        case .close: .close
        }
      })
  }
}
