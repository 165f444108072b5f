import Geometry

/// One square for each territory, all of the same size, each near its place and its neighbours, see `TileLand`. What has
/// a panel of its own stands in a column at the left.
struct TileGrid: Sendable {
  /// Kept between two tiles, as a part of their pitch.
  private static let gap = 0.06

  /// Squares by code, on paper.
  let tiles: [(code: String, box: Rect)]

  init(_ base: BaseMap, in area: Rect) {
    let main = base.codes(in: base.plan.main)
    let others = base.plan.insets.filter { !$0.isZoom }.flatMap { base.codes(in: $0.lens) }
    let land = TileLand(main, base, MapLens(base.plan.main.panel, fitting: area))?.cells ?? []
    let placed = land + Self.column(others, beside: land.map(\.cell))
    tiles = Self.fitted(placed, in: area).map { code, box in
      (code, box.expanded(by: -(box.width * (Self.gap / 2))))
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
