import Diagnostics
import Quantities

/// A table with its rule of secrecy: what is read of it is asked of `suppression` first.
final class ProtectedTable: Sendable {
  let schema: TableSchema
  private let table: Table
  private let cube: Cube
  /// For each dimension, the code that the source gives to its sum, if any.
  let totals: [Int32?]
  private let lattice: CellLattice
  private let equations = RecentEquations()

  init(_ table: Table, schema: TableSchema, cube: Cube, contents: Catalog.Contents) {
    let territories = contents.territories
    (self.table, self.schema, self.cube) = (table, schema, cube)
    totals = schema.dimensions.map { name in
      cube.totals[name].flatMap { contents.levels[name]?.index[$0] }.map(Int32.init)
    }
    // For each territorial level, the index of an entry's parent entry in the level above; -1 for none.
    let parents = territories.enumerated().map { depth, level in
      level.entries.map { entry -> Int32 in
        guard depth > 0 else { return -1 }
        let above = territories[depth - 1]
        if depth == 1 { return 0 }
        return entry.parent.flatMap { above.index[$0] }.map(Int32.init) ?? -1
      }
    }
    lattice = CellLattice(codes: table.codes.map { Int($0.max() ?? -1) + 1 }, parents: parents)
  }

  /// Throws the table's faults: all of them, or for a sheet those of its territory, its parts and what holds it.
  func check(seenFrom home: Table.Place?, _ territories: [Level]) throws {
    let faults = table.faults.filter { fault in
      guard let home else { return true }
      return fault.place.isWithin(home, territories) || home.isWithin(fault.place, territories)
    }
    if !faults.isEmpty { throw Failure(faults.map(\.finding)) }
  }

  var snapshots: [CalendarDate] { table.snapshots }

  func moment(at date: CalendarDate) -> TableMoment {
    TableMoment(table.places[table.rows(at: date)], suppression: suppression(at: date))
  }

  func code(_ row: Int, _ dimension: Int) -> Int32 { table.codes[dimension][row] }

  /// Whether a territory is another, or a part of it.
  func isWithin(_ place: Table.Place, _ whole: Table.Place) -> Bool { lattice.isWithin(place, whole) }

  /// The code of each row.
  func codes(ofDimension dimension: Int) -> [Int32] { table.codes[dimension] }

  /// Each row's value for adding up: hidden cells count, so that a published total stays true. Not a number where the
  /// source is empty.
  func addends(ofMeasure measure: Int) -> [Double] { table.measures[measure] }

  // MARK: Secrecy

  /// What may not be shown at a snapshot: cells under the minimum of contributors, and others that would give them away.
  private func suppression(at date: CalendarDate) -> Suppression {
    guard let column = schema.measures.firstIndex(of: cube.contributors) else { return .none }
    let contributors = table.measures[column]
    let isClear = table.rows(at: date).allSatisfy {
      !(contributors[$0] > 0 && contributors[$0] < cube.minimum)
    }
    if isClear { return .none }
    let rows = table.rows(at: date)
    return Suppression(
      equations.equations(of: rows.map(key(ofRow:)), in: lattice), contributors: Array(contributors[rows]),
      minimum: cube.minimum)
  }

  private func key(ofRow row: Int) -> Int {
    totals.indices.reduce(lattice.key(table.places[row])) { key, dimension in
      let code = table.codes[dimension][row]
      return code == totals[dimension] ? key : key + lattice.step(to: code, of: dimension)
    }
  }

  /// A code that the source gives to the sum of a dimension is that sum.
  func cell(_ place: Table.Place, codes: [Int32?]) -> Suppression.Cell {
    let known = zip(codes, totals).map { code, total in
      code == total ? Suppression.Cell.allCodes : code ?? Suppression.Cell.allCodes
    }
    return Suppression.Cell(place: place, codes: known)
  }
}
