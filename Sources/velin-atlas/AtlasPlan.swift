import Cartography
import Diagnostics
import Settings

/// What an atlas is made of, as a YAML file says: outlines, levels of territories, frames.
struct AtlasPlan {
  /// Where outlines come from.
  struct Source {
    var path: String
    /// Of a file with several layers; `nil` for the only one.
    var layer: String?
    /// The property that holds the code of a territory.
    var code: String
    /// EPSG code of the coordinates; `nil` for what the file says.
    var epsg: Int?
  }

  /// A level of territories.
  struct Level {
    var name: String
    /// A table of its territories; `nil` where the properties of the outlines say all.
    var table: String?
    /// Columns of the table, or properties of the outlines.
    var code: String
    var label: String
    /// Names the territory above; `nil` at the uppermost level.
    var parent: String?
    /// Codes of the table that have no outline, on purpose.
    var without: Set<String>
    var span: Span
  }

  var outlines: Source
  /// From the finest to the whole.
  var levels: [Level]
  /// Metres on the ground that each level of detail keeps, from fine to coarse.
  var detail: [DetailLevel]
  var panels: [PanelPlan]
  /// Who drew the outlines, as maps say it.
  var source: String

  /// - Parameters:
  ///   - outlines: a file in the place of the one that the plan names.
  init(path: String, outlines: String? = nil) throws {
    let file = try fileText(path)
    let folder = path.split(separator: "/", omittingEmptySubsequences: false).dropLast()
    let root = folder.isEmpty ? "." : folder.joined(separator: "/")
    var reader = SettingReader(try Setting.parse(file), of: "the plan of an atlas")
    let outlined = reader.required("outlines") { try Source($0, root: root) }
    let levels = reader.required("levels") { try Self.levels($0, root: root) }
    let detail = reader.optional("detail") { try Self.detail($0) }
    let panels = reader.required("panels") { setting in try Self.panels(setting) }
    source = reader.string("source") ?? ""
    try reader.finish()
    guard let outlined, let levels, let panels else { throw Failure(reader.collector.diagnostics) }
    self.outlines = outlined
    if let outlines { self.outlines.path = outlines }
    self.levels = levels
    self.detail = detail ?? Self.usualDetail
    self.panels = panels
  }

  /// A sheet of one territory, a zoom, an inset, a region, a full page, a column: for a country the size of France.
  private static let usualDetail = [40.0, 110, 250, 500, 950, 1900].map(DetailLevel.init(tolerance:))

  private static func detail(_ setting: Setting) throws -> [DetailLevel] {
    let metres = try setting.oneOrMore().map { try $0.double() }
    let isRising = zip(metres, metres.dropFirst()).allSatisfy { $0 < $1 }
    guard let first = metres.first, first >= 1, isRising else {
      throw Failure(AtlasBuildMessage.detail(at: setting.span))
    }
    return metres.map { DetailLevel(tolerance: $0.rounded()) }
  }

  /// Written from the whole to the finest, as a dictionary writes them.
  private static func levels(_ setting: Setting, root: String) throws -> [Level] {
    var problems = Collector()
    var above: String?
    var levels: [Level] = []
    for pair in try setting.mapping() {
      if let level = try problems.attempt({ try Level(pair, above: above, root: root) }) {
        levels.append(level)
      }
      above = pair.key
    }
    if levels.isEmpty { problems.add(AtlasBuildMessage.noLevel(at: setting.span)) }
    try problems.check()
    return levels.reversed()
  }

  private static func panels(_ setting: Setting) throws -> [PanelPlan] {
    var problems = Collector()
    let panels = try setting.list().compactMap { item in try problems.attempt { try PanelPlan(item) } }
    let places = panels.filter { $0.zoomOf == nil }
    if places.isEmpty { problems.add(AtlasBuildMessage.noPanel(at: setting.span)) }
    for (index, panel) in panels.enumerated() {
      if panels[..<index].contains(where: { $0.id == panel.id }) {
        problems.add(AtlasBuildMessage.panelTwice(panel.id, at: panel.span))
      }
      if let main = panel.zoomOf, !places.contains(where: { $0.id == main }) {
        problems.add(AtlasBuildMessage.unknownPanel(main, known: places.map(\.id), at: panel.span))
      }
    }
    for rest in places.filter({ $0.holds.isEmpty }).dropFirst() {
      problems.add(AtlasBuildMessage.secondRest(rest.id, at: rest.span))
    }
    try problems.check()
    return panels
  }
}

extension AtlasPlan.Source {
  /// `outlines: countries.geojson`, or a mapping with `file`, `layer`, `code`, `epsg`.
  fileprivate init(_ setting: Setting, root: String) throws {
    if case .scalar = setting.value {
      self.init(path: "\(root)/\(try setting.string())", layer: nil, code: "code", epsg: nil)
      return
    }
    var reader = SettingReader(setting, of: "outlines")
    let file = reader.required("file") { try $0.string() }
    let (layer, code, epsg) = (reader.string("layer"), reader.string("code"), reader.integer("epsg"))
    try reader.finish()
    self.init(path: "\(root)/\(file ?? "")", layer: layer, code: code ?? "code", epsg: epsg)
  }
}

extension AtlasPlan.Level {
  /// `region: regions.csv`, or a mapping with `table`, `code`, `name`, `parent`, `without`.
  fileprivate init(_ pair: Setting.Pair, above: String?, root: String) throws {
    if case .scalar = pair.value.value {
      let table = "\(root)/\(try pair.value.string())"
      self.init(
        name: pair.key, table: table, code: "code", label: "name", parent: above, without: [],
        span: pair.keySpan)
      return
    }
    var reader = SettingReader(pair.value, of: "a level")
    let (table, code, label) = (reader.string("table"), reader.string("code"), reader.string("name"))
    let (parent, without) = (reader.string("parent"), reader.strings("without"))
    try reader.finish()
    self.init(
      name: pair.key, table: table.map { "\(root)/\($0)" }, code: code ?? "code", label: label ?? "name",
      parent: above.map { parent ?? $0 }, without: Set(without ?? []), span: pair.keySpan)
  }
}
