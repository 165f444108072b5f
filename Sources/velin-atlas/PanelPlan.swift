import Cartography
import Diagnostics
import Settings

/// A frame of the atlas before its outlines are known.
struct PanelPlan {
  var id: String
  /// Empty for the main one.
  var title: String
  var epsg: Int
  var zoomOf: String?
  /// Codes of the finest level, or `level code`; empty for all that no other frame holds.
  var holds: [String]
  var span: Span

  /// `{ id: paris, title: Paris, zoom: metropole, holds: [75, 92] }`; a zoom has the projection of what it enlarges.
  init(_ setting: Setting) throws {
    var reader = SettingReader(setting, of: "a panel")
    let id = reader.required("id") { try $0.string() }
    title = reader.string("title") ?? ""
    zoomOf = reader.string("zoom")
    holds = reader.strings("holds") ?? []
    epsg = (zoomOf == nil ? reader.required("epsg") { try $0.integer() } : reader.integer("epsg")) ?? 0
    span = setting.span
    if zoomOf != nil, holds.isEmpty { reader.report([AtlasBuildMessage.emptyZoom(at: setting.span)]) }
    try reader.finish()
    self.id = id ?? ""
  }
}

/// A frame with the codes of the finest level that it shows.
struct PanelContents {
  var plan: PanelPlan
  var codes: [String]

  /// The panel, as large as what it shows.
  func panel(_ arcs: [Atlas.Arc]) -> Atlas.Panel {
    var low = MapPoint(x: .infinity, y: .infinity)
    var high = MapPoint(x: -.infinity, y: -.infinity)
    let shown = Set(codes)
    for arc in arcs where arc.panel == plan.zoomOf ?? plan.id {
      guard shown.contains(arc.left) || arc.right.map(shown.contains) ?? false else { continue }
      for point in arc.details.first ?? [] {
        low = MapPoint(x: min(low.x, point.x), y: min(low.y, point.y))
        high = MapPoint(x: max(high.x, point.x), y: max(high.y, point.y))
      }
    }
    return Atlas.Panel(
      id: plan.id, title: plan.title, epsg: plan.epsg, low: low, high: high, zoomOf: plan.zoomOf, codes: codes
    )
  }
}
