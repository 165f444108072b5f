import Diagnostics
import Settings

extension Atlas {
  /// Reads the file that `velin-atlas build` made.
  ///
  /// Throws `cannot-read` (exit code 66), `not-an-atlas`, `atlas-version` or `atlas-broken`. The file is noted in `log`.
  public static func load(path: String, noting log: InputLog? = nil) throws -> Atlas {
    try decode(fileBytes(path, noting: log), path: path)
  }

  /// - Parameter path: for messages only.
  public static func decode(_ bytes: [UInt8], path: String) throws -> Atlas {
    guard bytes.starts(with: signature), bytes.count > signature.count else {
      throw Failure(AtlasMessage.notAnAtlas(path: path))
    }
    let found = bytes[signature.count]
    guard found == version else {
      throw Failure(AtlasMessage.wrongVersion(path: path, found: Int(found), expected: Int(version)))
    }
    do {
      var decoder = AtlasDecoder(ByteReader(bytes, from: signature.count + 1))
      return try decoder.atlas()
    } catch {
      throw Failure(AtlasMessage.broken(path: path))
    }
  }
}

/// Reads the sections of the file in their order.
private struct AtlasDecoder {
  var reader: ByteReader
  var grid = 1.0

  init(_ reader: ByteReader) { self.reader = reader }

  mutating func atlas() throws(ByteReader.Broken) -> Atlas {
    let source = try reader.text()
    grid = Double(try reader.count())
    let tolerances = try list(limit: 64) { decoder throws(ByteReader.Broken) in
      Double(try decoder.reader.count())
    }
    let levels = try list(limit: 64) { decoder throws(ByteReader.Broken) in try decoder.reader.text() }
    let panels = try panels()
    let territories = try territories(panels)
    let codes = territories.filter { $0.level == levels.first }.map(\.code)
    let arcs = try list { decoder throws(ByteReader.Broken) in
      try decoder.arc(panels, codes, levels: tolerances.count)
    }
    guard reader.isAtEnd else { throw ByteReader.Broken() }
    return Atlas(
      levels: levels, panels: panels, territories: territories, arcs: arcs, tolerances: tolerances,
      source: source)
  }

  private mutating func panels() throws(ByteReader.Broken) -> [Atlas.Panel] {
    var zooms: [Int] = []
    var panels = try list { decoder throws(ByteReader.Broken) in
      let (id, title) = (try decoder.reader.text(), try decoder.reader.text())
      let epsg = try decoder.reader.count()
      let (low, high) = (try decoder.point(), try decoder.point())
      zooms.append(try decoder.reader.count())
      let codes = try decoder.list { decoder throws(ByteReader.Broken) in try decoder.reader.text() }
      return Atlas.Panel(
        id: id, title: title, epsg: epsg, low: low, high: high, zoomOf: nil, codes: codes)
    }
    for (index, zoom) in zooms.enumerated() where zoom > 0 {
      panels[index].zoomOf = try panels.element(zoom - 1).id
    }
    return panels
  }

  private mutating func territories(_ panels: [Atlas.Panel]) throws(ByteReader.Broken) -> [Atlas.Territory] {
    try list { decoder throws(ByteReader.Broken) in
      let (level, code) = (try decoder.reader.text(), try decoder.reader.text())
      let (name, parent) = (try decoder.reader.text(), try decoder.reader.text())
      let panel = try panels.element(try decoder.reader.count())
      return Atlas.Territory(
        level: level, code: code, name: name, parent: parent.isEmpty ? nil : parent, panel: panel.id,
        label: try decoder.point())
    }
  }

  private mutating func arc(
    _ panels: [Atlas.Panel], _ codes: [String], levels: Int
  ) throws(ByteReader.Broken) -> Atlas.Arc {
    let panel = try panels.element(try reader.count())
    let left = try codes.element(try reader.count())
    let right = try reader.count()
    var details = Array(repeating: [MapPoint](), count: levels)
    var (x, y) = (0, 0)
    for _ in 0..<(try reader.count(limit: 1 << 24)) {
      x += try reader.signed()
      y += try reader.signed()
      let point = MapPoint(x: Double(x) * grid, y: Double(y) * grid)
      for level in 0..<(try reader.count(limit: levels)) { details[level].append(point) }
    }
    return Atlas.Arc(
      panel: panel.id, left: left, right: right == 0 ? nil : try codes.element(right - 1), details: details)
  }

  private mutating func point() throws(ByteReader.Broken) -> MapPoint {
    let (x, y) = (try reader.signed(), try reader.signed())
    return MapPoint(x: Double(x) * grid, y: Double(y) * grid)
  }

  private mutating func list<Element>(
    limit: Int = 1 << 20, _ element: (inout AtlasDecoder) throws(ByteReader.Broken) -> Element
  ) throws(ByteReader.Broken) -> [Element] {
    let count = try reader.count(limit: limit)
    var elements: [Element] = []
    for _ in 0..<count { elements.append(try element(&self)) }
    return elements
  }
}

extension Array {
  fileprivate func element(_ index: Int) throws(ByteReader.Broken) -> Element {
    guard indices.contains(index) else { throw ByteReader.Broken() }
    return self[index]
  }
}
