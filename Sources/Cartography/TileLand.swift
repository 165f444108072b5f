import Geometry

/// The main land as cells of a square grid, one a territory: each part that the sea divides has as many cells as it has
/// territories. Of grids that begin at several places, the one is taken on which neighbours stay best together.
struct TileLand {
  /// Places along a cell, in each direction, where a grid may begin.
  private static let starts = 4

  /// A part of the land whose territories hang together by borders.
  private struct Part {
    var codes: [String]
    var anchors: [Point]
    /// Places in `codes`.
    var neighbours: [(Int, Int)]
    var outline: Path
    var mask: LandMask
  }

  /// Small parts first: the largest takes the cells that are left.
  private let parts: [Part]
  private let bounds: Rect
  private let pitch: Length

  init?(_ codes: [String], _ base: BaseMap, _ lens: MapLens) {
    let outlines = codes.map { base.coarseOutline(of: $0, in: lens) }
    let land = outlines.reduce(into: Path()) { $0.append($1) }
    guard let bounds = land.bounds, land.area > 0 else { return nil }
    let pitch = Length.pt((land.area / Double(codes.count)).squareRoot())
    (self.bounds, self.pitch) = (bounds, pitch)
    let neighbours = base.atlas.neighbours(level: base.level)
    let outline = Dictionary(zip(codes, outlines)) { first, _ in first }
    parts = Self.parts(codes, neighbours).map { codes in
      let places = Dictionary(zip(codes, codes.indices)) { first, _ in first }
      let land = codes.compactMap { outline[$0] }.reduce(into: Path()) { $0.append($1) }
      var mask = LandMask(area: bounds.expanded(by: pitch))
      mask.block(land)
      return Part(
        codes: codes,
        anchors: codes.map { code in
          base.atlas.territory(level: base.level, code: code).map { lens.place($0.label) } ?? bounds.centre
        },
        neighbours: neighbours.compactMap { a, b in
          places[a].flatMap { a in places[b].map { (a, $0) } }
        }, outline: land, mask: mask)
    }
  }

  /// Codes that hang together by borders, the fewest first.
  private static func parts(_ codes: [String], _ neighbours: [(String, String)]) -> [[String]] {
    var parts = codes.map { [$0] }
    for (a, b) in neighbours {
      guard let one = parts.firstIndex(where: { $0.contains(a) }),
        let other = parts.firstIndex(where: { $0.contains(b) }), one != other
      else { continue }
      parts[min(one, other)] += parts[max(one, other)]
      parts.remove(at: max(one, other))
    }
    return parts.map { $0.sorted() }.sorted { ($0.count, $0[0]) < ($1.count, $1[0]) }
  }

  /// The cell of each territory.
  var cells: [(code: String, cell: Rect)] {
    let shares = (0..<Self.starts).map { Double($0) / Double(Self.starts) }
    let plans = shares.flatMap { y in
      shares.map { x in cells(from: Point(x: bounds.minX - pitch * x, y: bounds.minY - pitch * y)) }
    }
    return plans.min { $0.cost < $1.cost }?.cells ?? []
  }

  private func cells(from origin: Point) -> (cells: [(code: String, cell: Rect)], cost: Double) {
    var free = grid(from: origin)
    var (placed, cost) = ([(code: String, cell: Rect)](), 0.0)
    for part in parts {
      let cells = best(part, among: free)
      free.removeAll(where: cells.contains)
      let swaps = TileSwaps(
        Self.nearest(cells, to: part.anchors), anchors: part.anchors, neighbours: part.neighbours)
      placed += zip(part.codes, swaps.cells).map { (code: $0, cell: $1) }
      cost += swaps.cost
    }
    return (placed, cost)
  }

  /// Cells as far as the land goes.
  private func grid(from origin: Point) -> [Rect] {
    // What is a whole number of cells but for rounding needs no more.
    let columns = Int(((bounds.maxX - origin.x).ratio(to: pitch) - 1e-6).rounded(.up))
    let rows = Int(((bounds.maxY - origin.y).ratio(to: pitch) - 1e-6).rounded(.up))
    return (0..<rows).flatMap { row in
      (0..<columns).map { column in
        Rect(
          x: origin.x + pitch * Double(column), y: origin.y + pitch * Double(row), width: pitch, height: pitch
        )
      }
    }
  }

  /// The cells that hold the most land of a part, else those nearest to it.
  private func best(_ part: Part, among cells: [Rect]) -> [Rect] {
    let centre = part.outline.bounds?.centre ?? bounds.centre
    let ranked = cells.enumerated().map { index, cell in
      (index: index, cell: cell, land: (part.mask.share(of: cell) * 50).rounded())
    }
    .sorted { a, b in
      let (x, y) = (a.cell.centre.distance(to: centre), b.cell.centre.distance(to: centre))
      return (b.land, x, a.index) < (a.land, y, b.index)
    }
    return ranked.prefix(part.codes.count).sorted { $0.index < $1.index }.map(\.cell)
  }

  /// The cells of the anchors with the least displacement of all.
  private static func nearest(_ cells: [Rect], to anchors: [Point]) -> [Rect] {
    let costs = anchors.map { anchor in
      cells.map { cell in
        let distance = cell.centre.distance(to: anchor).points
        return distance * distance
      }
    }
    return Assignment(costs).columns.map { cells[$0] }
  }
}
