import Diagnostics

/// All that this command says when it fails.
enum AtlasBuildMessage {
  static func cannotRead(path: String, reason: String) -> Diagnostic {
    Diagnostic(
      .error, .missingInput, code: "cannot-read", "cannot read: \(reason)", at: .file(path: path),
      hint: "check the path")
  }

  static func notOutlines(path: String, type: String) -> Diagnostic {
    Diagnostic(
      code: "not-outlines",
      "found the type `\(type)`, expected a GeoJSON FeatureCollection or a TopoJSON Topology",
      at: .file(path: path),
      hint:
        "put features into a FeatureCollection; a file of another format keeps its own ending: GDAL reads it")
  }

  static func damaged(path: String, reason: String) -> Diagnostic {
    Diagnostic(
      code: "not-outlines", "cannot be read as GeoJSON or TopoJSON of polygons: \(reason)",
      at: .file(path: path),
      hint: "mend it at this place, or write it anew with the program that made it")
  }

  static func noGDAL(path: String) -> Diagnostic {
    Diagnostic(
      .error, .notInstalled, code: "no-gdal",
      "this format is read by `ogr2ogr` of GDAL, which is not installed",
      at: .file(path: path),
      hint: "install it: apt-get install gdal-bin; or convert the outlines to GeoJSON elsewhere")
  }

  static func failedGDAL(path: String, reason: String) -> Diagnostic {
    Diagnostic(
      code: "gdal-failed", "`ogr2ogr` cannot read it: \(reason)", at: .file(path: path),
      hint:
        "`ogrinfo \(path)` shows its layers: name one with `layer:` under `outlines:`, and coordinates that the "
        + "file does not explain with `epsg:`; a Shapefile needs its .shx and .dbf beside it")
  }

  static func unknownLayer(_ layer: String?, path: String, known: [String]) -> Diagnostic {
    let found = layer.map { "there is no layer `\($0)`" } ?? "there are \(known.count) layers, expected one"
    return Diagnostic(
      code: "unknown-layer", found, at: .file(path: path),
      hint: "say `layer:` under `outlines:`, one of \(list(known))")
  }

  static func missingProperty(_ name: String, path: String, known: [String]) -> Diagnostic {
    Diagnostic(
      code: "missing-property", "found an outline without the property `\(name)`", at: .file(path: path),
      hint: "its properties are \(list(known)); the plan says which is the `code:`")
  }

  static func outlineTwice(_ code: String, path: String) -> Diagnostic {
    Diagnostic(
      code: "outline-twice", "found two outlines with the code `\(code)`", at: .file(path: path),
      hint: "dissolve them into one MultiPolygon")
  }

  static func codeTwice(_ code: String, path: String, line: Int) -> Diagnostic {
    Diagnostic(
      code: "code-twice", "the code `\(code)` stands twice",
      at: .row(path: path, line: line, column: 1, text: nil), hint: "keep one of the rows")
  }

  static func unknownParent(
    _ entry: Territories.Entry, level: String, parent: String, above: String
  ) -> Diagnostic {
    Diagnostic(
      code: "unknown-parent",
      "\(entry.name) (`\(entry.code)` of `\(level)`) lies in `\(parent)`, which is no `\(above)`",
      hint: "add `\(parent)` to the table of `\(above)`, or correct the row")
  }

  static func unknownOutline(_ code: String, level: String, path: String) -> Diagnostic {
    Diagnostic(
      code: "unknown-territory", "the outline `\(code)` is no `\(level)` of the tables",
      at: .file(path: path), hint: "add the code to the table, or take the outline out")
  }

  static func missingOutline(_ code: String, _ name: String, path: String) -> Diagnostic {
    Diagnostic(
      code: "missing-outline", "there is no outline of \(name) (`\(code)`)", at: .file(path: path),
      hint: "take a file that holds it, or name the code under `without:`")
  }

  static func noLevel(at span: Span) -> Diagnostic {
    plan(
      "no-level", "found no level", at: span, hint: "say `region: regions.csv`, from the whole to the finest")
  }

