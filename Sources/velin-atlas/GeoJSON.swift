import Cartography
import Diagnostics
import Foundation

/// Reads outlines from GeoJSON (RFC 7946): longitudes and latitudes in degrees.
struct GeoJSON {
  /// The file's outlines, with where they come from.
  struct Source {
    var path: String
    var outlines: [SourceOutline]
  }

  static func outlines(path: String) throws -> Source {
    let data: Data
    do {
      data = try Data(contentsOf: URL(fileURLWithPath: path))
    } catch {
      throw Failure(AtlasBuildMessage.cannotRead(path: path, reason: error.localizedDescription))
    }
    do {
      let collection = try JSONDecoder().decode(Collection.self, from: data)
      return Source(path: path, outlines: collection.features.map(\.outline))
    } catch let error as DecodingError {
      throw Failure(AtlasBuildMessage.notGeoJSON(path: path, reason: error.reason))
    }
  }

  private struct Collection: Decodable {
    var features: [Feature]
  }

  private struct Feature: Decodable {
    struct Properties: Decodable { var code: String }

    var properties: Properties
    var geometry: Geometry

    var outline: SourceOutline { SourceOutline(code: properties.code, polygons: geometry.polygons) }
  }

  private struct Geometry: Decodable {
    enum CodingKeys: CodingKey { case type, coordinates }

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
          forKey: .type, in: container, debugDescription: "found a \(type)")
      }
    }
  }

  private struct Position: Decodable {
    var point: MapPoint

    init(from decoder: any Decoder) throws {
      var container = try decoder.unkeyedContainer()
      point = MapPoint(x: try container.decode(Double.self), y: try container.decode(Double.self))
    }
  }
}

extension DecodingError {
  /// What was wrong, and where in the tree of the file.
  fileprivate var reason: String {
    let context: Context
    switch self {
    case .typeMismatch(_, let found), .valueNotFound(_, let found), .keyNotFound(_, let found),
      .dataCorrupted(let found):
      context = found
    @unknown default: return localizedDescription
    }
    let place = context.codingPath.map { $0.intValue.map { "[\($0)]" } ?? $0.stringValue }
    return "\(context.debugDescription) at \(place.joined(separator: "."))"
  }
}
