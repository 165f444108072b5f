import Cartography
import Diagnostics

/// TopoJSON 1: borders are arcs, drawn once and shared; coordinates may be whole numbers, each the step from the last.
struct TopoJSON: Decodable {
  struct Transform: Decodable {
    var scale: [Double]
    var translate: [Double]
  }

  struct Object: Decodable {
    private enum CodingKeys: CodingKey { case type, id, properties, arcs, geometries }

    var features: [Feature]

    init(from decoder: any Decoder) throws {
      let container = try decoder.container(keyedBy: CodingKeys.self)
      if try container.decode(String?.self, forKey: .type) == "GeometryCollection" {
        features = try container.decode([Object].self, forKey: .geometries).flatMap(\.features)
      } else {
        features = [try Feature(from: decoder)]
      }
    }
  }

  struct Feature: Decodable {
    private enum CodingKeys: CodingKey { case type, id, properties, arcs }

    var properties: [String: String]
    /// Polygons of rings of arcs; `~n` is arc `n` backwards.
    var polygons: [[[Int]]]

    init(from decoder: any Decoder) throws {
      let container = try decoder.container(keyedBy: CodingKeys.self)
      properties = GeoJSON.texts(
        try container.decodeIfPresent([String: GeoJSON.PropertyValue].self, forKey: .properties),
        id: try container.decodeIfPresent(GeoJSON.PropertyValue.self, forKey: .id))
      let type = try container.decode(String?.self, forKey: .type)
      switch type {
      case "Polygon": polygons = [try container.decode([[Int]].self, forKey: .arcs)]
      case "MultiPolygon": polygons = try container.decode([[[Int]]].self, forKey: .arcs)
      case nil: polygons = []
      case let other?:
        throw DecodingError.dataCorruptedError(
          forKey: .type, in: container,
          debugDescription: "found a \(other), expected a Polygon or MultiPolygon")
      }
    }
  }

  var transform: Transform?
  var arcs: [[GeoJSON.Position]]
  var objects: [String: Object]

  /// The outlines of one object: the one that the plan names as `layer`, or the only one.
  func features(_ layer: String?, path: String) throws -> [Outlines.Feature] {
    let known = objects.keys.sorted()
    guard let name = layer ?? (known.count == 1 ? known.first : nil), let object = objects[name] else {
      throw Failure(AtlasBuildMessage.unknownLayer(layer, path: path, known: known))
    }
    let lines = arcs.map(line)
    return try object.features.map { feature in
      let polygons = try feature.polygons.map { rings in
        try rings.map { try ring($0, lines, path: path) }
      }
      return Outlines.Feature(properties: feature.properties, polygons: polygons)
    }
  }

  private func line(_ positions: [GeoJSON.Position]) -> [MapPoint] {
    guard let transform, transform.scale.count == 2, transform.translate.count == 2 else {
      return positions.map(\.point)
    }
    var (x, y) = (0.0, 0.0)
    return positions.map { position in
      x += position.point.x
      y += position.point.y
      return MapPoint(
        x: x * transform.scale[0] + transform.translate[0], y: y * transform.scale[1] + transform.translate[1]
      )
    }
  }

  /// Arcs end to end: the first point of each repeats the last of the one before.
  private func ring(_ indices: [Int], _ lines: [[MapPoint]], path: String) throws -> [MapPoint] {
    var ring: [MapPoint] = []
    for index in indices {
      let arc = index < 0 ? ~index : index
      guard lines.indices.contains(arc) else {
        throw Failure(AtlasBuildMessage.damaged(path: path, reason: "there is no arc \(arc)"))
      }
      let line = index < 0 ? lines[arc].reversed() : lines[arc]
      guard ring.isEmpty || ring.last == line.first else {
        throw Failure(
          AtlasBuildMessage.damaged(path: path, reason: "in the ring \(indices), arc \(index) does not go on")
        )
      }
      ring += ring.isEmpty ? line : Array(line.dropFirst())
    }
    guard ring.first == ring.last else {
      throw Failure(AtlasBuildMessage.damaged(path: path, reason: "the ring of arcs \(indices) is open"))
    }
    return ring
  }
}
