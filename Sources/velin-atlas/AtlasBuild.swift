import Cartography
import Diagnostics

/// Compiles an atlas and proves that its shapes are sound.
struct AtlasBuild {
  var plan: AtlasPlan
  var outlines: Outlines

  struct Result {
    var atlas: Atlas
    /// Vertices of each panel at each level of detail.
    var report: [String]
  }

  func run() throws -> Result {
    let territories = try Territories(plan, outlines)
    let coded = try outlines.coded(by: plan.outlines.code)
    try check(coded, territories)
    let places = try contents(territories)
    var arcs: [Atlas.Arc] = []
    for place in places where place.plan.zoomOf == nil {
      let projection = try Projection(from: outlines.epsg, to: place.plan.epsg)
      let shown = Set(place.codes)
      let own = try coded.filter { shown.contains($0.code) }.map(projection.outline)
      arcs += try Atlas.arcs(of: own, panel: place.plan.id, levels: plan.detail)
    }
    let draft = atlas(places, territories, arcs) { _, _ in MapPoint(x: 0, y: 0) }
    let checks = try AtlasChecks(draft)
    try checks.run()
    let labels = try checks.labels()
    let atlas = atlas(places, territories, arcs) {
      labels[AtlasChecks.Key(level: $0, code: $1)] ?? MapPoint(x: 0, y: 0)
    }
    return Result(atlas: atlas, report: Self.report(atlas))
  }

  /// Every outline is a territory and every territory has an outline.
  private func check(_ outlines: [SourceOutline], _ territories: Territories) throws {
    var problems = Collector()
    let path = self.outlines.path
    let level = plan.levels.first?.name ?? ""
    let known = Set(territories.finest.map(\.code))
    let found = Set(outlines.filter { !$0.polygons.isEmpty }.map(\.code))
    for code in found.subtracting(known).sorted() {
      problems.add(AtlasBuildMessage.unknownOutline(code, level: level, path: path))
    }
    for entry in territories.finest where !found.contains(entry.code) {
      problems.add(AtlasBuildMessage.missingOutline(entry.code, entry.name, path: path))
    }
    try problems.check()
  }

  /// The codes of each frame: those it names, or all that no other frame holds.
  private func contents(_ territories: Territories) throws -> [PanelContents] {
    var problems = Collector()
    let known = Set(territories.finest.map(\.code))
    var places = plan.panels.map { panel in
      let codes = panel.holds.flatMap { word -> [String] in
        let parts = word.split(separator: " ", maxSplits: 1).map(String.init)
        let held = parts.count == 2 ? territories.members(of: parts[1], level: parts[0]) : [word]
        if !held.isEmpty, known.isSuperset(of: held) { return held }
        problems.add(AtlasBuildMessage.unknownHeld(word, at: panel.span))
        return []
      }
      return PanelContents(plan: panel, codes: Set(codes).sorted())
    }
    var holder: [String: String] = [:]
    for place in places where place.plan.zoomOf == nil {
      for code in place.codes {
        guard let other = holder.updateValue(place.plan.id, forKey: code) else { continue }
        problems.add(AtlasBuildMessage.heldTwice(code, by: other, at: place.plan.span))
      }
    }
    let rest = known.subtracting(holder.keys).sorted()
    if let index = places.firstIndex(where: { $0.plan.zoomOf == nil && $0.plan.holds.isEmpty }) {
      places[index].codes = rest
    } else if !rest.isEmpty {
      problems.add(AtlasBuildMessage.heldByNone(rest, at: plan.panels.first?.span))
    }
    try problems.check()
    for (index, place) in places.enumerated() {
      let main = places.first { $0.plan.id == place.plan.zoomOf }
      if let main { places[index].plan.epsg = main.plan.epsg }
    }
    return places
  }

  private func atlas(
    _ places: [PanelContents], _ territories: Territories, _ arcs: [Atlas.Arc],
    label: (String, String) -> MapPoint
  ) -> Atlas {
    let shown = places.filter { $0.plan.zoomOf == nil }
    let panel = Dictionary(shown.flatMap { place in place.codes.map { ($0, place.plan.id) } }) { a, _ in a }
    let all = territories.levels.flatMap { level in
      level.entries.sorted { $0.code < $1.code }.compactMap { entry -> Atlas.Territory? in
        // A territory of several frames is labelled in the one that holds most of it.
        let homes = territories.members(of: entry.code, level: level.name).compactMap { panel[$0] }
        let home = shown.map(\.plan.id).max { a, b in homes.count { $0 == a } < homes.count { $0 == b } }
        guard let home, homes.contains(home) else { return nil }
        return Atlas.Territory(
          level: level.name, code: entry.code, name: entry.name, parent: entry.parent, panel: home,
          label: label(level.name, entry.code))
      }
    }
    return Atlas(
      levels: territories.levels.map(\.name), panels: places.map { $0.panel(arcs) }, territories: all,
      arcs: arcs,
      tolerances: plan.detail.map(\.tolerance), source: plan.source)
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
