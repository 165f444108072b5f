import Diagnostics
import Quantities
import Settings

/// Reads the dictionary: levels, then cubes.
struct CatalogReader {
  let root: String
  var log: InputLog?

  /// What can be read of the dictionary; what is wrong with the rest is added to `found`.
  func read(_ setting: Setting, _ found: inout Collector) throws -> Catalog.Contents {
    var reader = SettingReader(setting, of: "the dictionary")
    let territories = reader.required("territories") { try $0.mapping() } ?? []
    let nomenclatures = reader.required("nomenclatures") { try $0.mapping() } ?? []
    let cubes = reader.required("cubes") { try $0.mapping() } ?? []
    let population = reader.required("population") { try Catalog.Population($0) } ?? Catalog.Population()
    let names = reader.optional("names") { try $0.mapping() } ?? []
    var collector = Collector()
    for pair in names where !(territories + nomenclatures).contains(where: { $0.key == pair.key }) {
      let known = (territories + nomenclatures).map(\.key)
      collector.add(Messages.unknownLevel(pair.key, known: known, at: pair.keySpan))
    }
    var above: String?
    var places: [Level] = []
    for pair in territories {
      if let level = try collector.attempt({ try self.level(pair, parent: above) }) { places.append(level) }
      above = pair.key
    }
    let others = try nomenclatures.compactMap { pair in
      try collector.attempt { try level(pair, parent: nil) }
    }
    let levels = Dictionary((places + others).map { ($0.name, $0) }) { first, _ in first }
    // A nomenclature that cannot be read is reported once, not again by each table that uses it.
    let declared = (territories + nomenclatures).map(\.key)
    let read = try cubes.compactMap { pair in
      try collector.attempt { try CubeReader(root: root, levels: declared).read(pair) }
    }
    reader.report(collector.diagnostics)
    try found.attempt { try reader.finish() }
    // Depths of territories would not be what the tables mean.
    guard places.count == territories.count, !places.isEmpty else { return .unread }
    let whole = read.filter { $0.levelNames.allSatisfy { levels[$0] != nil } }
    let known = Set(levels.keys).union(whole.map(\.name))
    return Catalog.Contents(
      territories: places, levels: levels, cubes: whole, population: population,
      levelLabels: Dictionary(try names.map { ($0.key, try $0.value.string()) }) { first, _ in first },
      mistaken: .some(Set(declared + cubes.map(\.key)).subtracting(known)))
  }

  /// A nomenclature: a path to a table with `code`, `label` or `name`, and optional `short`, `kind`, `tncc`,
  /// `population` and the column named after the level above; or a list of codes.
  private func level(_ pair: Setting.Pair, parent: String?) throws -> Level {
    let path = "\(root)/\(try pair.value.string())"
    let bytes = try placing(at: pair.value.span) { try fileBytes(path, noting: log) }
    try checkUTF8(bytes, path: path)
    return try bytes.withUnsafeBufferPointer { buffer in
      try CSVReader.checkKind(buffer, path: path)
      var csv = CSVReader(buffer, path: path)
      var row = csv.emptyRow()
      guard try csv.next(&row) else { throw Failure(Messages.emptyTable(path)) }
      let header = (0..<row.count).map { row.text($0) }
      guard let code = header.firstIndex(of: "code") else {
        let line = header.joined(separator: ",")
        throw Failure(Messages.missingColumn("code", path: path, header: line, known: header))
      }
      var entries: [Level.Entry] = []
      while try csv.next(&row) {
        guard row.count == header.count else {
          throw Failure(Messages.raggedRow(row, expected: header.count))
        }
        entries.append(entry(row, header, code: code, level: pair.key, parent: parent))
      }
      return Level(name: pair.key, parent: parent, entries: entries)
    }
  }

  private func entry(_ row: CSVRow, _ header: [String], code: Int, level: String, parent: String?)
    -> Level.Entry
  {
    func text(_ name: String) -> String? {
      guard let index = header.firstIndex(of: name) else { return nil }
      let text = row.text(index)
      return text.isEmpty ? nil : text
    }
    let label = text("label") ?? text("name") ?? row.text(code)
    let member = Member(
      level: level, code: row.text(code), label: label, shortLabel: text("short"),
      article: text("tncc").flatMap { Int($0) })
    return Level.Entry(
      member: member, kind: text("kind").flatMap(Level.CodeKind.init) ?? .item,
      parent: parent.flatMap(text), population: text("population").flatMap { Double($0) })
  }
}

