/// A level of detail: what it leaves out.
public struct DetailLevel: Hashable, Sendable {
  /// Ground distance in metres that three eighths of a printed point stand for.
  public var tolerance: Double

  public init(tolerance: Double) { self.tolerance = tolerance }

  /// Square metres: a bend of less area is cut off. On paper that is a point and two thirds each way, which leaves
  /// a full page about two thousand vertices.
  var smallestBend: Double { 25 * tolerance * tolerance }

  /// The part of a territory that a bend may have and still be cut off: the smallest keep their shape.
  static let largestShare = 0.01

  /// Square metres: a smaller island is left out, unless it is the largest part of its territory.
  var smallestIsland: Double { 9 * tolerance * tolerance }
}

extension Atlas {
  /// The shared arcs of the outlines of one panel, simplified once for both sides at each level of detail.
  ///
  /// - Parameter levels: from fine to coarse.
  /// - Throws: `overlapping-outlines`, `empty-outline`.
  public static func arcs(
    of outlines: [SourceOutline], panel: String, levels: [DetailLevel]
  ) throws -> [Arc] {
    let outlines = outlines.sorted { $0.code < $1.code }
    let shared = try Topology(outlines).arcs
    var simplification = Simplification(shared)
    let islands = islands(shared)
    let sizes = sizes(shared)
    let lines = simplification.lines(
      levels: levels.map { level in
        let bend = level.smallestBend * 2 / (grid * grid)
        let island = level.smallestIsland * 2 / (grid * grid)
        return Simplification.Limits(
          doubleAreas: sizes.map { Int(min(bend, Double($0) * DetailLevel.largestShare).rounded()) },
          dropped: Set(islands.filter { Double($0.value) < island }.keys))
      })
    return zip(shared, lines).map { arc, lines in
      Arc(
        panel: panel, left: outlines[arc.left].code, right: arc.right.map { outlines[$0].code },
        details: lines.map { $0.map(\.mapPoint) })
    }
  }

  /// For each arc, twice the area of the smaller of its two sides.
  private static func sizes(_ arcs: [SharedArc]) -> [Int] {
    var areas: [Int: Int] = [:]
    for arc in arcs {
      // Each arc closes a triangle fan with the origin; the fans around a territory add up to its area.
      let fan = zip(arc.points, arc.points.dropFirst())
        .reduce(0) { $0 + $1.0.x * $1.1.y - $1.1.x * $1.0.y }
      areas[arc.left, default: 0] += fan
      if let right = arc.right { areas[right, default: 0] -= fan }
    }
    return arcs.map { arc in
      min(areas[arc.left] ?? 0, arc.right.flatMap { areas[$0] } ?? .max)
    }
  }

  /// Twice the area of each loop that may be left out: islands and lakes, but no enclave, and no island that is
  /// the largest part of its territory.
  private static func islands(_ arcs: [SharedArc]) -> [Int: Int] {
    var islands: [Int: Int] = [:]
    var largest: [Int: (arc: Int, area: Int)] = [:]
    for (index, arc) in arcs.enumerated() where arc.isLoop && arc.right == nil {
      let area = Topology.doubleArea(arc.points)
      islands[index] = abs(area)
      if area > largest[arc.left]?.area ?? 0 { largest[arc.left] = (index, area) }
    }
    let mainland = Set(arcs.lazy.filter { !$0.isLoop }.flatMap { [$0.left, $0.right ?? $0.left] })
    for (territory, island) in largest where !mainland.contains(territory) { islands[island.arc] = nil }
    return islands
  }
}
