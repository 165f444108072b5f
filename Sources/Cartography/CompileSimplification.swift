/// Simplifies all borders of a panel together (Visvalingam and Whyatt 1993): the vertex that makes the smallest
/// triangle with its neighbours goes first.
///
/// A vertex stays where another vertex lies in its triangle. Then no border ever crosses another, itself or an
/// island, whatever the level: an edge that crossed the new one would end inside the triangle or would already
/// have crossed the old ones.
struct Simplification {
  /// A vertex of an arc that still stands, linked with the ones before and after it.
  private struct Vertex {
    var point: GridPoint
    var arc: Int
    var previous: Int?
    var next: Int?
    var isStanding = true
  }

  private struct Candidate: Comparable {
    /// Square metres, twice the triangle.
    var area: Int
    var vertex: Int

    static func < (a: Candidate, b: Candidate) -> Bool { (a.area, a.vertex) < (b.area, b.vertex) }
  }

  private let arcs: [SharedArc]
  private var vertices: [Vertex] = []
  private var heads: [Int?] = []
  /// Standing vertices of each arc, ends included.
  private var sizes: [Int] = []
  private var cells: GridIndex
  /// Arcs that are down to one edge, by their ends: a second one would fall on the first.
  private var straight: Set<[GridPoint]> = []

  init(_ arcs: [SharedArc]) {
    self.arcs = arcs
    cells = GridIndex(arcs.lazy.flatMap(\.points))
    for (index, arc) in arcs.enumerated() {
      heads.append(vertices.count)
      sizes.append(arc.points.count)
      for (place, point) in arc.points.enumerated() {
        let id = vertices.count
        let isLast = place == arc.points.count - 1
        vertices.append(
          Vertex(
            point: point, arc: index, previous: place == 0 ? nil : id - 1, next: isLast ? nil : id + 1))
        cells.insert(id, at: point)
      }
      noteIfStraight(index)
    }
  }

  /// What a level leaves out.
  struct Limits {
    /// For each arc, twice the area in square units that a bend needs to stay.
    var doubleAreas: [Int]
    /// Arcs left out whole.
    var dropped: Set<Int>
  }

  /// The polyline of each arc at each level, from fine to coarse; a dropped arc has none.
  mutating func lines(levels: [Limits]) -> [[[GridPoint]]] {
    var lines = arcs.map { _ in [[GridPoint]]() }
    for level in levels {
      for arc in level.dropped.sorted() { drop(arc) }
      simplify(below: level.doubleAreas)
      for arc in arcs.indices { lines[arc].append(line(arc)) }
    }
    return lines
  }

  private mutating func simplify(below limit: [Int]) {
    var heap = Heap<Candidate>()
    for id in vertices.indices { propose(id, to: &heap, below: limit) }
    while let candidate = heap.popFirst() {
      let id = candidate.vertex
      // Where a neighbour went, a newer candidate stands for the vertex.
      guard vertices[id].isStanding, candidate.area == doubleArea(at: id), isFree(id),
        let previous = vertices[id].previous, let next = vertices[id].next
      else { continue }
      remove(id)
      propose(previous, to: &heap, below: limit)
      propose(next, to: &heap, below: limit)
    }
  }

  private func propose(_ id: Int, to heap: inout Heap<Candidate>, below limit: [Int]) {
    guard vertices[id].isStanding, let area = doubleArea(at: id), area < limit[vertices[id].arc] else {
      return
    }
    heap.insert(Candidate(area: area, vertex: id))
  }

  /// `nil` at the ends of an arc.
  private func doubleArea(at id: Int) -> Int? {
    guard let previous = vertices[id].previous, let next = vertices[id].next else { return nil }
    return abs(GridPoint.cross(vertices[previous].point, vertices[id].point, vertices[next].point))
  }

  /// Whether a vertex may go: its arc keeps a shape, and its triangle is empty.
  private func isFree(_ id: Int) -> Bool {
    guard let previous = vertices[id].previous, let next = vertices[id].next else { return false }
    let arc = vertices[id].arc
    if arcs[arc].isLoop, sizes[arc] <= 5 { return false }
    let (a, b, c) = (vertices[previous].point, vertices[id].point, vertices[next].point)
    if sizes[arc] == 3, straight.contains([min(a, c), max(a, c)]) { return false }
    return cells.all(around: [a, b, c]) { other in
      let p = vertices[other].point
      return p == a || p == b || p == c || !Self.triangle(a, b, c, holds: p)
    }
  }

  /// Edges belong to the triangle.
  private static func triangle(_ a: GridPoint, _ b: GridPoint, _ c: GridPoint, holds p: GridPoint) -> Bool {
    let sides = [GridPoint.cross(a, b, p), GridPoint.cross(b, c, p), GridPoint.cross(c, a, p)]
    if GridPoint.cross(a, b, c) == 0 {
      return sides[2] == 0 && (min(a, b, c)...max(a, b, c)).contains(p)
    }
    return sides.allSatisfy { $0 >= 0 } || sides.allSatisfy { $0 <= 0 }
  }

  private mutating func remove(_ id: Int) {
    let vertex = vertices[id]
    vertices[id].isStanding = false
    if let previous = vertex.previous { vertices[previous].next = vertex.next }
    if let next = vertex.next { vertices[next].previous = vertex.previous }
    cells.remove(id, at: vertex.point)
    sizes[vertex.arc] -= 1
    noteIfStraight(vertex.arc)
  }

  private mutating func noteIfStraight(_ arc: Int) {
    guard sizes[arc] == 2, let a = arcs[arc].points.first, let b = arcs[arc].points.last else { return }
    straight.insert([min(a, b), max(a, b)])
  }

  private mutating func drop(_ arc: Int) {
    var place = heads[arc]
    while let id = place {
      vertices[id].isStanding = false
      cells.remove(id, at: vertices[id].point)
      place = vertices[id].next
    }
    heads[arc] = nil
  }

  private func line(_ arc: Int) -> [GridPoint] {
    var line: [GridPoint] = []
    var place = heads[arc]
    while let id = place {
      line.append(vertices[id].point)
      place = vertices[id].next
    }
    return line
  }
}
