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
  /// wholly left of it); `nil` where the area has none that starts within `reach` of `x`.
  func nearestFree(
    width: Length, from x: Length, leftwards: Bool, reach: Length, top: Length, bottom: Length
  ) -> Length? {
    let strips = strips[strips(from: top, to: bottom)]
    var (low, high) = leftwards ? (x - width, x) : (x, x + width)
    var fits: Bool {
      leftwards ? low >= area.minX && x - high <= reach : high <= area.maxX && low - x <= reach
    }
    var isPushed = true
    // Each pass pushes the box past what it overlaps, until it overlaps nothing.
    while isPushed, fits {
      isPushed = false
      for strip in strips {
        for range in strip where range.lowerBound < high && range.upperBound > low {
          (low, high) =
            leftwards
            ? (range.lowerBound - width, range.lowerBound) : (range.upperBound, range.upperBound + width)
          isPushed = true
        }
      }
    }
    return fits ? low : nil
  }

  /// Whether nothing blocked lies in the box; it may reach beyond the area.
  func isFree(_ box: Rect) -> Bool {
    strips(from: box.minY, to: box.maxY).allSatisfy { index in
      strips[index].allSatisfy { $0.upperBound <= box.minX || $0.lowerBound >= box.maxX }
    }
  }
}
