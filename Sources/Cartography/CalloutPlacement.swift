import Geometry

/// Places labels beside what they name, each at the end of a leader: no label on a territory, none over another, no
/// leader across another leader or label. Labels for which there is no room are left out, the last ones first.
///
/// Candidates are the nearest free places left and right of each anchor, at every height; `CalloutSearch` chooses.
struct CalloutPlacement {
  struct Request: Hashable, Sendable {
    /// The point named.
    var anchor: Point
    /// The label's sizes, the one to be preferred first: on one line, on two.
    var sizes: [Size]
  }

  struct Place: Hashable, Sendable {
    var box: Rect
    /// Which of the label's sizes.
    var variant: Int
    /// The text ends at its leader, which comes from the right.
    var isLeft: Bool
    var anchor: Point
    /// Where the leader meets the label.
    var end: Point {
      Point(x: isLeft ? box.maxX + CalloutPlacement.gap : box.minX - CalloutPlacement.gap, y: box.midY)
    }
    var cost: Double
    /// How much of the leader lies on land.
    var crossed: Length = 0
  }

  static let gap: Length = 1.5
  /// Kept around each label.
  private static let margin: Length = 2.5
  /// Kept above and below it.
  private static let air: Length = 1
  private static let step: Length = 1
  /// Shortest way from an anchor to the free place of its label.
  private static let least: Length = 2.5
  /// How much land a leader may cross, and how much more than the shortest way, as parts of the width of the area.
  private static let crossing = 0.26
  private static let detour = 0.15
  /// How far above or below its anchor a label may stand.
  private static let reach: Length = 70
  private static let variantCost = 40.0

  let area: Rect
  let mask: LandMask
  /// What leaders had better not cross.
  var land: LandMask?
  /// What no leader may cross, unless it starts inside.
  var obstacles: [Rect] = []
  /// Limit of a leader's length.
  var longest: Length = 70

  /// One place a request, `nil` where there is no room; requests come in order of importance.
  func places(for requests: [Request]) -> [Place?] {
    var search = CalloutSearch(candidates: requests.map(candidates(for:)))
    search.improve()
    search.leaveOut()
    search.exchange()
    return search.places
  }

  /// The nearest free places at each height, cheapest first; none across the map, where one lies on the near side.
  private func candidates(for request: Request) -> [Place] {
    let places = nearest(request)
    guard let least = places.map(\.crossed).min() else { return [] }
    let most = min(least + area.width * Self.detour, area.width * Self.crossing)
    return places.filter { $0.crossed <= most }.sorted { $0.cost < $1.cost }
  }

  private func nearest(_ request: Request) -> [Place] {
    request.sizes.indices.flatMap { variant in
      let height = request.sizes[variant].height
      let first = max(area.minY, request.anchor.y - Self.reach)
      let last = min(area.maxY, request.anchor.y + Self.reach) - height
      return stride(from: first.points, through: last.points, by: Self.step.points).flatMap { top in
        [false, true].compactMap { nearest(request, variant, top: .pt(top), isLeft: $0) }
      }
    }
  }

  private func nearest(_ request: Request, _ variant: Int, top: Length, isLeft: Bool) -> Place? {
    let size = request.sizes[variant]
    let margin = Self.margin
    let start = isLeft ? request.anchor.x - Self.least : request.anchor.x + Self.least
    let width = size.width + margin + margin
    // What is further away would be named by too long a leader: no need to look there.
    let rise = (top + size.height / 2 - request.anchor.y).points
    let run = (longest.points * longest.points - rise * rise).squareRoot()
    guard !run.isNaN else { return nil }
    let left = mask.nearestFree(
      width: width, from: start, leftwards: isLeft, reach: .pt(run) + Self.gap - margin - Self.least + 0.01,
      top: top - Self.air, bottom: top + size.height + Self.air)
    guard let left else { return nil }
    let box = Rect(x: left + margin, y: top, width: size.width, height: size.height)
    let cost = Self.cost(box, request.anchor, isLeft) + Self.variantCost * Double(variant)
    var place = Place(box: box, variant: variant, isLeft: isLeft, anchor: request.anchor, cost: cost)
    guard isReadable(place), isOpen(place) else { return nil }
    place.crossed = land?.length(from: place.anchor, to: place.end) ?? 0
    return place
  }

  /// Whether the leader crosses nothing that stands on the map already.
  private func isOpen(_ place: Place) -> Bool {
    !obstacles.contains { box in
      !box.contains(place.anchor) && Segment(place.anchor, place.end).meets(box.expanded(by: 1))
    }
  }

  /// Neither too long nor steep: such a leader is lost on the land it crosses.
  private func isReadable(_ place: Place) -> Bool {
    let run = (place.end.x - place.anchor.x).magnitude
    let rise = (place.end.y - place.anchor.y).magnitude
    return place.end.distance(to: place.anchor) <= longest && rise <= run * 1.3 + 6
  }

  /// Length of the leader, and more for a steep one: level leaders read best.
  private static func cost(_ box: Rect, _ anchor: Point, _ isLeft: Bool) -> Double {
    let run = (isLeft ? anchor.x - box.maxX : box.minX - anchor.x).points
    let rise = (box.midY - anchor.y).magnitude.points
    return run + rise * 1.2 + (rise > run ? (rise - run) * 2 : 0)
  }

  static func clash(_ a: Place, _ b: Place) -> Bool {
    a.box.expanded(by: 1.5).intersects(b.box.expanded(by: 1.5))
      || Segment(a.anchor, a.end).crosses(Segment(b.anchor, b.end))
      || Segment(a.anchor, a.end).meets(b.box.expanded(by: 1.5))
      || Segment(b.anchor, b.end).meets(a.box.expanded(by: 1.5))
  }
}

/// A straight stretch between two points.
struct Segment: Hashable, Sendable {
  let a, b: Point

  init(_ a: Point, _ b: Point) { (self.a, self.b) = (a, b) }

  /// Whether two stretches cross inside both.
  func crosses(_ other: Segment) -> Bool {
    side(of: other.a) * side(of: other.b) < 0 && other.side(of: a) * other.side(of: b) < 0
  }

  /// Whether a part of the stretch lies in the box.
  func meets(_ box: Rect) -> Bool {
    if box.contains(a) || box.contains(b) { return true }
    let corners = [
      box.origin, Point(x: box.maxX, y: box.minY), Point(x: box.maxX, y: box.maxY),
      Point(x: box.minX, y: box.maxY),
    ]
    return corners.indices.contains { crosses(Segment(corners[$0], corners[($0 + 1) % 4])) }
  }

  private func side(of p: Point) -> Double {
    (b.x - a.x).points * (p.y - a.y).points - (b.y - a.y).points * (p.x - a.x).points
  }
}
