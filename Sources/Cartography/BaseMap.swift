import Geometry
import Pages
import Typesetting

/// The outlines that maps are made of, on paper.
struct BaseMap: Sendable {
  let atlas: Atlas
  let plan: MapPlan
  let level: String

  /// Each territory of the level with its path, where a panel shows it.
  func outline(of code: String, in lens: MapLens) -> Path { outline(of: code, level: level, in: lens) }

  private func outline(of code: String, level: String, in lens: MapLens) -> Path {
    lens.polygons(atlas.rings(of: code, level: level, panel: lens.panel.id, detail: detail(lens)))
  }

  /// With the fewest points.
  func coarseOutline(of code: String, in lens: MapLens) -> Path {
    let coarsest = atlas.tolerances.count - 1
    return lens.polygons(atlas.rings(of: code, level: level, panel: lens.panel.id, detail: coarsest))
  }

  /// Its place in its own panel, whatever zooms there are.
  func ownAnchor(of code: String) -> Point? {
    guard let territory = atlas.territory(level: level, code: code) else { return nil }
    return plan.lenses.first { $0.panel.id == territory.panel }?.place(territory.label)
  }

  /// Codes of the level that a panel shows.
  func codes(in lens: MapLens) -> [String] {
    atlas.territories.filter { $0.level == level }
      .filter { lens.panel.zoomOf == nil ? atlas.isShown($0, in: lens.panel) : shows(lens.panel, $0.code) }
      .map(\.code)
  }

  /// The level whose outlines are drawn stronger: the one above, or the uppermost itself.
  private var upperLevel: String { atlas.level(above: level) ?? level }

  /// The codes of the level that a panel shows, by the territory above that holds them, in the order of the atlas; `nil`
  /// for those that lie in none.
  private func codesByHolder(in lens: MapLens) -> [(holder: String?, codes: [String])] {
    let shown = Set(codes(in: lens))
    var groups: [(holder: String?, codes: [String])] = []
    for territory in atlas.territories where territory.level == level && shown.contains(territory.code) {
      if let known = groups.firstIndex(where: { $0.holder == territory.parent }) {
        groups[known].codes.append(territory.code)
      } else {
        groups.append((territory.parent, [territory.code]))
      }
    }
    return groups
  }

  private func shows(_ panel: Atlas.Panel, _ code: String) -> Bool {
    level == atlas.finestLevel && panel.codes.contains(code)
  }

  private func detail(_ lens: MapLens) -> Int { atlas.detail(forGroundPerPoint: lens.metresPerPoint) }

  /// Fills, one path a paint, so that few operators draw many territories; a territory of the level above in one paint is one outline.
  func fill(_ paint: (String) -> Paint, order: [Paint], into frame: inout Frame) {
    var paths: [Paint: Path] = [:]
    for lens in plan.lenses {
      for (holder, codes) in codesByHolder(in: lens) {
        let paints = codes.map(paint)
        if let holder, let common = paints.first, codes.count > 1, paints.allSatisfy({ $0 == common }) {
          paths[common, default: Path()].append(outline(of: holder, level: upperLevel, in: lens))
        } else {
          for (code, paint) in zip(codes, paints) {
            paths[paint, default: Path()].append(outline(of: code, level: level, in: lens))
          }
        }
      }
    }
    for paint in order {
      if let path = paths[paint] { frame.add(Shape(path, fill: paint, evenOdd: true)) }
    }
  }

  /// Joints, white where not said, between territories of the level within one of the level above, then the outlines of
  /// that level.
  func drawBorders(outline: Color, joint: Color = .white, into frame: inout Frame) {
    var joints = Path()
    var outlines = Path()
    for lens in plan.lenses {
      let detail = detail(lens)
      joints.append(
        lens.polylines(atlas.borders(level: level, within: upperLevel, panel: lens.panel.id, detail: detail)))
      outlines.append(lens.polylines(atlas.borders(level: upperLevel, panel: lens.panel.id, detail: detail)))
    }
    if !joints.isEmpty { frame.add(Shape(joints, stroke: Stroke(joint, 0.3, cap: .round, join: .round))) }
    frame.add(Shape(outlines, stroke: Stroke(outline, 0.45, cap: .round, join: .round)))
  }

  /// The outlines of the level alone, on land of one colour.
  func drawOutlines(colors: ThemeColors, into frame: inout Frame) {
    var outlines = Path()
    for lens in plan.lenses {
      outlines.append(
        lens.polylines(atlas.borders(level: level, panel: lens.panel.id, detail: detail(lens))))
    }
    frame.add(Shape(outlines, stroke: Stroke(colors.rule, 0.45, cap: .round, join: .round)))
  }

  func drawFrames(colors: ThemeColors, into frame: inout Frame) {
    for inset in plan.insets {
      frame.add(Shape(.rectangle(inset.frame), stroke: Stroke(colors.rule, 0.4)))
    }
  }

  /// The land of the main panel, and the frames.
  func land(in area: Rect) -> LandMask {
    var mask = LandMask(area: area)
    // Those that hold several have fewer points than what they hold.
    for (holder, codes) in codesByHolder(in: plan.main) {
      if let holder, codes.count > 1 {
        mask.block(outline(of: holder, level: upperLevel, in: plan.main))
      } else {
        for code in codes { mask.block(outline(of: code, in: plan.main)) }
      }
    }
    for inset in plan.insets { mask.block(inset.frame) }
    return mask
  }

  /// The square on the main map that a zoom enlarges.
  var zoomSquare: Rect? {
    guard let panel = plan.insets.first(where: \.isZoom)?.lens.panel else { return nil }
    return Rect(from: plan.main.place(panel.low), to: plan.main.place(panel.high)).expanded(by: 1)
  }

  /// Where a territory is labelled.
  struct Place {
    let lens: MapLens
    let anchor: Point
  }

  func anchor(of code: String) -> Point? { place(of: code)?.anchor }

  /// In its zoom where there is one, else in its own panel.
  func place(of code: String) -> Place? {
    guard let territory = atlas.territories.first(where: { $0.level == level && $0.code == code }) else {
      return nil
    }
    let zoom = plan.insets.first { $0.isZoom && shows($0.lens.panel, code) }?.lens
    let lens = zoom ?? plan.lenses.first { $0.panel.id == territory.panel }
    return lens.map { Place(lens: $0, anchor: $0.place(territory.label)) }
  }
}
