import Cartography

/// GeoJSON (RFC 7946), with the member `crs` of its first edition (2008), which some offices still write.
enum GeoJSON {
  struct Collection: Decodable {
    var features: [Feature]
    var crs: System?
  }

  struct Feature: Decodable {
    var id: PropertyValue?
    var properties: [String: PropertyValue]?
    var geometry: Geometry?

    var feature: Outlines.Feature {
      Outlines.Feature(properties: texts(properties, id: id), polygons: geometry?.polygons ?? [])
    }
  }

  /// `{"type": "name", "properties": {"name": "urn:ogc:def:crs:EPSG::2154"}}`.
  struct System: Decodable {
    struct Name: Decodable { var name: String? }
    var properties: Name

    var epsg: Int? {
      let parts = properties.name?.split(separator: ":") ?? []
      return parts.contains { $0.uppercased() == "EPSG" } ? parts.last.flatMap { Int($0) } : nil
    }
  }

  struct Geometry: Decodable {
    private enum CodingKeys: CodingKey { case type, coordinates }

    var polygons: [[[MapPoint]]]

    init(from decoder: any Decoder) throws {
      let container = try decoder.container(keyedBy: CodingKeys.self)
      let type = try container.decode(String.self, forKey: .type)
      switch type {
      case "Polygon":
        polygons = [try container.decode([[Position]].self, forKey: .coordinates).map { $0.map(\.point) }]
      case "MultiPolygon":
        polygons = try container.decode([[[Position]]].self, forKey: .coordinates)
          .map { $0.map { $0.map(\.point) } }
      default:
        throw DecodingError.dataCorruptedError(
          forKey: .type, in: container,
          debugDescription: "found a \(type), expected a Polygon or MultiPolygon")
      }
    }
  }

  /// East, north, and perhaps a height that maps do not show.
  struct Position: Decodable {
    var point: MapPoint

    init(from decoder: any Decoder) throws {
      var container = try decoder.unkeyedContainer()
      point = MapPoint(x: try container.decode(Double.self), y: try container.decode(Double.self))
    }
  }

  /// A property as text; `nil` for what is no text and no number.
  struct PropertyValue: Decodable {
    var text: String?

    init(from decoder: any Decoder) throws {
      let container = try decoder.singleValueContainer()
      if let text = try? container.decode(String.self) {
        self.text = text
      } else if let number = try? container.decode(Int.self) {
        text = String(number)
      } else if let number = try? container.decode(Double.self) {
        text = String(number)
      }
    }
  }

  /// The properties as texts; the `id` of the feature where no property is called so.
  static func texts(_ properties: [String: PropertyValue]?, id: PropertyValue?) -> [String: String] {
    var texts = (properties ?? [:]).compactMapValues(\.text)
    if texts["id"] == nil { texts["id"] = id?.text }
    return texts
  }
}
