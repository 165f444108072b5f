import Foundation
import Testing

/// `velin-atlas build` for territories that are not France: the example of the Americas, and two squares.
@Suite struct AtlasBuildTests {
  private static let example = Workshop.root.deletingLastPathComponent().appending(path: "examples/americas")

  /// The example in a workshop; its report looks for fonts and theme two folders above.
  private func americas(_ body: (Workshop) throws -> Void) throws {
    try Workshop.open { workshop in
      try FileManager.default.copyItem(at: Self.example, to: workshop.folder.appending(path: "americas"))
      try workshop.remove("americas/data/americas.atlas")
      try body(workshop)
    }
  }

  private func build(_ workshop: Workshop, _ options: String...) throws -> Workshop.Outcome {
    try workshop.atlas(["build", "americas/data/atlas.yaml", "--out", "made.atlas"] + options)
  }

  private static func shipped() throws -> Data {
    try Data(contentsOf: example.appending(path: "data/americas.atlas"))
  }

  @Test func theExampleIsCompiledFromItsSource() throws {
    try americas { workshop in
      let outcome = try build(workshop)
      #expect(outcome.code == 0, "\(outcome.errors)")
      #expect(try workshop.read("made.atlas") == Self.shipped())
    }
  }

  /// Whatever file holds them, the same outlines make the same atlas.
  @Test(arguments: ["outlines.shp", "outlines.gpkg"]) func otherFormatsGoThroughGDAL(file: String) throws {
    try americas { workshop in
      let made = try workshop.shell("ogr2ogr \(file) americas/data/countries.geojson")
      try #require(made.code == 0, "\(made.errors)")
      let outcome = try build(workshop, "--outlines", file)
      #expect(outcome.code == 0, "\(outcome.errors)")
      #expect(try workshop.read("made.atlas") == Self.shipped())
    }
  }

  @Test func withoutGDALTheCommandToInstallItIsSaid() throws {
    try americas { workshop in
      try workshop.write("outlines.gpkg", "no one reads this")
      let outcome = try workshop.atlas(
        ["build", "americas/data/atlas.yaml", "--outlines", "outlines.gpkg", "--out", "made.atlas"],
        environment: ["PATH": "/nowhere"])
      #expect(outcome.code == 69)
      #expect(
        outcome.errors == """
          outlines.gpkg: error[no-gdal]: this format is read by `ogr2ogr` of GDAL, which is not installed
              = help: install it: apt-get install gdal-bin; or convert the outlines to GeoJSON elsewhere

          """)
    }
  }

  @Test func whatGDALCannotReadIsSaidInItsWords() throws {
    try americas { workshop in
      try workshop.write("outlines.gpkg", "no database")
      let outcome = try build(workshop, "--outlines", "outlines.gpkg")
      #expect(outcome.code == 65)
      #expect(outcome.errors.hasPrefix("outlines.gpkg: error[gdal-failed]"))
      // Not in all of its words: it lists some seventy formats that the file is not.
      #expect(!outcome.errors.contains("->") && outcome.errors.count < 600, "\(outcome.errors)")
    }
  }

  @Test func aLayerOfSeveralIsChosen() throws {
    try americas { workshop in
      let made = try workshop.shell(
        "ogr2ogr both.gpkg americas/data/countries.geojson -nln land"
          + " && ogr2ogr -update both.gpkg americas/data/countries.geojson -nln copy")
      try #require(made.code == 0, "\(made.errors)")
      let none = try build(workshop, "--outlines", "both.gpkg")
      #expect(none.code == 65 && none.errors.contains("name one with `layer:`"), "\(none.errors)")
      let plan = try String(decoding: workshop.read("americas/data/atlas.yaml"), as: UTF8.self)
      try workshop.write(
        "americas/data/atlas.yaml",
        plan.replacing("outlines: countries.geojson", with: "outlines: { file: x, layer: land }"))
      let outcome = try build(workshop, "--outlines", "both.gpkg")
      #expect(outcome.code == 0, "\(outcome.errors)")
      #expect(try workshop.read("made.atlas") == Self.shipped())
    }
  }

  @Test func aReportIsDrawnOnItsMaps() throws {
    let root = Workshop.root.deletingLastPathComponent()
    try Workshop.open { workshop in
      let outcome = try workshop.run([
        "build", root.appending(path: "examples/americas/report.md").path, "--set", "date=2017-12-31",
        "--out",
        "out", "--cache", "none",
      ])
      #expect(outcome.code == 0 && outcome.errors.isEmpty, "\(outcome.errors)")
      let text = try workshop.shell("pdftotext out/report-2017-12-31.pdf -").output
      for word in ["Caribbean", "Trinidad and Tobago", "500 km", "South America"] {
        #expect(text.contains(word), "\(word)")
      }
    }
  }
}

