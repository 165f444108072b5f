import Diagnostics
import Quantities

/// Finds the table that holds a cell, or one that adds up to it.
struct TableChoice {
  private let catalog: Catalog
  private let cube: Cube

  init(_ catalog: Catalog, _ cube: Cube) {
    self.catalog = catalog
    self.cube = cube
  }

  func table(for measure: Measure, _ cell: Cell, _ span: Span?) throws -> CellSource {
    let ranked = cube.tables.indices.compactMap { index in
      rank(cube.tables[index], measure, cell).map { (index: index, rank: $0) }
    }
    guard let best = ranked.min(by: { $0.rank < $1.rank }) else {
      let wanted = [catalog.contents.territories[Int(cell.place.level)].name] + cell.codes.keys.sorted()
      throw Failure(Messages.noTable(cube.name, dimensions: wanted, at: span))
    }
    guard best.rank == 0 || measure.isAdditive else {
      throw Failure(Messages.notAdditive(measure.name, at: span))
    }
    let table = try catalog.table(cube.tables[best.index], of: cube)
    return CellSource(table: table, measure: measure, cell: cell, territories: catalog.contents.territories)
  }

  /// How much must be added up: 0 where the cell is a row; `nil` where the table cannot give it.
  private func rank(_ schema: TableSchema, _ measure: Measure, _ cell: Cell) -> Int? {
    guard schema.measures.contains(measure.name), cell.codes.keys.allSatisfy(schema.dimensions.contains)
    else { return nil }
    let extra = schema.dimensions.filter { cell.codes[$0] == nil && cube.totals[$0] == nil }.count
    let levels = schema.levels(catalog.contents.territories)
    let wanted = Int(cell.place.level)
    if levels.contains(wanted) { return extra * 10 }
    guard let finer = levels.filter({ $0 > wanted }).min() else { return nil }
    return extra * 10 + finer - wanted
  }
}

extension TableSchema {
  /// Depths of the territorial levels that the file holds.
  func levels(_ territories: [Level]) -> [Int] {
    switch geography {
    case .national: [0]
    case .column(let name): territories.indices.filter { territories[$0].name == name }
    case .mixed(let names): territories.indices.filter { names.contains(territories[$0].name) }
    }
  }
}

/// Where the number of a cell comes from: a row, or the sum of several.
struct CellSource {
  let table: ProtectedTable
  let measure: Measure
  let cell: Cell
  let territories: [Level]

  func number(in moment: TableMoment) -> Published<Double> {
    guard let column = table.schema.measures.firstIndex(of: measure.name) else { return .unavailable }
    if isHidden(in: moment) { return .secret }
    if let codes = exactCodes, table.schema.levels(territories).contains(Int(cell.place.level)) {
      guard let row = row(codes, in: moment) else { return missing(in: moment) }
      let value = table.addends(ofMeasure: column)[row]
      return value.isNaN ? .unavailable : .value(value)
    }
    let addends = table.addends(ofMeasure: column)
    var sum: Double?
    forEachRow(in: moment) { row in
      if !addends[row].isNaN { sum = (sum ?? 0) + addends[row] }
    }
    return sum.map(Published.value) ?? missing(in: moment)
  }

  /// The row of the cell's place with these codes.
  private func row(_ codes: [Int32], in moment: TableMoment) -> Int? {
    for run in moment.runs(of: cell.place) {
      let row = run.rows.first { row in codes.indices.allSatisfy { table.code(row, $0) == codes[$0] } }
      if let row { return row }
    }
    return nil
  }

  func isHidden(in moment: TableMoment) -> Bool {
    guard !moment.suppression.hidesNothing else { return false }
    return moment.suppression.isHidden(
      table.cell(cell.place, codes: table.schema.dimensions.map { cell.codes[$0] }))
  }

  /// Codes of `dimension` with a row under the cell's place and other codes, each once, in nomenclature order.
  func codes(of dimension: String, in moment: TableMoment) -> [Int32] {
    guard let index = table.schema.dimensions.firstIndex(of: dimension) else { return [] }
    var open = cell
    open.codes[dimension] = nil
    let source = CellSource(table: table, measure: measure, cell: open, territories: territories)
    var codes: Set<Int32> = []
    source.forEachRow(in: moment, keeping: dimension) { codes.insert(table.code($0, index)) }
    return codes.filter { $0 != table.totals[index] }.sorted()
  }

  /// The code of every dimension of the table, where each is fixed or has a total.
  private var exactCodes: [Int32]? {
    let codes = zip(table.schema.dimensions, table.totals).compactMap { cell.codes[$0] ?? $1 }
    return codes.count == table.totals.count ? codes : nil
  }

  private func missing(in moment: TableMoment) -> Published<Double> {
    guard !moment.isEmpty else { return .unavailable }
    switch table.schema.missing {
    case .secret: return isTold(in: moment) ? .secret : .unavailable
    case .zero: return .value(0)
    case .unavailable: return .unavailable
    }
  }

  /// Whether a row that is not there can be one that is withheld: of a place or a code (a month) without any row in a
  /// table by codes, the source does not withhold cells, it tells nothing.
  private func isTold(in moment: TableMoment) -> Bool {
    let dimensions = table.schema.dimensions
    guard !dimensions.isEmpty else { return true }
    let runs = moment.runs
    let tellsOfPlace = runs.contains { $0.place == cell.place || $0.place.isWithin(cell.place, territories) }
    return tellsOfPlace
      && dimensions.indices.allSatisfy { index in
        guard let code = cell.codes[dimensions[index]] else { return true }
        return runs.contains { $0.rows.contains { table.code($0, index) == code } }
      }
  }

  /// Rows that add up to the cell: of its level, or of the finest above that the table holds.
  @inline(__always)
  private func forEachRow(in moment: TableMoment, keeping open: String? = nil, _ body: (Int) -> Void) {
    let levels = table.schema.levels(territories)
    let wanted = Int(cell.place.level)
    guard let level = levels.filter({ $0 >= wanted }).min() else { return }
    let fixed = table.schema.dimensions.enumerated().compactMap {
      index, name -> (codes: [Int32], code: Int32)? in
      if name == open { return nil }
      return (cell.codes[name] ?? table.totals[index]).map { (table.codes(ofDimension: index), $0) }
    }
    let runs = level == wanted ? moment.runs(of: cell.place) : moment.runs
    for run in runs where Int(run.place.level) == level && table.isWithin(run.place, cell.place) {
      if fixed.isEmpty {
        run.rows.forEach(body)
      } else {
        for row in run.rows where fixed.allSatisfy({ $0.codes[row] == $0.code }) { body(row) }
      }
    }
  }
}
