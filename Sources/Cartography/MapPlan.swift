import Geometry

/// Where the panels of an atlas stand: the main one at right, a column of framed insets at its left.
struct MapPlan: Hashable, Sendable {
  struct Inset: Hashable, Sendable {
    let lens: MapLens
    let frame: Rect
    /// Whether it enlarges a part of the main panel.
    var isZoom: Bool { lens.panel.zoomOf != nil }
  }

  /// How the insets are arranged.
  struct Insets: Hashable, Sendable {
    /// Height kept above the zoom for its title.
    var zoomTitle: Length = 0
    /// Height kept inside the other frames for their names.
    var name: Length = 0
    var gap: Length = 4
    var largest: Length = 40
    /// The zoom is this many times as wide as the other frames.
    var zoomScale = 1.33
    var showsZoom = true
  }

  let area: Rect
  let main: MapLens
  let insets: [Inset]

  var lenses: [MapLens] { [main] + insets.map(\.lens) }

  /// `nil` for an atlas without a main panel.
  init?(_ atlas: Atlas, in area: Rect, insets style: Insets) {
    guard let main = atlas.panels.first(where: { $0.title.isEmpty }) ?? atlas.panels.first else { return nil }
    let zooms = style.showsZoom ? atlas.panels.filter { $0.zoomOf == main.id } : []
    let others = atlas.panels.filter { $0.zoomOf == nil && $0.id != main.id }
    let side = Self.side(zooms: zooms.count, others: others.count, height: area.height, style)
    let left = side == 0 ? 0 : side * style.zoomScale
    self.area = area
    self.main = MapLens(
      main,
      fitting: Rect(x: area.minX + left, y: area.minY, width: area.width - left, height: area.height))
    var y = area.minY
    var placed: [Inset] = []
    for zoom in zooms {
      let size = side * style.zoomScale
      let frame = Rect(x: area.minX, y: y + style.zoomTitle, width: size, height: size)
      placed.append(Inset(lens: MapLens(zoom, fitting: frame.expanded(by: -2.5)), frame: frame))
      y = frame.maxY + style.gap
    }
    for panel in others {
      let frame = Rect(x: area.minX, y: y, width: side, height: side)
      let room = Rect(
        x: frame.minX, y: frame.minY + style.name, width: side, height: side - style.name)
      placed.append(Inset(lens: MapLens(panel, fitting: room.expanded(by: -2.5)), frame: frame))
      y = frame.maxY + style.gap
    }
    self.insets = placed
  }

  /// The side of a frame such that all of them fill the height.
  private static func side(zooms: Int, others: Int, height: Length, _ style: Insets) -> Length {
    let count = zooms + others
    guard count > 0 else { return 0 }
    let fixed = style.gap * Double(count - 1) + style.zoomTitle * Double(zooms)
    return min((height - fixed) / (Double(zooms) * style.zoomScale + Double(others)), style.largest)
  }
}
