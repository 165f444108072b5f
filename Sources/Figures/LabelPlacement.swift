import Geometry

/// Finds room for labels so that none meets another, an obstacle, or the edge.
///
/// Greedy: labels are asked for in order of priority, and each takes the first of its candidates that is free.
/// What finds no room is left out rather than printed over something else.
public struct LabelPlacement: Hashable, Sendable {
  public let bounds: Rect
  public private(set) var obstacles: [Rect] = []

  public init(bounds: Rect) { self.bounds = bounds }

  /// Keeps labels away from this place.
  public mutating func block(_ rect: Rect) { obstacles.append(rect) }

  /// Keeps labels away from a line, at `margin` on each side.
  public mutating func block(along line: [Point], margin: Length) {
    for (a, b) in zip(line, line.dropFirst()) {
      // Short boxes follow a sloping line closely.
      let parts = max(1, Int((a.distance(to: b).points / 3).rounded(.up)))
      for part in 0..<parts {
        let from = Self.between(a, b, Double(part) / Double(parts))
        let to = Self.between(a, b, Double(part + 1) / Double(parts))
        obstacles.append(Rect(from: from, to: to).expanded(by: margin))
      }
    }
  }

  public func isFree(_ rect: Rect) -> Bool {
    bounds.contains(rect) && !obstacles.contains { $0.intersects(rect) }
  }

  /// The first of the candidate top left corners at which a label of this size is free; it is taken from then on.
  public mutating func place(_ size: Size, at candidates: [Point]) -> Point? {
    let found = candidates.first { isFree(Rect(origin: $0, size: size)) }
    if let found { obstacles.append(Rect(origin: found, size: size)) }
    return found
  }

  private static func between(_ a: Point, _ b: Point, _ share: Double) -> Point {
    Point(x: a.x + (b.x - a.x) * share, y: a.y + (b.y - a.y) * share)
  }
}