/// Plans and their mistakes, on two squares of two kilometres that share a side.
@Suite struct AtlasPlanTests {
  private static let plan = """
    outlines: { file: squares.json, code: id, epsg: 2154 }
    levels:
      county: { code: county, name: county }
      town: { code: id, name: name }
    panels:
      - { id: main, epsg: 2154 }

    """

  /// A TopoJSON whose third arc is the side that both share; steps are in tenths of a metre.
  private static let topology = """
    {"type": "Topology", "transform": {"scale": [0.1, 0.1], "translate": [600000, 6800000]},
     "arcs": [[[20000, 0], [-20000, 0], [0, 20000], [20000, 0]],
              [[20000, 20000], [20000, 0], [0, -20000], [-20000, 0]],
              [[20000, 0], [0, 20000]]],
     "objects": {"towns": {"type": "GeometryCollection", "geometries": [
       {"type": "Polygon", "id": 7, "properties": {"name": "West", "county": "C"}, "arcs": [[0, -3]]},
       {"type": "MultiPolygon", "id": "E", "properties": {"name": "East", "county": "C"}, "arcs": [[[1, 2]]]}]}}}
    """

  private static let collection = """
    {"type": "FeatureCollection", "crs": {"type": "name", "properties": {"name": "urn:ogc:def:crs:EPSG::2154"}},
     "features": [
      {"type": "Feature", "properties": {"id": 7, "name": "West", "county": "C"}, "geometry": {"type": "Polygon",
       "coordinates": [[[600000, 6800000], [602000, 6800000], [602000, 6802000], [600000, 6802000], [600000, 6800000]]]}},
      {"type": "Feature", "id": "E", "properties": {"name": "East", "county": "C"}, "geometry": {"type": "MultiPolygon",
       "coordinates": [[[[602000, 6800000, 5], [604000, 6800000, 5], [604000, 6802000, 5], [602000, 6802000, 5],
         [602000, 6800000, 5]]]]}}]}
    """

  private func outcome(
    _ plan: String = plan, _ outlines: String = topology, _ check: (Workshop) throws -> Void = { _ in }
  ) throws -> Workshop.Outcome {
    var outcome = Workshop.Outcome(code: -1, output: "", errors: "")
    try Workshop.open { workshop in
      try workshop.write("plan.yaml", plan)
      try workshop.write("squares.json", outlines)
      outcome = try workshop.atlas(["build", "plan.yaml", "--out", "made.atlas"])
      try check(workshop)
    }
    return outcome
  }

  @Test func topoJSONAndGeoJSONOfTheSameLandAreTheSame() throws {
    var atlases: [Data] = []
    for outlines in [Self.topology, Self.collection] {
      let outcome = try outcome(Self.plan, outlines) { atlases.append(try $0.read("made.atlas")) }
      #expect(outcome.code == 0, "\(outcome.errors)")
      #expect(outcome.errors.hasPrefix("main: 10, 10, 10, 10, 10, 10 vertices"), "\(outcome.errors)")
    }
    #expect(atlases.count == 2 && atlases[0] == atlases[1])
  }

  /// A system in feet is drawn in metres; one of degrees is refused, and so is one that nobody knows.
  @Test func anyProjectedSystemWillDo() throws {
    let degrees = Self.topology.replacing("[0.1, 0.1]", with: "[0.000001, 0.000001]")
      .replacing("[600000, 6800000]", with: "[-74, 41]")
    func plan(_ epsg: Int) -> String { Self.plan.replacing("epsg: 2154 }\n", with: "epsg: \(epsg) }\n") }
    func code(_ epsg: Int) throws -> String {
      let world = plan(epsg).replacing(", epsg: \(epsg) }\nlevels", with: ", epsg: 4326 }\nlevels")
      let outcome = try outcome(world, degrees)
      return outcome.code == 0 ? "" : String(outcome.errors.prefix { $0 != ":" })
    }
    #expect(try code(2263) == "")  // New York Long Island, in US survey feet
    #expect(try code(3857) == "")
    #expect(try code(4258) == "error[not-projected]")
    #expect(try code(999_999) == "error[unknown-projection]")
  }

