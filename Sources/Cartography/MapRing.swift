extension [MapPoint] {
  /// Square units inside a closed ring (the last point does not repeat the first); positive where it turns
  /// counter-clockwise.
  public var signedArea: Double {
    guard let origin = first else { return 0 }
    return zip(self, dropFirst()).reduce(0) { sum, pair in
      let (a, b) = pair
      return sum + ((a.x - origin.x) * (b.y - origin.y) - (a.y - origin.y) * (b.x - origin.x)) / 2
    }
  }

  /// Whether a point lies inside a closed ring (rays crossed, Shimrat 1962); on the ring itself, either.
  public func contains(inside point: MapPoint) -> Bool {
    zip(self, dropFirst() + prefix(1)).reduce(false) { inside, edge in
      let (a, b) = edge
      guard (a.y > point.y) != (b.y > point.y) else { return inside }
      return point.x < a.x + (point.y - a.y) / (b.y - a.y) * (b.x - a.x) ? !inside : inside
    }
  }

  /// Whether another ring, that does not cross this one, lies inside it.
  public func encloses(_ ring: [MapPoint]) -> Bool {
    let own = Set(self)
    guard let free = ring.first(where: { !own.contains($0) }) else { return false }
    return contains(inside: free)
  }
}
