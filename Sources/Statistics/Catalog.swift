import Diagnostics
import Quantities
import Settings

/// The dictionary with its data: what all reports read their figures from.
///
/// Files are read when a query first needs them, and kept.
public final class Catalog: Sendable {
  struct Contents: Sendable {
    /// From the whole country to the finest.
    var territories: [Level]
    var levels: [String: Level]
    var cubes: [Cube]
    var population: Population
    /// What the heads of tables call the levels: "Région".
    var levelLabels: [String: String]
    /// What the dictionary declares and what could not be read of it.
    var mistaken = Mistaken.some([])

    /// Nothing can be read of a dictionary that is no YAML.
    static let unread = Contents(
      territories: [], levels: [:], cubes: [], population: Population(), levelLabels: [:], mistaken: .all)
  }

  /// What `population` means.
  struct Population: Sendable {
    /// The plural noun of what is counted.
    var unit = "habitants"
    /// "Insee, population au 1er janvier 2020"; `nil` where nobody says.
    var source: String?
  }

  /// Cubes and levels that a report may well name: they are declared, and what is wrong with them is told already.
  enum Mistaken: Sendable {
    case some(Set<String>)
    case all
  }

  let contents: Contents
  let store: CatalogStore
  private let cache: TableCache?
  private let log: InputLog?
  /// The territory whose figures expressions mean, where they name no other.
  public let home: Home?
  /// The territory whose sheet is made: mistakes in rows of others are not its own.
  let homePlace: Table.Place?

  init(
    _ contents: Contents, cache: TableCache?, log: InputLog?, store: CatalogStore = CatalogStore(),
    home: Home? = nil, sheetOf place: Table.Place? = nil
  ) {
    (self.contents, self.cache, self.log, self.store, self.home) = (contents, cache, log, store, home)
    homePlace =
      place
      ?? home.flatMap { home in
        let depth = contents.territories.firstIndex { $0.name == home.level }
        let entry = depth.flatMap { contents.territories[$0].index[home.member.code] }
        return depth.flatMap { depth in
          entry.map { Table.Place(level: Int8(depth), entry: Int32($0)) }
        }
      }
  }

  /// The same figures, seen from a territory; `nil` for the whole country.
  public func seen(from home: Home?) -> Catalog {
    Catalog(contents, cache: cache, log: log, store: store, home: home)
  }

  /// The whole country's figures as the sheet of a territory compares them.
  public var ofWholeCountry: Catalog {
    Catalog(contents, cache: cache, log: log, store: store, sheetOf: homePlace)
  }

  /// Reads the dictionary; paths in it start at `root`. `cache`: a folder for read tables, if any.
  /// The files that are read are noted in `log`. Throws all mistakes of the dictionary.
  public static func load(
    dictionary: SourceFile, root: String, cache: String? = nil, noting log: InputLog? = nil
  ) throws -> Catalog {
    var found = Collector()
    let catalog = try load(dictionary: dictionary, root: root, cache: cache, noting: log, &found)
    try found.check()
    return catalog
  }

  /// As above, with what can be read of a dictionary with mistakes; they are added to `found`.
  public static func load(
    dictionary: SourceFile, root: String, cache: String?, noting log: InputLog?, _ found: inout Collector
  ) throws -> Catalog {
    let setting = try found.attempt { try Setting.parse(dictionary) }
    let contents = try setting.map { try CatalogReader(root: root, log: log).read($0, &found) } ?? .unread
    return Catalog(contents, cache: cache.map(TableCache.init), log: log)
  }

  /// The catalog of a dictionary that cannot be read: no question has an answer, and none is called a mistake.
  public static var unread: Catalog { Catalog(.unread, cache: nil, log: nil) }

  /// What to throw at a name that is not known: nothing but what was told already, where the dictionary declares it.
  public func unknown(_ name: String, _ finding: @autoclosure () -> Diagnostic) -> Failure {
    switch contents.mistaken {
    case .some(let names) where !names.contains(name): Failure(finding())
    case .some, .all: Failure([])
    }
  }

  /// Where the population comes from, where one of these expressions asks for it and the dictionary says it.
  public func populationSource(of expressions: [String]) -> String? {
    let isAsked = expressions.contains { ExpressionParser.words($0).contains("population") }
    return isAsked ? contents.population.source : nil
  }

  public var cubes: [Cube] { contents.cubes }

  /// The time that questions took so far, on all threads together.
  public var queryTime: Duration { store.queryTime }

  public func cube(_ name: String) -> Cube? { contents.cubes.first { $0.name == name } }
  func level(_ name: String) -> Level? { contents.levels[name] }
  var levelNames: [String] { contents.levels.keys.sorted() }

  public func parse(_ text: String, at span: Span) throws -> Expression {
    var parser = ExpressionParser(text, at: span, catalog: self)
    let expression = try parser.parse()
    if case .all = contents.mistaken { throw Failure([]) }
    return expression
  }

  /// A table of a cube, read once. Where it is broken, what is wrong with the cube's other tables is told too.
  func table(_ schema: TableSchema, of cube: Cube) throws -> ProtectedTable {
    do {
      return try kept(schema, of: cube)
    } catch let failure as Failure {
      var found = Collector()
      found.add(failure.diagnostics)
      for other in cube.tables { try found.attempt { _ = try kept(other, of: cube) } }
      throw Failure(found.diagnostics)
    }
  }

  /// Reads ahead, on all processors, what a report's text can ask for: the tables of the cubes that it names which are
  /// broken down by nothing but levels that it names. One that cannot be read is told of when it is asked for.
  public func readTables(namedIn text: String) {
    let words = Set(ExpressionParser.words(text).map { String($0.prefix { $0 != "." }) })
    let wanted = cubes.filter { words.contains($0.name) }.flatMap { cube in
      cube.tables.filter { $0.dimensions.allSatisfy(words.contains) }.map { (cube: cube, schema: $0) }
    }
    _ = try? wanted.concurrentMap { _ = try? kept($0.schema, of: $0.cube) }
  }

  private func kept(_ schema: TableSchema, of cube: Cube) throws -> ProtectedTable {
    let table = try store.table(schema.path) { try read(schema, of: cube) }
    try table.check(seenFrom: homePlace, contents.territories)
    return table
  }

  private func read(_ schema: TableSchema, of cube: Cube) throws -> ProtectedTable {
    let reader = TableReader(schema: schema, levels: contents.levels, territories: contents.territories)
    func bytes() throws -> [UInt8] {
      try placing(at: schema.span) { try fileBytes(schema.path, noting: log) }
    }
    func digest() throws -> String {
      try placing(at: schema.span) { try fileDigest(schema.path, noting: log) }
    }
    let table = try cache?.table(reader, digest: digest, bytes: bytes) ?? reader.read(bytes())
    if !table.faults.isEmpty { store.noteFaults() }
    return ProtectedTable(table, schema: schema, cube: cube, contents: contents)
  }
}

extension Catalog {
  /// The levels that a query may be broken down by.
  public var levels: [String] {
    contents.territories.dropFirst().map(\.name)
      + levelNames.filter { name in
        !contents.territories.contains { $0.name == name }
      }
  }

  /// What the head of a table calls a level: "Région"; its name where the dictionary does not say.
  public func label(ofLevel name: String) -> String { contents.levelLabels[name] ?? name }

  /// A member of a level by its code.
  public func member(_ code: String, of level: String) -> Member? {
    contents.levels[level].flatMap { level in level.index[code].map { level.entries[$0].member } }
  }

  public func hasLevel(_ name: String) -> Bool { contents.levels[name] != nil }
}
