import Cartography
import Diagnostics
internal import CProj

/// Coordinates of one system to the metres of a projected one, east before north in both.
final class Projection {
  private let context: OpaquePointer
  private let transformation: OpaquePointer
  private let epsg: Int
  /// Metres of one unit of the projected system: 0.3048… for feet.
  private let metres: Double

  /// Throws `no-projection` (exit code 69) where PROJ lacks its data, `not-projected` for a system in degrees.
  init(from source: Int, to epsg: Int) throws {
    guard let context = proj_context_create() else {
      throw Failure(AtlasBuildMessage.projection(epsg, reason: "no memory"))
    }
    proj_log_level(context, PJ_LOG_NONE)
    do {
      metres = try Self.unit(of: epsg, context)
      transformation = try Self.transformation(from: source, to: epsg, context)
    } catch {
      proj_context_destroy(context)
      throw error
    }
    (self.context, self.epsg) = (context, epsg)
  }

  deinit {
    proj_destroy(transformation)
    proj_context_destroy(context)
  }

  /// Metres of a unit of the first axis.
  private static func unit(of epsg: Int, _ context: OpaquePointer) throws -> Double {
    guard let system = proj_create(context, "EPSG:\(epsg)") else {
      throw Failure(AtlasBuildMessage.unknownProjection(epsg))
    }
    defer { proj_destroy(system) }
    guard proj_get_type(system) == PJ_TYPE_PROJECTED_CRS,
      let axes = proj_crs_get_coordinate_system(context, system)
    else { throw Failure(AtlasBuildMessage.notProjected(epsg)) }
    defer { proj_destroy(axes) }
    var metres = 1.0
    guard proj_cs_get_axis_info(context, axes, 0, nil, nil, nil, &metres, nil, nil, nil) == 1 else {
      throw Failure(AtlasBuildMessage.projection(epsg, reason: reason(context)))
    }
    return metres
  }

  private static func transformation(
    from source: Int, to epsg: Int, _ context: OpaquePointer
  ) throws -> OpaquePointer {
    guard let given = proj_create_crs_to_crs(context, "EPSG:\(source)", "EPSG:\(epsg)", nil) else {
      throw Failure(AtlasBuildMessage.unknownProjection(source))
    }
    defer { proj_destroy(given) }
    // Authorities say latitude first; files and maps say longitude first.
    guard let ordered = proj_normalize_for_visualization(context, given) else {
      throw Failure(AtlasBuildMessage.projection(epsg, reason: "its axes cannot be put in order"))
    }
    return ordered
  }

  private static func reason(_ context: OpaquePointer) -> String {
    proj_errno_string(proj_context_errno(context)).map { String(cString: $0) } ?? "unknown"
  }

  func point(_ place: MapPoint) -> MapPoint {
    let found = proj_trans(transformation, PJ_FWD, proj_coord(place.x, place.y, 0, 0)).xy
    return MapPoint(x: found.x * metres, y: found.y * metres)
  }

  /// Throws `outside-projection` where a point has no place.
  func outline(_ outline: SourceOutline) throws -> SourceOutline {
    let polygons = outline.polygons.map { $0.map { $0.map(point) } }
    // No official system reaches farther than the circumference of the earth.
    let isPlaced = polygons.allSatisfy {
      $0.allSatisfy { $0.allSatisfy { abs($0.x) < 5e7 && abs($0.y) < 5e7 } }
    }
    guard isPlaced else { throw Failure(AtlasBuildMessage.outside(outline.code, epsg: epsg)) }
    return SourceOutline(code: outline.code, polygons: polygons)
  }
}
