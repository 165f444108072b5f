import Statistics

/// A place on a projected map: metres east and north in the projection of its panel.
public struct MapPoint: Hashable, Sendable {
  public var x: Double
  public var y: Double

  public init(x: Double, y: Double) { (self.x, self.y) = (x, y) }
}

/// Outlines of territories, compiled by `velin-atlas`: shared arcs, so that neighbours never gap or overlap.
///
/// Levels of detail are numbered from 0, the finest; a number past the last stands for the coarsest.
public struct Atlas: Hashable, Sendable {
  /// One projected frame: the main land, an inset of what lies far off, or a zoom on a part.
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
    /// The territories of the finest level that the panel shows, sorted.
    public var codes: [String]

    public init(
      id: String, title: String, epsg: Int, low: MapPoint, high: MapPoint, zoomOf: String?,
      codes: [String]
    ) {
      (self.id, self.title, self.epsg) = (id, title, epsg)
      (self.low, self.high) = (low, high)
      (self.zoomOf, self.codes) = (zoomOf, codes)
    }
  }

  public struct Territory: Hashable, Sendable {
    public var level: String
    public var code: String
    public var name: String
    /// The code of the territory of the level above; `nil` at the uppermost level.
    public var parent: String?
    /// The panel where it is drawn; a zoom may show it again.
    public var panel: String
    /// Inside the shape at every level of detail, far from its borders.
    public var label: MapPoint

    public init(
      level: String, code: String, name: String, parent: String?, panel: String, label: MapPoint
    ) {
      (self.level, self.code, self.name) = (level, code, name)
      (self.parent, self.panel, self.label) = (parent, panel, label)
    }
  }

  /// A stretch of border between two territories, or between one and the outside (`right == nil`).
  /// Codes are of the finest level.
  public struct Arc: Hashable, Sendable {
    /// The panel of its own place, never a zoom.
    public var panel: String
    public var left: String
    public var right: String?
    /// One polyline a level of detail, from fine to coarse, each a subsequence of the one before. Ends are the
    /// same in all; an island too small for a level has no point there.
    public var details: [[MapPoint]]
  }

  /// From the finest, whose territories are the sides of the arcs, to the one that holds all others.
  public let levels: [String]
  public let panels: [Panel]
  public let territories: [Territory]
  public let arcs: [Arc]
  /// Ground distance (metres) that each level of detail keeps, from fine to coarse.
  public let tolerances: [Double]
  /// Who drew the outlines: "IGN, Admin Express"; empty where nobody says.
  public let source: String
  /// How arcs follow each other around each territory: found once, it serves every level of detail.
  let outlines: [Outline.Key: [Outline]]

  /// The arcs of each panel of its own place.
  let arcsOfPanel: [String: [Int]]

  /// For each code of the finest level, the codes that hold it: one a level, itself first; `nil` above its last holder.
  let ancestors: [String: [String?]]

  public init(
    levels: [String], panels: [Panel], territories: [Territory], arcs: [Arc], tolerances: [Double],
    source: String = ""
  ) {
    (self.levels, self.panels, self.territories) = (levels, panels, territories)
    (self.arcs, self.tolerances, self.source) = (arcs, tolerances, source)
    ancestors = Self.ancestors(levels: levels, territories: territories)
    arcsOfPanel = Dictionary(grouping: arcs.indices) { arcs[$0].panel }
    outlines = Outline.all(levels: levels, panels: panels, ancestors: ancestors, arcs: arcs)
  }

  public static func == (a: Atlas, b: Atlas) -> Bool {
    a.levels == b.levels && a.panels == b.panels && a.territories == b.territories && a.arcs == b.arcs
      && a.tolerances == b.tolerances && a.source == b.source
  }

  public func hash(into hasher: inout Hasher) {
    hasher.combine(levels)
    hasher.combine(panels)
    hasher.combine(territories)
    hasher.combine(tolerances)
  }
}

extension Atlas.Territory {
  /// As a row of a table names it.
  public var member: Member { Member(level: level, code: code, label: name) }
}

extension Atlas {
  /// The level whose territories are the sides of the arcs.
  public var finestLevel: String { levels.first ?? "" }

  /// The level whose territories hold those of a level; `nil` for the uppermost and for an unknown one.
  public func level(above level: String) -> String? {
    levels.firstIndex(of: level).flatMap { levels.indices.contains($0 + 1) ? levels[$0 + 1] : nil }
  }

  private static func ancestors(levels: [String], territories: [Territory]) -> [String: [String?]] {
    let parents = levels.map { level in
      Dictionary(territories.filter { $0.level == level }.map { ($0.code, $0.parent) }) { first, _ in first }
    }
    let finest = territories.filter { $0.level == levels.first }
    return Dictionary(
      finest.map { territory in
        var chain: [String?] = [territory.code]
        for level in levels.indices.dropFirst() {
          chain.append(chain[level - 1].flatMap { parents[level - 1][$0] ?? nil })
        }
        return (territory.code, chain)
      }, uniquingKeysWith: { first, _ in first })
  }

  /// The territory of `level` that holds one of the finest level.
  func holder(of code: String, at level: String) -> String? {
    levels.firstIndex(of: level).flatMap { ancestors[code]?[$0] }
  }

  public func panel(_ id: String) -> Panel? { panels.first { $0.id == id } }

  /// The territories of a level, sorted by code.
  public func territories(level: String) -> [Territory] { territories.filter { $0.level == level } }

  public func territory(level: String, code: String) -> Territory? {
    territories.first { $0.level == level && $0.code == code }
  }

  /// Whether a panel shows a part of a territory: one of an upper level may lie in several.
  func isShown(_ territory: Territory, in panel: Panel) -> Bool {
    outlines[Outline.Key(level: territory.level, code: territory.code, panel: panel.id)] != nil
  }

  /// The coarsest level of detail whose loss stays under three eighths of a point (0.13 mm) on paper.
  ///
  /// - Parameter metres: ground distance that one point on paper stands for.
  public func detail(forGroundPerPoint metres: Double) -> Int {
    tolerances.lastIndex { $0 <= metres * 3 / 8 } ?? 0
  }

  /// The number of vertices of all the arcs that a panel draws, each arc counted once.
  public func vertexCount(panel: String, detail: Int) -> Int {
    borders(level: finestLevel, panel: panel, detail: detail).reduce(0) { $0 + $1.count }
  }
}
