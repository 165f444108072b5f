import Cartography
import Diagnostics

/// A panel before its outlines are known.
struct PanelPlan {
  var id: String
  var title: String
  var epsg: Int
  var zoomOf: String?
  var departements: [String]

  /// From fine to coarse: a sheet of one department, a zoom, an inset, a full page, a column or thumbnail.
  static let levels = [40.0, 110, 250, 600, 1300].map(DetailLevel.init(tolerance:))

  /// Overseas departments, each in the official projection of its territory.
  private static let overseas = [
    PanelPlan(id: "guadeloupe", title: "Guadeloupe", epsg: 5490, departements: ["971"]),
    PanelPlan(id: "martinique", title: "Martinique", epsg: 5490, departements: ["972"]),
    PanelPlan(id: "guyane", title: "Guyane", epsg: 2972, departements: ["973"]),
    PanelPlan(id: "la-reunion", title: "La Réunion", epsg: 2975, departements: ["974"]),
    PanelPlan(id: "mayotte", title: "Mayotte", epsg: 4471, departements: ["976"]),
  ]

  /// Metropolitan France in Lambert-93, Paris with its first ring enlarged, five overseas departments.
  static func france(_ nomenclature: Nomenclature) throws -> [PanelPlan] {
    let metropole = nomenclature.departements.filter { $0.kind == "metropole" }.map(\.code).sorted()
    let main = PanelPlan(id: "metropole", title: "", epsg: 2154, departements: metropole)
    let paris = PanelPlan(
      id: "paris", title: "Paris et petite couronne", epsg: 2154, zoomOf: main.id,
      departements: ["75", "92", "93", "94"])
    return [main, paris] + overseas
  }

  /// The panel, as large as what it shows.
  func panel(_ arcs: [Atlas.Arc]) -> Atlas.Panel {
    var low = MapPoint(x: .infinity, y: .infinity)
    var high = MapPoint(x: -.infinity, y: -.infinity)
    for arc in arcs where arc.panel == zoomOf ?? id && shows(arc) {
      for point in arc.details.first ?? [] {
        low = MapPoint(x: min(low.x, point.x), y: min(low.y, point.y))
        high = MapPoint(x: max(high.x, point.x), y: max(high.y, point.y))
      }
    }
    return Atlas.Panel(
      id: id, title: title, epsg: epsg, low: low, high: high, zoomOf: zoomOf, departements: departements)
  }

  private func shows(_ arc: Atlas.Arc) -> Bool {
    departements.contains(arc.left) || arc.right.map(departements.contains) ?? false
  }
}
