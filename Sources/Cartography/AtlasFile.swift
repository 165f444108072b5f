import Diagnostics

/// The file of an atlas, format 3. All numbers are varints, texts are UTF-8 with their length before them.
///
///     "VELINATLAS" version
///     source of the outlines
///     metres a unit, levels of detail, metres of each
///     levels of territories, from the finest, whose territories the arcs bound
///     panels: id, title, EPSG code, low x y, high x y, zoom of (index + 1, or 0), codes of the finest level
///     territories: level, code, name, parent (empty for none), panel (index), label x y
///     arcs: panel (index), left, right (index in the finest level + 1, or 0), points of the finest level;
///           a point is the step from the one before (x, y) and the number of levels that hold it
extension Atlas {
  static let signature = Array("VELINATLAS".utf8)
  static let version: UInt8 = 3
  /// Metres of one unit of the file. The source is no finer.
  public static let grid = 1.0

  /// The file as bytes; the same atlas gives the same bytes.
  public func encoded() -> [UInt8] {
    var out = ByteWriter()
    out.raw(Self.signature + [Self.version])
    out.text(source)
    out.count(Int(Self.grid))
    out.count(tolerances.count)
    for tolerance in tolerances { out.count(Int(tolerance)) }
    out.count(levels.count)
    for level in levels { out.text(level) }
    encodePanels(into: &out)
    encodeTerritories(into: &out)
    encodeArcs(into: &out)
    return out.bytes
  }

  private func encodePanels(into out: inout ByteWriter) {
    out.count(panels.count)
    for panel in panels {
      out.text(panel.id)
      out.text(panel.title)
      out.count(panel.epsg)
      out.point(panel.low)
      out.point(panel.high)
      out.count(panels.firstIndex { $0.id == panel.zoomOf }.map { $0 + 1 } ?? 0)
      out.count(panel.codes.count)
      for code in panel.codes { out.text(code) }
    }
  }

  private func encodeTerritories(into out: inout ByteWriter) {
    out.count(territories.count)
    for territory in territories {
      out.text(territory.level)
      out.text(territory.code)
      out.text(territory.name)
      out.text(territory.parent ?? "")
      out.count(panels.firstIndex { $0.id == territory.panel } ?? 0)
      out.point(territory.label)
    }
  }

  private func encodeArcs(into out: inout ByteWriter) {
    let codes = territories(level: finestLevel).enumerated().map { ($1.code, $0) }
    let indices = Dictionary(codes) { first, _ in first }
    out.count(arcs.count)
    for arc in arcs {
      out.count(panels.firstIndex { $0.id == arc.panel } ?? 0)
      out.count(indices[arc.left] ?? 0)
      out.count(arc.right.flatMap { indices[$0] }.map { $0 + 1 } ?? 0)
      out.line(arc.details)
    }
  }
}

extension ByteWriter {
  fileprivate mutating func point(_ point: MapPoint) {
    signed(Int((point.x / Atlas.grid).rounded()))
    signed(Int((point.y / Atlas.grid).rounded()))
  }

  /// Each level is a subsequence of the finest, so one number a point tells in how many levels it stands.
  fileprivate mutating func line(_ details: [[MapPoint]]) {
    let finest = details.first ?? []
    var seen = Array(repeating: 0, count: details.count)
    var last = MapPoint(x: 0, y: 0)
    count(finest.count)
    for point in finest {
      self.point(MapPoint(x: point.x - last.x, y: point.y - last.y))
      last = point
      let levels = details.indices.prefix { seen[$0] < details[$0].count && details[$0][seen[$0]] == point }
      for level in levels { seen[level] += 1 }
      count(levels.count)
    }
  }
}
