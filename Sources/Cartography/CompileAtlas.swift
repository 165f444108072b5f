/// A level of detail: what it leaves out.
public struct DetailLevel: Hashable, Sendable {
  /// Ground distance in metres that a quarter of a printed point stands for.
  public var tolerance: Double

  public init(tolerance: Double) { self.tolerance = tolerance }

  /// Square metres: a bend of less area is cut off. On paper that is a point and a quarter each way, which leaves
  /// a full page about three thousand vertices.
  var smallestBend: Double { 25 * tolerance * tolerance }

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
    let lines = simplification.lines(
      levels: levels.map { level in
        let doubleArea = Int((level.smallestBend * 2 / (grid * grid)).rounded())
        let small = islands.filter { Double($0.value) / 2 * grid * grid < level.smallestIsland }
        return (doubleArea, Set(small.keys))
      })
    return zip(shared, lines).map { arc, lines in
      Arc(
        panel: panel, left: outlines[arc.left].code, right: arc.right.map { outlines[$0].code },
        details: lines.map { $0.map(\.mapPoint) })
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
