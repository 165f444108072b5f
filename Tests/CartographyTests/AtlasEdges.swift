import Cartography

/// An edge of a polyline, to look for crossings.
struct BorderEdge {
  var a: MapPoint
  var b: MapPoint

  /// A place where two edges meet other than at their ends, if any; edges are swept from west to east.
  static func crossing(_ lines: [[MapPoint]]) -> MapPoint? {
    let edges = lines.flatMap { line in
      zip(line, line.dropFirst()).map { BorderEdge(a: min($0, $1), b: max($0, $1)) }
    }
    .sorted { $0.a.x < $1.a.x }
    var open: [BorderEdge] = []
    for edge in edges {
      open.removeAll { $0.b.x < edge.a.x }
      if let other = open.first(where: { $0.meets(edge) }) { return other.a }
      open.append(edge)
    }
    return nil
  }

  private static func min(_ a: MapPoint, _ b: MapPoint) -> MapPoint { (a.x, a.y) < (b.x, b.y) ? a : b }
  private static func max(_ a: MapPoint, _ b: MapPoint) -> MapPoint { (a.x, a.y) < (b.x, b.y) ? b : a }

  private func meets(_ other: BorderEdge) -> Bool {
    if Swift.max(a.y, b.y) < Swift.min(other.a.y, other.b.y) { return false }
    if Swift.max(other.a.y, other.b.y) < Swift.min(a.y, b.y) { return false }
    if a == other.a || a == other.b || b == other.a || b == other.b {
      return self.holdsInside(other.a) || self.holdsInside(other.b) || other.holdsInside(a)
        || other.holdsInside(b) || (a == other.a && b == other.b)
    }
    return side(other.a) * side(other.b) <= 0 && other.side(a) * other.side(b) <= 0
  }

  private func holdsInside(_ p: MapPoint) -> Bool {
    p != a && p != b && side(p) == 0 && p.x >= a.x && p.x <= b.x
      && p.y >= Swift.min(a.y, b.y) && p.y <= Swift.max(a.y, b.y)
  }

  private func side(_ p: MapPoint) -> Double {
    let cross = (b.x - a.x) * (p.y - a.y) - (b.y - a.y) * (p.x - a.x)
    return cross > 0 ? 1 : cross < 0 ? -1 : 0
  }
}
