import Cartography
import Diagnostics
import Foundation
import Settings

/// Outlines as a file gives them, in its own coordinates.
struct Outlines {
  struct Feature {
    /// Texts, and numbers as they are written.
    var properties: [String: String]
    var polygons: [[[MapPoint]]]
  }

  var path: String
  /// EPSG code of the coordinates, east before north.
  var epsg: Int
  var features: [Feature]

  /// Longitudes and latitudes of WGS 84: the coordinates of GeoJSON (RFC 7946) and TopoJSON.
  static let degrees = 4326

  /// GeoJSON and TopoJSON are read here; whatever else GDAL reads is converted by it first.
  static func read(_ source: AtlasPlan.Source) throws -> Outlines {
    let isJSON = ["json", "geojson", "topojson"].contains {
      source.path.lowercased().hasSuffix("." + $0)
    }
    guard isJSON else { return try GDAL.outlines(of: source) }
    return try decode(try fileBytes(source.path), source)
  }

  static func decode(_ bytes: [UInt8], _ source: AtlasPlan.Source) throws -> Outlines {
    struct Kind: Decodable { var type: String }
    let (data, path) = (Data(bytes), source.path)
    do {
      switch try JSONDecoder().decode(Kind.self, from: data).type {
      case "FeatureCollection":
        let collection = try JSONDecoder().decode(GeoJSON.Collection.self, from: data)
        return Outlines(
          path: path, epsg: source.epsg ?? collection.crs?.epsg ?? degrees,
          features: collection.features.map(\.feature))
      case "Topology":
        let topology = try JSONDecoder().decode(TopoJSON.self, from: data)
        return Outlines(
          path: path, epsg: source.epsg ?? degrees, features: try topology.features(source.layer, path: path))
      case let other:
        throw Failure(AtlasBuildMessage.notOutlines(path: path, type: other))
      }
    } catch let error as DecodingError {
      throw Failure(AtlasBuildMessage.damaged(path: path, reason: error.reason))
    }
  }

  /// Throws `missing-property`.
  func property(_ name: String, of feature: Feature) throws -> String {
    guard let value = feature.properties[name], !value.isEmpty else {
      throw Failure(
        AtlasBuildMessage.missingProperty(name, path: path, known: feature.properties.keys.sorted()))
    }
    return value
  }

  /// Each outline with its code. Throws where a code stands twice.
  func coded(by property: String) throws -> [SourceOutline] {
    var problems = Collector()
    var seen: Set<String> = []
    let outlines = features.compactMap { feature -> SourceOutline? in
      do {
        let code = try self.property(property, of: feature)
        if !seen.insert(code).inserted { problems.add(AtlasBuildMessage.outlineTwice(code, path: path)) }
        return SourceOutline(code: code, polygons: feature.polygons)
      } catch let failure as Failure {
        problems.add(failure.diagnostics)
      } catch {
        problems.add(AtlasBuildMessage.damaged(path: path, reason: "\(error)"))
      }
      return nil
    }
    try problems.check()
    return outlines
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
    return place.isEmpty
      ? context.debugDescription : "\(context.debugDescription) at \(place.joined(separator: "."))"
  }
}