  @Test func mistakesInThePlanAreSaidTogether() throws {
    let plan = """
      outlines: { file: squares.json, code: id, epsg: 2154, layr: towns }
      levels:
        town: { code: id, name: name }
      detail: [600, 40]
      panels:
        - { id: main, epsg: 2154 }
        - { id: zoom, zoom: elsewhere, holds: [E] }
      """
    let outcome = try outcome(plan)
    #expect(outcome.code == 78)
    for code in ["unknown-key", "bad-detail", "unknown-panel"] {
      #expect(outcome.errors.contains("error[\(code)]"), "\(outcome.errors)")
    }
    #expect(outcome.errors.contains("plan.yaml:1:55: error[unknown-key]: `layr` is not a key of outlines"))
  }

  @Test func outlinesAndTablesMustAgree() throws {
    let plan = Self.plan.replacing("{ code: id, name: name }", with: "towns.csv")
      .replacing("{ code: county, name: county }", with: "counties.csv")
    try Workshop.open { workshop in
      try workshop.write("plan.yaml", plan)
      try workshop.write("squares.json", Self.topology)
      try workshop.write("counties.csv", "code,name\nC,County\n")
      try workshop.write("towns.csv", "code,name,county\n7,West,C\nN,\"North, the\",C\n")
      let outcome = try workshop.atlas(["build", "plan.yaml", "--out", "made.atlas"])
      #expect(outcome.code == 65)
      #expect(outcome.errors.contains("error[unknown-territory]: the outline `E` is no `town` of the tables"))
      #expect(outcome.errors.contains("error[missing-outline]: there is no outline of North, the (`N`)"))
      try workshop.write("towns.csv", "code,name,county\n7,West,C\nE,East,D\n")
      let other = try workshop.atlas(["build", "plan.yaml", "--out", "made.atlas"])
      #expect(
        other.errors.contains("error[unknown-parent]: East (`E` of `town`) lies in `D`, which is no `county`")
      )
      #expect(try workshop.files(in: ".").contains("made.atlas") == false)
    }
  }

  @Test func aFrameHoldsNamedTerritories() throws {
    let two = "  - { id: main, epsg: 2154 }\n  - { id: east, title: East, epsg: 2154, holds: [E] }\n"
    func plan(_ panels: String) -> String {
      Self.plan.replacing("  - { id: main, epsg: 2154 }\n", with: panels)
    }
    let good = try outcome(plan(two))
    #expect(good.code == 0 && good.errors.hasPrefix("main: 5, "), "\(good.errors)")
    let unknown = try outcome(plan(two.replacing("[E]", with: "[county X]")))
    #expect(unknown.errors.contains("error[unknown-territory]: found `county X` under `holds:`"))
    let twice = try outcome(
      plan(two.replacing("main, epsg: 2154", with: "main, epsg: 2154, holds: [county C]")))
    #expect(twice.errors.contains("error[held-twice]"))
    let none = try outcome(plan("  - { id: east, epsg: 2154, holds: [E] }\n"))
    #expect(none.errors.contains("error[held-by-none]: no frame holds `7`"), "\(none.errors)")
  }

  @Test func whatIsNoOutlineIsSaid() throws {
    let point = Self.collection.replacing("\"Polygon\"", with: "\"Point\"")
    #expect(try outcome(Self.plan, point).errors.contains("error[not-outlines]"))
    #expect(try outcome(Self.plan, "{\"type\": \"Feature\"}").errors.contains("found the type `Feature`"))
    #expect(try outcome(Self.plan, "{").errors.contains("squares.json: error[not-outlines]"))
    let broken = Self.topology.replacing("[0, -3]", with: "[0, -9]")
    #expect(try outcome(Self.plan, broken).errors.contains("there is no arc 8"))
    let open = Self.topology.replacing("[0, -3]", with: "[0]")
    #expect(try outcome(Self.plan, open).errors.contains("the ring of arcs [0] is open"))
    let apart = Self.topology.replacing("[0, -3]", with: "[0, 2]")
    #expect(try outcome(Self.plan, apart).errors.contains("in the ring [0, 2], arc 2 does not go on"))
    let twice = Self.topology.replacing("\"E\"", with: "7")
    #expect(try outcome(Self.plan, twice).errors.contains("error[outline-twice]"))
    let nameless = try outcome(Self.plan.replacing("name: name", with: "name: label"))
    #expect(
      nameless.errors.contains("error[missing-property]: found an outline without the property `label`"))
  }
}
