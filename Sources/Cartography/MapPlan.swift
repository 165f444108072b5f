import Geometry

/// Where the panels of an atlas stand: the main one at right, a column of framed insets at its left.
struct MapPlan: Hashable, Sendable {
  struct Inset: Hashable, Sendable {
    let lens: MapLens
    let frame: Rect
    /// The frame without its name.
    let room: Rect
    /// Whether it enlarges a part of the main panel.
    var isZoom: Bool { lens.panel.zoomOf != nil }

    /// Whether a zoom shows its part much larger than the main panel does.
    func enlarges(_ main: MapLens) -> Bool { lens.pointsPerMetre > main.pointsPerMetre * 1.25 }
  }

  /// How the insets are arranged.
  struct Insets: Hashable, Sendable {
    /// Height kept above the zoom for its title.
    var zoomTitle: Length = 0
    /// Height kept inside the other frames for their names.
    var name: Length = 0
    /// Height kept inside all frames, below the land, for a scale bar.
    var foot: Length = 0
    var gap: Length = 4
    /// Limit of a frame's height.
    var largest: Length = 40
    /// Width of a frame over its height; zooms are square.
    var aspect = 1.0
    /// What the frames need for their names.
    var leastWidth: Length = 0
    /// Width kept inside the frames, at the right of the land, for a value.
    var value: Length = 0
    /// The zoom is this many times as wide as the other frames.
    var zoomScale = 1.33
    var showsZoom = true

    func zooming(_ share: Double) -> Self {
      var copy = self
      copy.zoomScale = zoomScale * share
      return copy
    }
  }

  let area: Rect
  let main: MapLens
  let insets: [Inset]

  var lenses: [MapLens] { [main] + insets.map(\.lens) }

  /// `nil` for an atlas without a main panel.
  init?(_ atlas: Atlas, in area: Rect, insets style: Insets) {
    guard let main = atlas.panels.first(where: { $0.title.isEmpty }) ?? atlas.panels.first else { return nil }
    let zooms = style.showsZoom ? atlas.panels.filter { $0.zoomOf == main.id } : []
    let scales = zooms.isEmpty ? [1] : Self.zoomGrowth
    let plans = scales.map { MapPlan(main, of: atlas, zooms: zooms, in: area, style.zooming($0)) }
    let useful = plans.first { plan in
      plan.insets.allSatisfy {
        !$0.isZoom || ($0.enlarges(plan.main) && $0.frame.width <= area.width * Self.widestZoom)
      }
    }
    self = useful ?? MapPlan(main, of: atlas, zooms: [], in: area, style)
  }

  /// A zoom that does not enlarge grows in these steps; one that would take too much of the map is left out.
  private static let zoomGrowth = [1, 1.5, 2, 2.5, 3]
  private static let widestZoom = 0.34

  private init(
    _ main: Atlas.Panel, of atlas: Atlas, zooms: [Atlas.Panel], in area: Rect, _ style: Insets
  ) {
    let others = atlas.panels.filter { $0.zoomOf == nil && $0.id != main.id }
    let side = Self.side(zooms: zooms.count, others: others.count, height: area.height, style)
    self.area = area
    insets = Self.column(zooms: zooms, others: others, side: side, from: area.origin, style)
    self.main = Self.main(main, of: atlas, in: area, beside: insets)
  }

  /// The main panel beside the narrower frames where its land keeps clear of the wider ones, else beside all of them.
  private static func main(
    _ panel: Atlas.Panel, of atlas: Atlas, in area: Rect, beside insets: [Inset]
  ) -> MapLens {
    func lens(_ left: Length) -> MapLens {
      MapLens(
        panel, fitting: Rect(x: left, y: area.minY, width: area.maxX - left, height: area.height))
    }
    let edges = insets.map(\.frame.maxX)
    guard let narrow = edges.min(), let wide = edges.max() else { return lens(area.minX) }
    let close = lens(narrow + Self.clearance)
    let frames = insets.map { $0.frame.expanded(by: Self.clearance) }
    return atlas.shore(of: panel, meets: frames, in: close) ? lens(wide) : close
  }

  /// Kept between the land and the frames.
  private static let clearance: Length = 3

  private static func column(
    zooms: [Atlas.Panel], others: [Atlas.Panel], side: Length, from origin: Point, _ style: Insets
  ) -> [Inset] {
    var insets: [Inset] = []
    var y = origin.y
    for zoom in zooms {
      let size = side * style.zoomScale
      let frame = Rect(x: origin.x, y: y + style.zoomTitle, width: size, height: size)
      let room = Rect(origin: frame.origin, size: Size(width: size, height: size - style.foot))
      insets.append(Inset(lens: MapLens(zoom, fitting: room.expanded(by: -2.5)), frame: frame, room: room))
      y = frame.maxY + style.gap
    }
    for panel in others {
      let width = max(side * style.aspect, style.leastWidth)
      let frame = Rect(x: origin.x, y: y, width: width, height: side)
      let room = Rect(
        x: frame.minX, y: frame.minY + style.name, width: frame.width - style.value,
        height: side - style.name - style.foot)
      let below = Rect(x: frame.minX, y: room.minY, width: frame.width, height: room.height)
      insets.append(Inset(lens: MapLens(panel, fitting: room.expanded(by: -2.5)), frame: frame, room: below))
      y = frame.maxY + style.gap
    }
    return insets
  }

  /// The height of a frame such that all of them fill the height.
  private static func side(zooms: Int, others: Int, height: Length, _ style: Insets) -> Length {
    let count = zooms + others
    guard count > 0 else { return 0 }
    let fixed = style.gap * Double(count - 1) + style.zoomTitle * Double(zooms)
    return min((height - fixed) / (Double(zooms) * style.zoomScale + Double(others)), style.largest)
  }
}

extension Atlas {
  /// Whether the edge of the land, as a panel shows it on paper, enters any of the boxes.
  fileprivate func shore(of panel: Panel, meets boxes: [Rect], in lens: MapLens) -> Bool {
    coast(panel: panel.id, detail: tolerances.count - 1).contains { line in
      let points = line.map(lens.place)
      return zip(points, points.dropFirst()).contains { a, b in
        boxes.contains { Segment(a, b).meets($0) }
      }
    }
  }
}
