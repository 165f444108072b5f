import Geometry

/// One square for each territory, all of the same size, each near its place: the land cut into as many cells as it has
/// territories, and these given to the cells with the least displacement. What has a panel of its own stands in a
/// column at the left.
struct TileGrid: Sendable {
  /// Kept between two tiles, as a part of their pitch.
  private static let gap = 0.06

  /// Squares by code, on paper.
  let tiles: [(code: String, box: Rect)]

  init(_ base: BaseMap, in area: Rect) {
    let main = base.codes(in: base.plan.main)
    let others = base.plan.insets.filter { !$0.isZoom }.flatMap { base.codes(in: $0.lens) }
    let lens = MapLens(base.plan.main.panel, fitting: area)
    let land = main.reduce(into: Path()) { $0.append(base.coarseOutline(of: $1, in: lens)) }
    let anchors = main.map { code in
      base.atlas.territory(level: base.level, code: code).map { lens.place($0.label) } ?? area.centre
    }
    let cells = Self.cells(main.count, of: land)
    let costs = anchors.map { anchor in
      cells.map { cell in
        let distance = cell.centre.distance(to: anchor).points
        return distance * distance
      }
    }
    let chosen = Assignment(costs).columns.map { cells[$0] }
    let placed = Array(zip(main, chosen)) + Self.column(others, beside: chosen)
    tiles = Self.fitted(placed, in: area).map { code, box in
      (code, box.expanded(by: -(box.width * (Self.gap / 2))))
    }
  }

  /// The cells of a square grid that hold the most land, as many as wanted.
  private static func cells(_ count: Int, of land: Path) -> [Rect] {
    guard let bounds = land.bounds, count > 0 else { return [] }
    let pitch = (land.area / Double(count)).squareRoot()
    let columns = Int((bounds.width.points / pitch).rounded(.up)) + 2
    let rows = Int((bounds.height.points / pitch).rounded(.up)) + 2
    let cells = (0..<rows).flatMap { row in
      (0..<columns).map { column in
        Rect(
          x: bounds.minX + .pt((Double(column) - 0.5) * pitch),
          y: bounds.minY + .pt((Double(row) - 0.5) * pitch), width: .pt(pitch), height: .pt(pitch))
      }
    }
    let ranked = cells.enumerated().map { (index: $0, cell: $1, land: Self.share(of: $1, on: land)) }
      .sorted { $0.land != $1.land ? $0.land > $1.land : $0.index < $1.index }
    return ranked.prefix(count).sorted { $0.index < $1.index }.map(\.cell)
  }

  /// How many of 25 points of a cell lie on the land; cells with fewer rank after those of the shore.
  private static func share(of cell: Rect, on land: Path) -> Int {
    (0..<25).count { index in
      let (x, y) = (Double(index % 5) * 0.2 + 0.1, Double(index / 5) * 0.2 + 0.1)
      return land.covers(Point(x: cell.minX + cell.width * x, y: cell.minY + cell.height * y))
    }
  }

  private static func column(_ codes: [String], beside cells: [Rect]) -> [(String, Rect)] {
    guard let first = cells.first else { return [] }
    let all = cells.dropFirst().reduce(first) { $0.union($1) }
    let pitch = first.width
    let top = all.maxY - pitch * (Double(codes.count) * 1.25 - 0.25)
    return codes.enumerated().map { index, code in
      let y = top + pitch * (Double(index) * 1.25)
      return (code, Rect(x: all.minX - pitch * 1.6, y: y, width: pitch, height: pitch))
    }
  }

  private static func fitted(_ tiles: [(String, Rect)], in area: Rect) -> [(String, Rect)] {
    guard let first = tiles.first?.1 else { return [] }
    let all = tiles.dropFirst().reduce(first) { $0.union($1.1) }
    let scale = min(area.width.ratio(to: all.width), area.height.ratio(to: all.height))
    let origin = Point(x: area.midX - all.width * scale / 2, y: area.midY - all.height * scale / 2)
    return tiles.map { code, box in
      (
        code,
        Rect(
          x: origin.x + (box.minX - all.minX) * scale, y: origin.y + (box.minY - all.minY) * scale,
          width: box.width * scale, height: box.height * scale)
      )
    }
  }
}

extension Path {
  /// Square points inside straight-sided rings that do not overlap; holes turn the other way.
  var area: Double {
    var sum = 0.0
    var start = Point.zero
    var last = Point.zero
    func fan(_ a: Point, _ b: Point) { sum += (a.x.points * b.y.points - b.x.points * a.y.points) / 2 }
    for element in elements {
      switch element {
      case .move(let p): (start, last) = (p, p)
      case .line(let p), .curve(_, _, let p): fan(last, p); last = p
      case .close: fan(last, start); last = start
      }
    }
    return abs(sum)
  }
}
