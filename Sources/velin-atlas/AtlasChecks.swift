import Cartography
import Diagnostics

/// Proves that the shapes of an atlas are valid and share no ground, and finds a place for each label.
struct AtlasChecks {
  struct Key: Hashable {
    var level: String
    var code: String
  }

  private let atlas: Atlas
  private let shapes: Shapes

  init(_ atlas: Atlas) throws {
    self.atlas = atlas
    shapes = try Shapes()
  }

  /// Throws `invalid-outline` and `overlapping-outlines` for the finest level of detail that has any: the coarser ones
  /// are made from it.
  func run() throws {
    for detail in atlas.tolerances.indices {
      var problems = Collector()
      for panel in atlas.panels where panel.zoomOf == nil {
        try check(panel, detail: detail, &problems)
      }
      try problems.check()
    }
  }

  private func check(_ panel: Atlas.Panel, detail: Int, _ problems: inout Collector) throws {
    var parts: [Shapes.Shape] = []
    for territory in atlas.territories where territory.panel == panel.id {
      let shape = try shape(of: territory, detail: detail)
      if let flaw = shapes.flaw(of: shape) {
        problems.add(AtlasBuildMessage.invalidShape(territory.code, detail: detail, reason: flaw))
      } else if territory.level == atlas.finestLevel {
        parts.append(shape)
      }
    }
    let overlap = parts.reduce(0) { $0 + shapes.area(of: $1) } - (try shapes.unionArea(of: parts))
    // A square metre is far more than the rounding of such sums.
    if abs(overlap) > 1 {
      problems.add(AtlasBuildMessage.overlap(panel: panel.id, detail: detail, squareMetres: overlap))
    }
  }

  func labels() throws -> [Key: MapPoint] {
    var labels: [Key: MapPoint] = [:]
    for territory in atlas.territories {
      let key = Key(level: territory.level, code: territory.code)
      labels[key] = try shapes.centre(of: shape(of: territory, detail: 0))
    }
    return labels
  }

  private func shape(of territory: Atlas.Territory, detail: Int) throws -> Shapes.Shape {
    try shapes.shape(
      atlas.rings(of: territory.code, level: territory.level, panel: territory.panel, detail: detail))
  }
}
