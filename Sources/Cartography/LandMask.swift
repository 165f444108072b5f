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
    var crossings: [Crossing] = []
    crossings.reserveCapacity(path.elements.count)
    var start = Point.zero
    var last = Point.zero
    for element in path.elements {
      switch element {
      case .move(let p): (start, last) = (p, p)
      case .line(let p), .curve(_, _, let p): cross(last, p, &crossings); last = p
      case .close: cross(last, start, &crossings); last = start
      }
    }
    crossings.sort { ($0.strip, $0.x) < ($1.strip, $1.x) }
    // Rings are closed: a strip's line crosses them an even number of times.
    var rest = crossings[...]
    while let first = rest.popFirst(), let next = rest.first {
      guard next.strip == first.strip else { continue }
      strips[first.strip].append(first.x...next.x)
      rest.removeFirst()
    }
  }

  /// Where a side crosses the middle line of a strip.
  private struct Crossing {
    var strip: Int
    var x: Length
  }

  /// Notes where a side crosses the middle lines of strips.
  private func cross(_ a: Point, _ b: Point, _ crossings: inout [Crossing]) {
    guard a.y != b.y else { return }
    let (top, bottom) = a.y < b.y ? (a, b) : (b, a)
    for index in strips(from: top.y - Self.step, to: bottom.y) {
      let y = area.minY + Self.step * (Double(index) + 0.5)
      guard y >= top.y, y < bottom.y else { continue }
      let x = top.x + (bottom.x - top.x) * (y - top.y).ratio(to: bottom.y - top.y)
      crossings.append(Crossing(strip: index, x: x))
    }
  }

  /// The same, what touches made one: a search passes all of it at once.
  func joined() -> LandMask {
    var mask = self
    for index in strips.indices {
      var joined: [ClosedRange<Length>] = []
      for range in strips[index].sorted(by: { $0.lowerBound < $1.lowerBound }) {
        if let last = joined.last, range.lowerBound <= last.upperBound {
          joined[joined.count - 1] = last.lowerBound...max(last.upperBound, range.upperBound)
        } else {
          joined.append(range)
        }
      }
      mask.strips[index] = joined
    }
    return mask
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

  /// How much of a box is blocked, from 0 to 1, where nothing was blocked twice.
  func share(of box: Rect) -> Double {
    let strips = strips[strips(from: box.minY, to: box.maxY)]
    let taken = strips.reduce(0.0) { sum, strip in
      strip.reduce(sum) { sum, range in
        sum + max(0, (min(range.upperBound, box.maxX) - max(range.lowerBound, box.minX)).points)
      }
    }
    return taken / max(box.width.points * Double(strips.count), 1e-9)
  }

  /// About how much of a straight line is blocked.
  func length(from a: Point, to b: Point) -> Length {
    let length = a.distance(to: b)
    let steps = max(Int(length.ratio(to: Self.step * 2)), 1)
    let taken = (0..<steps).count { index in
      let share = (Double(index) + 0.5) / Double(steps)
      let x = a.x + (b.x - a.x) * share
      let strip = strip(at: a.y + (b.y - a.y) * share)
      return strips.indices.contains(strip) && strips[strip].contains { $0.contains(x) }
    }
    return length * (Double(taken) / Double(steps))
  }

  /// Whether nothing blocked lies in the box; it may reach beyond the area.
  func isFree(_ box: Rect) -> Bool {
    strips(from: box.minY, to: box.maxY).allSatisfy { index in
      strips[index].allSatisfy { $0.upperBound <= box.minX || $0.lowerBound >= box.maxX }
    }
  }
}
