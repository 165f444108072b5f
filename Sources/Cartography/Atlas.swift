import Geometry

/// A place on a projected map: metres east and north in the projection of its panel.
public struct MapPoint: Hashable, Sendable {
  public var x: Double
  public var y: Double

  public init(x: Double, y: Double) { (self.x, self.y) = (x, y) }
}

/// Outlines of territories, compiled by `velin-atlas`: shared arcs, so that neighbours never gap or overlap.
public struct Atlas: Hashable, Sendable {
  /// One projected frame: metropolitan France, an overseas inset, or the zoom on Paris and its first ring.
  public struct Panel: Hashable, Sendable {
    public var id: String
    /// "Guadeloupe", "Paris et petite couronne"; empty for the main panel.
    public var title: String
    public var epsg: Int
    /// South-west and north-east corners of what the panel shows.
    public var low: MapPoint
    public var high: MapPoint
    /// The main panel that this one zooms into, with the codes it shows; `nil` for a panel of its own place.
    public var zoomOf: String?
    public var departements: [String]
  }

  public struct Territory: Hashable, Sendable {
    public var level: String
    public var code: String
    public var name: String
    /// The code of the territory of the level above.
    public var parent: String?
    /// The panel where it is drawn.
    public var panel: String
    /// Inside the shape, far from its borders.
    public var label: MapPoint
  }

  /// A stretch of border between two territories, or between one and the outside (`right == nil`).
  /// Codes are of the finest level.
  public struct Arc: Hashable, Sendable {
    public var panel: String
    public var left: String
    public var right: String?
    /// One polyline a level of detail, from fine to coarse; ends are the same in all.
    public var details: [[MapPoint]]
  }

  public var panels: [Panel]
  public var territories: [Territory]
  public var arcs: [Arc]
  /// Ground distance (metres) that each level of detail keeps, from fine to coarse.
  public var tolerances: [Double]
}
