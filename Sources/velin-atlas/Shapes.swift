import Cartography
import Diagnostics
internal import CGeos

/// The few operations of GEOS that checking an atlas and placing its labels need.
final class Shapes {
  private let handle: GEOSContextHandle_t

  init() throws {
    guard let handle = GEOS_init_r() else { throw Failure(AtlasBuildMessage.geometry("no memory")) }
    self.handle = handle
  }

  deinit { GEOS_finish_r(handle) }

  /// Polygons in the memory of GEOS; freed with the value.
  final class Shape {
    fileprivate let geometry: OpaquePointer
    private let shapes: Shapes

    fileprivate init(_ geometry: OpaquePointer?, _ shapes: Shapes) throws {
      guard let geometry else { throw Failure(AtlasBuildMessage.geometry("it gave no shape")) }
      (self.geometry, self.shapes) = (geometry, shapes)
    }

    deinit { GEOSGeom_destroy_r(shapes.handle, geometry) }
  }

  /// Outer rings (counter-clockwise) with the holes (clockwise) that lie in them.
  func shape(_ rings: [[MapPoint]]) throws -> Shape {
    let outer = rings.filter { $0.signedArea > 0 }
    var holes = Array(repeating: [[MapPoint]](), count: outer.count)
    for hole in rings where hole.signedArea <= 0 {
      let around = outer.indices.filter { outer[$0].encloses(hole) }
      guard let home = around.min(by: { outer[$0].signedArea < outer[$1].signedArea }) else {
        throw Failure(AtlasBuildMessage.geometry("a hole lies in no outline"))
      }
      holes[home].append(hole)
    }
    return try collection(zip(outer, holes).map { try polygon($0, holes: $1) })
  }

  /// `nil` for a valid shape, else why it is not (rules of OGC Simple Features).
  func flaw(of shape: Shape) -> String? {
    if GEOSisValid_r(handle, shape.geometry) == 1 { return nil }
    guard let reason = GEOSisValidReason_r(handle, shape.geometry) else { return "unknown" }
    defer { GEOSFree_r(handle, reason) }
    return String(cString: reason)
  }

  /// Square metres.
  func area(of shape: Shape) -> Double {
    var area = 0.0
    GEOSArea_r(handle, shape.geometry, &area)
    return area
  }

  /// Square metres that all shapes cover together.
  func unionArea(of shapes: [Shape]) throws -> Double {
    let all = try collection(shapes.map { GEOSGeom_clone_r(handle, $0.geometry) })
    return area(of: try Shape(GEOSUnaryUnion_r(handle, all.geometry), self))
  }

  /// The centre of the largest circle inside the polygon of the largest area ("pole of inaccessibility").
  func centre(of shape: Shape) throws -> MapPoint {
    let parts = (0..<GEOSGetNumGeometries_r(handle, shape.geometry)).compactMap {
      GEOSGetGeometryN_r(handle, shape.geometry, $0)
    }
    let areas = parts.map { part in
      var area = 0.0
      GEOSArea_r(handle, part, &area)
      return area
    }
    guard let largest = areas.indices.max(by: { areas[$0] < areas[$1] }) else {
      throw Failure(AtlasBuildMessage.geometry("a shape without part has no centre"))
    }
    let circle = try Shape(GEOSMaximumInscribedCircle_r(handle, parts[largest], 50), self)
    var point = MapPoint(x: 0, y: 0)
    let line = GEOSGeom_getCoordSeq_r(handle, circle.geometry)
    guard GEOSCoordSeq_getXY_r(handle, line, 0, &point.x, &point.y) == 1 else {
      throw Failure(AtlasBuildMessage.geometry("a circle without centre"))
    }
    return point
  }

  private func collection(_ parts: [OpaquePointer?]) throws -> Shape {
    var parts = parts
    let count = UInt32(parts.count)
    let kind = Int32(GEOS_MULTIPOLYGON.rawValue)
    return try parts.withUnsafeMutableBufferPointer {
      try Shape(GEOSGeom_createCollection_r(handle, kind, $0.baseAddress, count), self)
    }
  }

  private func polygon(_ outer: [MapPoint], holes: [[MapPoint]]) throws -> OpaquePointer? {
    var holes = try holes.map(ring)
    let count = UInt32(holes.count)
    let outer = try ring(outer)
    return holes.withUnsafeMutableBufferPointer {
      GEOSGeom_createPolygon_r(handle, outer, $0.baseAddress, count)
    }
  }

  private func ring(_ points: [MapPoint]) throws -> OpaquePointer? {
    let closed = points + points.prefix(1)
    guard let line = GEOSCoordSeq_create_r(handle, UInt32(closed.count), 2) else {
      throw Failure(AtlasBuildMessage.geometry("no memory"))
    }
    for (index, point) in closed.enumerated() {
      GEOSCoordSeq_setXY_r(handle, line, UInt32(index), point.x, point.y)
    }
    return GEOSGeom_createLinearRing_r(handle, line)
  }
}
