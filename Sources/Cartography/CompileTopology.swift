import Diagnostics

/// The outline of a territory before compiling: polygons of rings (the first is the outer one), in metres of one
/// projection. Direction and the repeated last point do not matter.
public struct SourceOutline: Hashable, Sendable {
  public var code: String
  public var polygons: [[[MapPoint]]]

  public init(code: String, polygons: [[[MapPoint]]]) { (self.code, self.polygons) = (code, polygons) }
}

/// A vertex on the grid of one metre that makes equal points of nearly equal ones.
struct GridPoint: Hashable, Comparable, Sendable {
  var x: Int
  var y: Int

  static func < (a: GridPoint, b: GridPoint) -> Bool { (a.x, a.y) < (b.x, b.y) }

  /// Twice the area of the triangle, positive where it turns counter-clockwise.
  static func cross(_ a: GridPoint, _ b: GridPoint, _ c: GridPoint) -> Int {
    (b.x - a.x) * (c.y - a.y) - (b.y - a.y) * (c.x - a.x)
  }
}

extension GridPoint {
  init(_ point: MapPoint) {
    x = Int((point.x / Atlas.grid).rounded())
    y = Int((point.y / Atlas.grid).rounded())
  }

  var mapPoint: MapPoint { MapPoint(x: Double(x) * Atlas.grid, y: Double(y) * Atlas.grid) }
}

/// A border shared by both its sides, at full detail; `left` and `right` are indices of outlines.
struct SharedArc: Hashable, Sendable {
  var left: Int
  var right: Int?
  var points: [GridPoint]

  /// A closed border that meets no other: an island, or an enclave.
  var isLoop: Bool { points.first == points.last }
}

/// Outlines of one panel, cut into shared arcs where more than two borders meet (as in TopoJSON, Bostock 2012).
struct Topology: Sendable {
  private struct Edge: Hashable {
    var from: GridPoint
    var to: GridPoint

    var reversed: Edge { Edge(from: to, to: from) }
  }

  private(set) var arcs: [SharedArc] = []
  private var owner: [Edge: Int] = [:]
  private var neighbours: [GridPoint: Set<GridPoint>] = [:]

  /// Throws `overlapping-outlines` and `empty-outline`.
  init(_ outlines: [SourceOutline]) throws {
    let rings = outlines.map { outline in
      outline.polygons.flatMap(Self.rings(of:)).sorted { $0[0] < $1[0] }
    }
    var problems = Collector()
    for (index, outline) in outlines.enumerated() {
      if rings[index].isEmpty { problems.add(AtlasMessage.empty(outline.code)) }
      for ring in rings[index] {
        if let other = enter(ring, of: index) {
          problems.add(AtlasMessage.overlap(outlines[other].code, outline.code))
        }
      }
    }
    try problems.check()
    for (index, rings) in rings.enumerated() {
      for ring in rings { cut(ring, of: index) }
    }
  }

  /// Rings on the grid, open, with the territory on the left: the outer one counter-clockwise, holes clockwise.
  /// Each starts at its lowest point, so that the order of the source leaves no trace.
  private static func rings(of polygon: [[MapPoint]]) -> [[GridPoint]] {
    polygon.enumerated().compactMap { index, ring in
      var points: [GridPoint] = []
      for point in ring.map(GridPoint.init) {
        if point == points.last { continue }
        // There and back again encloses nothing.
        if points.count > 1, points[points.count - 2] == point {
          points.removeLast()
        } else {
          points.append(point)
        }
      }
      while points.count > 1, points.first == points.last { points.removeLast() }
      if (doubleArea(points) > 0) != (index == 0) { points.reverse() }
      guard points.count > 2, let lowest = points.min(), let start = points.firstIndex(of: lowest) else {
        return nil
      }
      return Array(points[start...] + points[..<start])
    }
  }

  static func doubleArea(_ ring: [GridPoint]) -> Int {
    guard let origin = ring.first else { return 0 }
    return zip(ring, ring.dropFirst()).reduce(0) { $0 + GridPoint.cross(origin, $1.0, $1.1) }
  }

  /// Notes the edges of a ring; gives the territory that already had one of them, if any.
  private mutating func enter(_ ring: [GridPoint], of index: Int) -> Int? {
    var rival: Int?
    for (from, to) in zip(ring, ring.dropFirst() + ring.prefix(1)) {
      if let other = owner.updateValue(index, forKey: Edge(from: from, to: to)) { rival = other }
      neighbours[from, default: []].insert(to)
      neighbours[to, default: []].insert(from)
    }
    return rival
  }

  /// Appends the arcs of a ring, except those that the territory on the other side gives.
  private mutating func cut(_ ring: [GridPoint], of index: Int) {
    let nodes = ring.indices.filter { neighbours[ring[$0]]?.count != 2 }
    // A loop has no node: it starts where the ring does, at a corner of its hull.
    let starts = nodes.isEmpty ? [0] : nodes
    for (start, end) in zip(starts, starts.dropFirst() + starts.prefix(1)) {
      let length = end > start ? end - start : end - start + ring.count
      let points = (0...length).map { ring[(start + $0) % ring.count] }
      let other = owner[Edge(from: points[0], to: points[1]).reversed]
      if let other, other < index { continue }
      arcs.append(SharedArc(left: index, right: other, points: points))
    }
  }
}
