import Diagnostics
import Foundation

/// Converts what GDAL reads (Shapefile, GeoPackage and some eighty formats more) to GeoJSON, by its command `ogr2ogr`.
enum GDAL {
  private static let command = "ogr2ogr"

  /// Throws `no-gdal` (exit code 69) where the command is not installed, `gdal-failed` with what it said.
  static func outlines(of source: AtlasPlan.Source) throws -> Outlines {
    guard FileManager.default.isReadableFile(atPath: source.path) else {
      throw Failure(AtlasBuildMessage.cannotRead(path: source.path, reason: "no such file"))
    }
    guard let program = installed() else { throw Failure(AtlasBuildMessage.noGDAL(path: source.path)) }
    let folder = FileManager.default.temporaryDirectory.appending(path: "velin-atlas-\(UUID().uuidString)")
    try FileManager.default.createDirectory(at: folder, withIntermediateDirectories: true)
    defer { try? FileManager.default.removeItem(at: folder) }
    let made = folder.appending(path: "outlines.geojson")
    try run(program, arguments(source, to: made.path), log: folder.appending(path: "log"), path: source.path)
    // Converted to degrees on the way: what the plan says of the coordinates is done.
    var converted = source
    converted.epsg = Outlines.degrees
    return try Outlines.decode([UInt8](try Data(contentsOf: made)), converted)
  }

  /// Twelve decimals of a degree keep what neighbours share exactly the same, and more than a source holds.
  private static func arguments(_ source: AtlasPlan.Source, to file: String) -> [String] {
    let system = source.epsg.map { ["-s_srs", "EPSG:\($0)"] } ?? []
    return ["-f", "GeoJSON", "-t_srs", "EPSG:\(Outlines.degrees)", "-lco", "COORDINATE_PRECISION=12"]
      + system + [file, source.path] + (source.layer.map { [$0] } ?? [])
  }

  private static func installed() -> URL? {
    let folders = ProcessInfo.processInfo.environment["PATH"]?.split(separator: ":") ?? []
    return folders.map { URL(fileURLWithPath: "\($0)/\(command)") }
      .first { FileManager.default.isExecutableFile(atPath: $0.path) }
  }

  /// Its messages go to a file: a pipe that nobody empties would stop it.
  private static func run(_ program: URL, _ arguments: [String], log: URL, path: String) throws {
    try Data().write(to: log)
    let process = Process()
    process.executableURL = program
    process.arguments = arguments
    process.standardInput = FileHandle.nullDevice
    process.standardOutput = FileHandle.nullDevice
    process.standardError = try FileHandle(forWritingTo: log)
    try process.run()
    process.waitUntilExit()
    guard process.terminationReason == .exit, process.terminationStatus == 0 else {
      let said = String(decoding: try Data(contentsOf: log), as: UTF8.self)
      throw Failure(AtlasBuildMessage.failedGDAL(path: path, reason: sentence(said)))
    }
  }

  /// Its lines after one another, without the drivers that it tried, some seventy.
  private static func sentence(_ said: String) -> String {
    let lines = said.split(separator: "\n").filter {
      !$0.isEmpty && !$0.hasPrefix("  ->") && $0 != "FAILURE:"
    }
    return lines.joined(separator: "; ").replacing(" with the following drivers.", with: "")
  }
}
