import Geometry

/// Lets territories exchange their cells as long as that brings neighbours nearer, and to the side where they lie.
struct TileSwaps {
  /// What a step away from the own place counts beside a step away from a neighbour.
  private static let home = 0.3

  /// Where each territory lies.
  private let anchors: [Point]
  /// Of each territory, those with which it has a border, each with the way to it, one cell long.
  private let ways: [[(other: Int, way: Point)]]
  private let pitch: Length
  /// The cell of each territory.
  private(set) var cells: [Rect]

  /// - Parameter neighbours: places of two territories in `anchors`, each pair once.
  init(_ cells: [Rect], anchors: [Point], neighbours: [(Int, Int)]) {
    (self.cells, self.anchors) = (cells, anchors)
    let pitch = cells.first?.width ?? 1
    self.pitch = pitch
    var ways: [[(other: Int, way: Point)]] = Array(repeating: [], count: anchors.count)
    for (a, b) in neighbours {
      let distance = anchors[a].distance(to: anchors[b])
      guard distance > 0 else { continue }
      let (x, y) = (anchors[b].x - anchors[a].x, anchors[b].y - anchors[a].y)
      let step = pitch.ratio(to: distance)
      ways[a].append((b, Point(x: x * step, y: y * step)))
      ways[b].append((a, Point(x: x * -step, y: y * -step)))
    }
    self.ways = ways
    improve()
  }

  /// How far all of them are from where they should be.
  var cost: Double { cells.indices.reduce(0) { $0 + cost($1) } }

  private mutating func improve() {
    for _ in 0..<20 {
      var isBetter = false
      for a in cells.indices {
        for b in cells.indices where b > a {
          let before = cost(a) + cost(b)
          cells.swapAt(a, b)
          if cost(a) + cost(b) < before - 1e-9 { isBetter = true } else { cells.swapAt(a, b) }
        }
      }
      if !isBetter { return }
    }
  }

  /// Squares of cells: how far a territory is from its place, and each neighbour from where it should be beside it.
  private func cost(_ index: Int) -> Double {
    let centre = cells[index].centre
    let away = centre.distance(to: anchors[index]).ratio(to: pitch)
    return ways[index].reduce(Self.home * away * away) { sum, neighbour in
      let apart = (centre + neighbour.way).distance(to: cells[neighbour.other].centre).ratio(to: pitch)
      return sum + apart * apart
    }
  }
}