extension Catalog.Population {
  /// `population: habitants`, or a mapping with `unit` and `source`.
  fileprivate init(_ setting: Setting) throws {
    guard (try? setting.mapping()) != nil else {
      unit = try setting.string()
      return
    }
    var reader = SettingReader(setting, of: "`population`")
    unit = reader.required("unit") { try $0.string() } ?? unit
    source = reader.string("source")
    try reader.finish()
  }
}

/// Reads one cube of the dictionary.
struct CubeReader {
  let root: String
  /// Names of the levels that the dictionary declares.
  let levels: [String]

  func read(_ pair: Setting.Pair) throws -> Cube {
    var reader = SettingReader(pair.value, of: "the cube `\(pair.key)`")
    var collector = Collector()
    let measurePairs = reader.required("measures") { try $0.mapping() } ?? []
    let measures = try measurePairs.compactMap { pair in try collector.attempt { try measure(pair) } }
    let tablePairs = reader.required("tables") { try $0.list() } ?? []
    let tables = try tablePairs.compactMap { setting in
      try collector.attempt { try table(setting, measures: measurePairs.map(\.key)) }
    }
    let contributors =
      reader.required("contributors") { try Self.contributors($0, among: measurePairs.map(\.key)) } ?? ""
    let totals = reader.optional("totals") { try $0.mapping() } ?? []
    let cube = Cube(
      name: pair.key,
      label: reader.required("label") { try $0.string() } ?? "",
      producer: reader.required("producer") { try $0.string() } ?? "",
      source: reader.required("source") { try $0.string() } ?? "",
      frequency: reader.required("frequency") { try $0.string() } ?? "",
      scope: reader.required("scope") { try $0.string() } ?? "",
      fresh: reader.integer("fresh"),
      measures: measures,
      contributors: contributors,
      minimum: reader.double("minimum") ?? 3,
      totals: Dictionary(try totals.map { ($0.key, try $0.value.string()) }) { first, _ in first },
      tables: tables.map { table in
        var table = table
        table.contributors = contributors
        return table
      })
    reader.report(collector.diagnostics)
    try reader.finish()
    return cube
  }

  private func measure(_ pair: Setting.Pair) throws -> Measure {
    var reader = SettingReader(pair.value, of: "a measure")
    let measure = Measure(
      name: pair.key,
      label: reader.required("label") { try $0.string() } ?? "",
      shortLabel: reader.string("short"),
      unit: reader.required("unit") { Self.unit(try $0.string()) } ?? .euro,
      kind: reader.required("kind") { try $0.choice(Kind.self) } ?? .stock,
      isAdditive: reader.bool("additive") ?? true, isReceived: reader.bool("received") ?? false)
    try reader.finish()
    return measure
  }

  /// `euro`, `hour`, `day`, or the plural noun of what is counted.
  static func unit(_ text: String) -> Unit {
    switch text {
    case "euro": .euro
    case "hour": .hours
    case "day": Unit(.day)
    default: Unit(.count(text))
    }
  }

  private func level(_ setting: Setting) throws -> String {
    let name = try setting.string()
    guard levels.contains(name) else {
      throw Failure(Messages.unknownLevel(name, known: levels.sorted(), at: setting.span))
    }
    return name
  }

  /// The measure that counts contributors; none where the dictionary says `none`: nothing of the cube is confidential.
  private static func contributors(_ setting: Setting, among known: [String]) throws -> String {
    try setting.string() == "none" && !known.contains("none") ? "" : measure(named: setting, among: known)
  }

  private static func measure(named setting: Setting, among known: [String]) throws -> String {
    let name = try setting.string()
    guard known.contains(name) else {
      throw Failure(Messages.undeclaredMeasure(name, known: known, at: setting.span))
    }
    return name
  }

  private func table(_ setting: Setting, measures: [String]) throws -> TableSchema {
    var reader = SettingReader(setting, of: "a table")
    let file = reader.required("file") { $0 }
    // A table of the whole country alone has no column that says so.
    let country = levels.prefix(1)
    let places = reader.required("territory") { try $0.oneOrMore().map(level) } ?? Array(country)
    let geography: TableSchema.Geography =
      places == Array(country) ? .national : places.count == 1 ? .column(places[0]) : .mixed(places)
    let schema = TableSchema(
      span: file?.span, path: "\(root)/\(try file?.string() ?? "")", geography: geography,
      dimensions: reader.optional("by") { try $0.oneOrMore().map(level) } ?? [],
      measures: reader.optional("measures") {
        try $0.oneOrMore().map { try Self.measure(named: $0, among: measures) }
      } ?? measures,
      residual: reader.string("residual"),
      missing: reader.optional("missing") { try $0.choice(TableSchema.Missing.self) } ?? .secret)
    try reader.finish()
    return schema
  }
}
