import Cartography
import Diagnostics

/// Compiles an atlas of France and proves that its shapes are sound.
struct AtlasBuild {
  var outlines: GeoJSON.Source
  var nomenclature: Nomenclature

  struct Result {
    var atlas: Atlas
    /// Vertices of each panel at each level of detail.
    var report: [String]
  }

  func run() throws -> Result {
    let places = try PanelPlan.france(nomenclature)
    try checkCodes(places)
    var arcs: [Atlas.Arc] = []
    for place in places where place.zoomOf == nil {
      let projection = try Projection(epsg: place.epsg)
      let own = outlines.outlines.filter { place.departements.contains($0.code) }
      arcs += try Atlas.arcs(of: own.map(projection.outline), panel: place.id, levels: PanelPlan.levels)
    }
    let draft = atlas(places, arcs) { _, _ in MapPoint(x: 0, y: 0) }
    let checks = try AtlasChecks(draft)
    try checks.run()
    let labels = try checks.labels()
    let atlas = atlas(places, arcs) { labels[AtlasChecks.Key(level: $0, code: $1)] ?? MapPoint(x: 0, y: 0) }
    return Result(atlas: atlas, report: Self.report(atlas))
  }

  /// Every outline has a place and every place an outline.
  private func checkCodes(_ places: [PanelPlan]) throws {
    var problems = Collector()
    let known = Set(places.flatMap(\.departements))
    let found = Set(outlines.outlines.map(\.code))
    for code in found.subtracting(known).sorted() {
      problems.add(AtlasBuildMessage.unknownOutline(code, path: outlines.path))
    }
    for departement in nomenclature.departements
    where known.contains(departement.code) && !found.contains(departement.code) {
      problems.add(
        AtlasBuildMessage.missingOutline(departement.code, departement.name, path: outlines.path))
    }
    try problems.check()
  }

  private func atlas(
    _ places: [PanelPlan], _ arcs: [Atlas.Arc], label: (String, String) -> MapPoint
  ) -> Atlas {
    let shown = places.filter { $0.zoomOf == nil }
    let panel = Dictionary(shown.flatMap { place in place.departements.map { ($0, place.id) } }) { a, _ in a }
    let departements = nomenclature.departements.filter { panel[$0.code] != nil }
      .sorted { $0.code < $1.code }
    let panels = places.map { $0.panel(arcs) }
    var territories = departements.map {
      Atlas.Territory(
        level: Atlas.finestLevel, code: $0.code, name: $0.name, parent: $0.region,
        panel: panel[$0.code] ?? "", label: label(Atlas.finestLevel, $0.code))
    }
    for region in nomenclature.regions.sorted(by: { $0.code < $1.code }) {
      guard let part = departements.first(where: { $0.region == region.code }) else { continue }
      territories.append(
        Atlas.Territory(
          level: "region", code: region.code, name: region.name, parent: nil,
          panel: panel[part.code] ?? "", label: label("region", region.code)))
    }
    return Atlas(
      panels: panels, territories: territories, arcs: arcs, tolerances: PanelPlan.levels.map(\.tolerance))
  }

  private static func report(_ atlas: Atlas) -> [String] {
    atlas.panels.map { panel in
      let counts = atlas.tolerances.indices.map {
        String(atlas.vertexCount(panel: panel.id, detail: $0))
      }
      return "\(panel.id): \(counts.joined(separator: ", ")) vertices"
    }
  }
}
