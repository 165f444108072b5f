import Diagnostics
import Foundation

/// Departments and regions with their names, from the tables of territories.
struct Nomenclature {
  struct Departement {
    var code: String
    var name: String
    var region: String
    /// `metropole`, `drom`, `com` …
    var kind: String
  }

  struct Region {
    var code: String
    var name: String
  }

  var path: String
  var departements: [Departement]
  var regions: [Region]

  init(folder: String) throws {
    path = folder + "/departements.csv"
    departements = try Self.rows(path, ["code", "name", "region", "kind"])
      .map { Departement(code: $0[0], name: $0[1], region: $0[2], kind: $0[3]) }
    regions = try Self.rows(folder + "/regions.csv", ["code", "name"])
      .map { Region(code: $0[0], name: $0[1]) }
  }

  /// The values of the wanted columns. These tables quote nothing: no name holds a comma.
  private static func rows(_ path: String, _ columns: [String]) throws -> [[String]] {
    let lines = try text(path).split(whereSeparator: \.isNewline).map(String.init)
    let header = fields(lines.first ?? "")
    var problems = Collector()
    let places = columns.compactMap { column -> Int? in
      let place = header.firstIndex(of: column)
      if place == nil {
        problems.add(AtlasBuildMessage.missingColumn(column, path: path, header: lines.first ?? ""))
      }
      return place
    }
    try problems.check()
    let rows = lines.enumerated().dropFirst().compactMap { index, line -> [String]? in
      let values = fields(line)
      guard values.count == header.count else {
        problems.add(
          AtlasBuildMessage.shortRow(
            path: path, line: index + 1, text: line, found: values.count, expected: header.count))
        return nil
      }
      return places.map { values[$0] }
    }
    try problems.check()
    return rows
  }

  private static func fields(_ line: String) -> [String] {
    line.split(separator: ",", omittingEmptySubsequences: false).map(String.init)
  }

  private static func text(_ path: String) throws -> String {
    do {
      return try String(contentsOf: URL(fileURLWithPath: path), encoding: .utf8)
    } catch {
      throw Failure(AtlasBuildMessage.cannotRead(path: path, reason: error.localizedDescription))
    }
  }
}