  static func noPanel(at span: Span) -> Diagnostic {
    plan("no-panel", "found no frame of its own place", at: span, hint: "say `- { id: main, epsg: 2154 }`")
  }

  static func detail(at span: Span) -> Diagnostic {
    plan(
      "bad-detail", "expected metres from fine to coarse, one at least", at: span,
      hint: "say `detail: [40, 110, 250, 500, 950, 1900]`, larger for a larger country")
  }

  static func panelTwice(_ id: String, at span: Span) -> Diagnostic {
    plan("panel-twice", "the frame `\(id)` stands twice", at: span, hint: "give it another `id:`")
  }

  static func unknownPanel(_ id: String, known: [String], at span: Span) -> Diagnostic {
    plan(
      "unknown-panel", "there is no frame `\(id)` to zoom into", at: span, hint: "frames are \(list(known))")
  }

  static func secondRest(_ id: String, at span: Span) -> Diagnostic {
    plan(
      "two-rests", "`\(id)` holds all that no other frame holds, as another does already", at: span,
      hint: "say with `holds:` which territories it shows")
  }

  static func emptyZoom(at span: Span) -> Diagnostic {
    plan(
      "empty-zoom", "a zoom needs the codes that it shows", at: span, hint: "say `holds: [75, 92, 93, 94]`")
  }

  static func unknownHeld(_ word: String, at span: Span) -> Diagnostic {
    plan(
      "unknown-territory", "found `\(word)` under `holds:`, expected a code of the finest level", at: span,
      hint: "a territory of another level is named with it: `region 53`")
  }

  static func heldTwice(_ code: String, by other: String, at span: Span) -> Diagnostic {
    plan(
      "held-twice", "`\(code)` lies in this frame and in `\(other)`", at: span,
      hint: "keep it in one, or make the other a zoom: `zoom: \(other)`")
  }

  static func heldByNone(_ codes: [String], at span: Span?) -> Diagnostic {
    Diagnostic(
      .error, .badConfiguration, code: "held-by-none", "no frame holds \(list(codes))",
      at: span.map { .span($0) }, hint: "leave `holds:` out of one frame: it shows the rest")
  }

  private static func plan(_ code: String, _ message: String, at span: Span, hint: String) -> Diagnostic {
    Diagnostic(.error, .badConfiguration, code: code, message, at: span, hint: hint)
  }

  private static func list(_ words: [String]) -> String {
    words.isEmpty ? "none" : words.map { "`\($0)`" }.joined(separator: ", ")
  }

  static func unknownProjection(_ epsg: Int) -> Diagnostic {
    Diagnostic(
      .error, .badConfiguration, code: "unknown-projection", "PROJ knows no system EPSG:\(epsg)",
      hint: "look the code up at epsg.org; PROJ needs its data: apt-get install proj-data")
  }

  static func notProjected(_ epsg: Int) -> Diagnostic {
    Diagnostic(
      .error, .badConfiguration, code: "not-projected",
      "EPSG:\(epsg) has no metres on a plane, expected a projected system",
      hint: "choose one made for the territory, such as EPSG:2154 (France), 3035 (Europe), 8857 (the world)")
  }

  static func outside(_ code: String, epsg: Int) -> Diagnostic {
    Diagnostic(
      code: "outside-projection", "the outline of `\(code)` has no place in EPSG:\(epsg)",
      hint:
        "choose a projection that reaches it, or give it a frame of its own; coordinates other than degrees "
        + "need `epsg:` under `outlines:`")
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
      "territories of `\(panel)` overlap by \(area(squareMetres)) at detail \(detail)",
      hint: "repair the source: neighbours share the points of their border")
  }

  private static func area(_ squareMetres: Double) -> String {
    squareMetres < 1e6 ? "\(Int(squareMetres)) m²" : "\(Int(min(squareMetres / 1e6, 1e15))) km²"
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
