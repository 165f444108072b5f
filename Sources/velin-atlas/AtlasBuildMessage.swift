import Diagnostics

/// All that this command says when it fails.
enum AtlasBuildMessage {
  static func cannotRead(path: String, reason: String) -> Diagnostic {
    Diagnostic(
      .error, .missingInput, code: "cannot-read", "cannot read: \(reason)", at: .file(path: path),
      hint: "check the path")
  }

  static func notGeoJSON(path: String, reason: String) -> Diagnostic {
    Diagnostic(
      code: "not-geojson", "expected a GeoJSON FeatureCollection of polygons: \(reason)",
      at: .file(path: path),
      hint: "each feature needs a Polygon or MultiPolygon and a text property `code`")
  }

  static func missingColumn(_ column: String, path: String, header: String) -> Diagnostic {
    Diagnostic(
      code: "missing-column", "found no column `\(column)`",
      at: .row(path: path, line: 1, column: 1, text: header),
      hint: "the first line names the columns")
  }

  static func shortRow(path: String, line: Int, text: String, found: Int, expected: Int) -> Diagnostic {
    Diagnostic(
      code: "wrong-number-of-fields", "found \(found) fields, expected \(expected)",
      at: .row(path: path, line: line, column: 1, text: text))
  }

  static func unknownOutline(_ code: String, path: String) -> Diagnostic {
    Diagnostic(
      code: "unknown-territory", "the outline `\(code)` is no department with a place on the map",
      at: .file(path: path), hint: "add the code to departements.csv, or take the outline out")
  }

  static func missingOutline(_ code: String, _ name: String, path: String) -> Diagnostic {
    Diagnostic(
      code: "missing-outline", "there is no outline of \(name) (`\(code)`)", at: .file(path: path),
      hint: "take a file that holds the overseas departments too")
  }

  static func projection(_ epsg: Int, reason: String) -> Diagnostic {
    Diagnostic(
      .error, .notInstalled, code: "no-projection", "cannot project to EPSG:\(epsg): \(reason)",
      hint: "install the data of PROJ: apt install proj-data")
  }

  static func invalidShape(_ code: String, detail: Int, reason: String) -> Diagnostic {
    Diagnostic(
      code: "invalid-outline", "the outline of `\(code)` at detail \(detail) is not valid: \(reason)",
      hint: "repair the source: its rings must not cross themselves")
  }

  static func overlap(panel: String, detail: Int, squareMetres: Double) -> Diagnostic {
    Diagnostic(
      code: "overlapping-outlines",
      "territories of `\(panel)` overlap by \(Int(squareMetres)) m² at detail \(detail)",
      hint: "repair the source: neighbours share the points of their border")
  }

  static func geometry(_ reason: String) -> Diagnostic {
    Diagnostic(.error, .internalError, code: "geometry-failed", "GEOS failed: \(reason)")
  }

  static func cannotWrite(path: String, reason: String) -> Diagnostic {
    Diagnostic(
      .error, .cannotCreate, code: "cannot-write", "cannot write: \(reason)", at: .file(path: path),
      hint: "choose another place with --out")
  }
}
