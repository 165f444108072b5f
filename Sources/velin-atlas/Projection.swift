import Cartography
import Diagnostics
internal import CProj

/// Longitudes and latitudes (WGS 84, degrees) to the metres of an official projection, east before north.
final class Projection {
  private let context: OpaquePointer
  private let transformation: OpaquePointer

  /// Throws `no-projection` (exit code 69) where PROJ lacks its data.
  init(epsg: Int) throws {
    guard let context = proj_context_create() else {
      throw Failure(AtlasBuildMessage.projection(epsg, reason: "no memory"))
    }
    proj_log_level(context, PJ_LOG_NONE)
    guard let given = proj_create_crs_to_crs(context, "EPSG:4326", "EPSG:\(epsg)", nil) else {
      let reason = String(cString: proj_errno_string(proj_context_errno(context)))
      proj_context_destroy(context)
      throw Failure(AtlasBuildMessage.projection(epsg, reason: reason))
    }
    defer { proj_destroy(given) }
    // Authorities say latitude first; GeoJSON and maps say longitude first.
    guard let transformation = proj_normalize_for_visualization(context, given) else {
      proj_context_destroy(context)
      throw Failure(AtlasBuildMessage.projection(epsg, reason: "its axes cannot be put in order"))
    }
    (self.context, self.transformation) = (context, transformation)
  }

  deinit {
    proj_destroy(transformation)
    proj_context_destroy(context)
  }

  func point(_ degrees: MapPoint) -> MapPoint {
    let metres = proj_trans(transformation, PJ_FWD, proj_coord(degrees.x, degrees.y, 0, 0)).xy
    return MapPoint(x: metres.x, y: metres.y)
  }

  func outline(_ outline: SourceOutline) -> SourceOutline {
    SourceOutline(code: outline.code, polygons: outline.polygons.map { $0.map { $0.map(point) } })
  }
}
