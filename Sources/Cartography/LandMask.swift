import Geometry

/// Where labels may not stand: territories and frames, in horizontal strips one point high.
struct LandMask: Sendable {
  private static let step: Length = 1
  private let area: Rect
  /// For each strip, what is taken, in no order.
  private var strips: [[ClosedRange<Length>]]

  init(area: Rect) {
    self.area = area
    strips = Array(repeating: [], count: Int((area.height.points / Self.step.points).rounded(.up)) + 1)
  }

  private func strip(at y: Length) -> Int { Int(((y - area.minY).ratio(to: Self.step)).rounded(.down)) }

  mutating func block(_ box: Rect) {
    for index in strips(from: box.minY, to: box.maxY) { strips[index].append(box.minX...box.maxX) }
  }

  private func strips(from low: Length, to high: Length) -> Range<Int> {
    let first = max(strip(at: low), 0)
    return first..<max(min(strip(at: high) + 1, strips.count), first)
  }

  /// Blocks the inside of straight-sided rings, by the even-odd rule: each strip takes what its middle line crosses.
  mutating func block(_ path: Path) {
    var crossings: [Int: [Length]] = [:]
    var start = Point.zero
    var last = Point.zero
    func cross(_ a: Point, _ b: Point) {
      guard a.y != b.y else { return }
      let (top, bottom) = a.y < b.y ? (a, b) : (b, a)
      for index in strips(from: top.y - Self.step, to: bottom.y) {
        let y = area.minY + Self.step * (Double(index) + 0.5)
        guard y >= top.y, y < bottom.y else { continue }
        crossings[index, default: []].append(
          top.x + (bottom.x - top.x) * (y - top.y).ratio(to: bottom.y - top.y))
      }
    }
    for element in path.elements {
      switch element {
      case .move(let p): (start, last) = (p, p)
      case .line(let p), .curve(_, _, let p): cross(last, p); last = p
      case .close: cross(last, start); last = start
      }
    }
    for (index, xs) in crossings {
      let sorted = xs.sorted()
      for pair in stride(from: 0, to: sorted.count - 1, by: 2) {
        strips[index].append(sorted[pair]...sorted[pair + 1])
      }
    }
  }

  /// The left edge of the free box nearest to `x`, of this width and between these heights, wholly right of `x` (or
  /// wholly left of it); `nil` where the area has none.
  func nearestFree(
    width: Length, from x: Length, leftwards: Bool, top: Length, bottom: Length
  ) -> Length? {
    let taken = strips(from: top, to: bottom).flatMap { strips[$0] }
    if leftwards {
      var right = x
      for range in taken.sorted(by: { $0.upperBound > $1.upperBound }) where range.lowerBound < right {
        if range.upperBound <= right - width { break }
        right = range.lowerBound
      }
      return right - width >= area.minX ? right - width : nil
    }
    var left = x
    for range in taken.sorted(by: { $0.lowerBound < $1.lowerBound }) where range.upperBound > left {
      if range.lowerBound >= left + width { break }
      left = range.upperBound
    }
    return left + width <= area.maxX ? left : nil
  }

  /// Whether nothing blocked lies in the box; it may reach beyond the area.
  func isFree(_ box: Rect) -> Bool {
    strips(from: box.minY, to: box.maxY).allSatisfy { index in
      strips[index].allSatisfy { $0.upperBound <= box.minX || $0.lowerBound >= box.maxX }
    }
  }
}
