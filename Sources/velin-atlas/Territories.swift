import Diagnostics
import Statistics

/// The territories of every level with their names, from tables or from the properties of the outlines.
struct Territories {
  struct Entry {
    var code: String
    var name: String
    var parent: String?
  }

  struct Level {
    var name: String
    var entries: [Entry]
  }

  /// From the finest to the whole, as in the plan.
  private(set) var levels: [Level]

  var finest: [Entry] { levels.first?.entries ?? [] }

  init(_ plan: AtlasPlan, _ outlines: Outlines) throws {
    var problems = Collector()
    levels = []
    for level in plan.levels {
      let entries = try problems.attempt { try Self.entries(of: level, plan, outlines) } ?? []
      levels.append(Level(name: level.name, entries: entries))
    }
    try problems.check()
    for (level, above) in zip(levels, levels.dropFirst()) {
      let known = Set(above.entries.map(\.code))
      for entry in level.entries {
        guard let parent = entry.parent, !known.contains(parent) else { continue }
        problems.add(
          AtlasBuildMessage.unknownParent(entry, level: level.name, parent: parent, above: above.name))
      }
    }
    try problems.check()
  }

  /// The codes of the finest level that a territory of any level holds.
  func members(of code: String, level: String) -> [String] {
    guard let depth = levels.firstIndex(where: { $0.name == level }) else { return [] }
    var held = Set([code])
    for level in levels[..<depth].reversed() {
      held = Set(level.entries.filter { $0.parent.map(held.contains) ?? false }.map(\.code))
    }
    return held.sorted()
  }

  private static func entries(
    of level: AtlasPlan.Level, _ plan: AtlasPlan, _ outlines: Outlines
  ) throws -> [Entry] {
    guard let path = level.table else { return try entries(of: level, outlines) }
    let table = try TextTable(path: path)
    let (codes, names) = (try table.column(level.code), try table.column(level.label))
    let parents = try level.parent.map { try table.column($0) }
    var problems = Collector()
    var entries: [Entry] = []
    var seen: Set<String> = []
    for (index, code) in codes.enumerated() where !level.without.contains(code) {
      if !seen.insert(code).inserted {
        problems.add(AtlasBuildMessage.codeTwice(code, path: path, line: table.rows[index].line))
      }
      entries.append(Entry(code: code, name: names[index], parent: parents?[index].nonEmpty))
    }
    try problems.check()
    return entries
  }

  /// One entry for each code that stands in the properties: several outlines have the same region.
  private static func entries(of level: AtlasPlan.Level, _ outlines: Outlines) throws -> [Entry] {
    var entries: [Entry] = []
    var seen: Set<String> = []
    for feature in outlines.features {
      let code = try outlines.property(level.code, of: feature)
      guard seen.insert(code).inserted, !level.without.contains(code) else { continue }
      entries.append(
        Entry(
          code: code, name: try outlines.property(level.label, of: feature),
          parent: try level.parent.map { try outlines.property($0, of: feature) }))
    }
    return entries
  }
}

extension String {
  fileprivate var nonEmpty: String? { isEmpty ? nil : self }
}
