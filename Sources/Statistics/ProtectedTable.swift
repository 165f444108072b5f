import Quantities

/// A table with the cells that secrecy hides. Nothing outside this file reads a measure without passing it.
struct ProtectedTable: Sendable {
  let schema: TableSchema
  private let table: Table
  private let cube: Cube
  private let territories: [Level]
  /// For each territorial level, the index of an entry's parent entry in the level above; -1 for none.
  private let parents: [[Int32]]

  init(_ table: Table, schema: TableSchema, cube: Cube, territories: [Level]) {
    (self.table, self.schema, self.cube, self.territories) = (table, schema, cube, territories)
    parents = territories.enumerated().map { depth, level in
      level.entries.map { entry in
        guard depth > 0 else { return -1 }
        let above = territories[depth - 1]
        if depth == 1 { return entry.isUnlocated ? -1 : 0 }
        return entry.parent.flatMap { above.index[$0] }.map(Int32.init) ?? -1
      }
    }
  }

  var snapshots: [CalendarDate] { table.snapshots }

  /// The row of a cell at a snapshot.
  func row(at date: CalendarDate, place: Table.Place, codes: [Int32]) -> Int? {
    table.rows(at: date).first { row in
      table.places[row] == place && codes.indices.allSatisfy { table.codes[$0][row] == codes[$0] }
    }
  }

  /// Rows of a snapshot that `keep` accepts by place and codes.
  func rows(at date: CalendarDate, where keep: (Table.Place, (Int) -> Int32) -> Bool) -> [Int] {
    table.rows(at: date).filter { row in keep(table.places[row]) { table.codes[$0][row] } }
  }

  func place(_ row: Int) -> Table.Place { table.places[row] }
  func code(_ row: Int, _ dimension: Int) -> Int32 { table.codes[dimension][row] }

  /// A value for adding up: hidden cells count, so that a published total stays true. `nil` where the source is empty.
  func addend(_ row: Int, measure: Int) -> Double? {
    let value = table.measures[measure][row]
    return value.isNaN ? nil : value
  }

  /// What may be shown of a cell.
  func published(_ row: Int, measure: Int, hidden: Set<Int>) -> Published<Double> {
    if hidden.contains(row) { return .secret }
    return addend(row, measure: measure).map(Published.value) ?? .unavailable
  }

  // MARK: Secrecy

  /// The rows of a snapshot that may not be shown: cells under the minimum of contributors, and, in each printed
  /// margin where just one is hidden, the next smallest, so that the total does not give it away.
  func hidden(at date: CalendarDate) -> Set<Int> {
    guard let column = schema.measures.firstIndex(of: cube.contributors) else { return [] }
    let contributors = table.measures[column]
    let rows = table.rows(at: date)
    // A true zero reveals nobody; an empty field is "not published" already.
    var hidden = Set(rows.filter { contributors[$0] > 0 && contributors[$0] < cube.minimum })
    guard !hidden.isEmpty else { return [] }
    let margins = margins(rows)
    var changed = true
    while changed {
      changed = false
      for margin in margins where margin.filter(hidden.contains).count == 1 {
        let open = margin.filter { !hidden.contains($0) && contributors[$0] > 0 }
        guard let smallest = open.min(by: { (contributors[$0], $0) < (contributors[$1], $1) }) else {
          continue
        }
        hidden.insert(smallest)
        changed = true
      }
    }
    return hidden
  }

  /// Groups of rows that add up to a published total: territories of one parent, codes of one dimension.
  private func margins(_ rows: Range<Int>) -> [[Int]] {
    var groups: [[Int32]: [Int]] = [:]
    for row in rows {
      let place = table.places[row]
      let codes = table.codes.map { $0[row] }
      let parent = parents[Int(place.level)][Int(place.entry)]
      if place.level > 0 { groups[[-1, Int32(place.level), parent] + codes, default: []].append(row) }
      for dimension in codes.indices {
        var others = codes
        others[dimension] = -1
        groups[[Int32(dimension), Int32(place.level), place.entry] + others, default: []].append(row)
      }
    }
    return groups.sorted { $0.key.lexicographicallyPrecedes($1.key) }.map(\.value).filter { $0.count > 1 }
  }
}
