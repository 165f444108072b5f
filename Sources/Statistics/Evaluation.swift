import Diagnostics
import Quantities

/// A cell that an expression is asked for.
struct Cell: Hashable {
  var place: Table.Place
  /// Entries of the dimensions that are fixed.
  var codes: [String: Int32] = [:]
  /// The dimension whose members are taken away from the whole: what they leave is not known.
  var residual: String?
  /// The sum over the codes of a dimension: it is the whole of their shares.
  var isSumOfCodes = false

  static let whole = Cell(place: Table.Place(level: 0, entry: 0))
}

/// Computes expressions at one edition's date.
struct Evaluation: Sendable {
  let catalog: Catalog
  let edition: CalendarDate

  init(_ catalog: Catalog, edition: CalendarDate) {
    self.catalog = catalog
    self.edition = edition
  }

  /// The snapshot that the edition reads of a cube, and the one before.
  func snapshot(of cube: Cube, at date: CalendarDate? = nil) throws -> Snapshot {
    if let snapshot = try lastSnapshot(of: cube, at: date) { return snapshot }
    throw Failure(
      date.map { Messages.noSnapshot(cube.name, at: $0.iso) }
        ?? Messages.noSnapshot(cube.name, before: edition.iso))
  }

  /// The same; `nil` where the first one is still to come.
  func lastSnapshot(of cube: Cube, at date: CalendarDate? = nil) throws -> Snapshot? {
    guard let first = cube.tables.first else {
      throw Failure(Messages.noTable(cube.name, dimensions: [], at: nil))
    }
    let day = date ?? edition
    let dates = try catalog.table(first, of: cube).snapshots
    guard let last = dates.lastIndex(where: { $0 <= day }) else { return nil }
    return Snapshot(date: dates[last], previous: last > 0 ? dates[last - 1] : nil, source: cube.source)
  }

  func value(_ expression: Expression, _ cell: Cell) throws -> Published<Quantity> {
    let filtered = try cell.filtered(by: expression.filters, catalog)
    return try value(expression.node, filtered, at: expression.date, expression.span)
  }

  private func value(
    _ node: Expression.Node, _ cell: Cell, at date: CalendarDate?, _ span: Span?
  ) throws -> Published<Quantity> {
    switch node {
    case .population: return population(cell)
    case .measure(let cube, let name, let facet):
      return try measure(cube, name, facet, cell, at: date, span)
    case .ratio(let a, .population):
      let unit = try Unit.ratio(unit(of: a), unit(of: .population))
      return try located(a, cell, at: date, span).combined(with: population(cell)) { top, people in
        Quantity(top.value / people.value, unit, .rate)
      }.finite
    case .ratio(let a, let b):
      let unit = try Unit.ratio(unit(of: a), unit(of: b))
      return try value(a, cell, at: date, span).combined(with: value(b, cell, at: date, span)) {
        top, bottom in
        Quantity(top.value / bottom.value, unit, .rate)
      }.finite
    case .difference(let a, let b):
      return try value(a, cell, at: date, span).combined(with: value(b, cell, at: date, span)) { x, y in
        Quantity(x.value - y.value, x.unit, x.kind)
      }
    case .inside(let part, let filter):
      var there = cell
      there.place = Cell.whole.place
      return try value(part, there.filtered(by: filter.map { [$0] } ?? [], catalog), at: date, span)
    case .share(let part):
      let whole = try value(part, cell.wholeOfShare, at: date, span)
      return try value(part, cell, at: date, span).combined(with: whole) { part, whole in
        Quantity(part.value / whole.value, .share, .rate)
      }.finite
    }
  }

  /// The whole country without what has no place in it: who has no known place is not among the inhabitants either.
  private func located(
    _ node: Expression.Node, _ cell: Cell, at date: CalendarDate?, _ span: Span?
  ) throws -> Published<Quantity> {
    let whole = try value(node, cell, at: date, span)
    guard cell.place.level == 0, let depth = finestLevel(of: node) else { return whole }
    let level = catalog.contents.territories[depth]
    return try level.uninhabited.reduce(whole) {
      rest, index in
      var place = cell
      place.place = Table.Place(level: Int8(depth), entry: Int32(index))
      guard let part = try value(node, place, at: date, span).value else { return rest }
      return rest.map { Quantity($0.value - part.value, $0.unit, $0.kind) }
    }
  }

  /// The depth of the finest territories that the first table of the node's cube holds.
  private func finestLevel(of node: Expression.Node) -> Int? {
    let cube = node.cubes.first.flatMap { catalog.cube($0) }
    return cube?.tables.first?.levels(catalog.contents.territories).max().flatMap { $0 > 0 ? $0 : nil }
  }

  private func population(_ cell: Cell) -> Published<Quantity> {
    let entry = catalog.contents.territories[Int(cell.place.level)].entries[Int(cell.place.entry)]
    guard let population = entry.population, population > 0 else { return .unavailable }
    return .value(Quantity(population, Unit(.count(catalog.contents.population.unit)), .count))
  }

  // MARK: Measures

  private func measure(
    _ cubeName: String, _ name: String, _ facet: Expression.Facet, _ cell: Cell, at date: CalendarDate?,
    _ span: Span?
  ) throws -> Published<Quantity> {
    guard let cube = catalog.cube(cubeName), let measure = cube.measure(name) else { return .unavailable }
    // Beside the figures of others, those of a cube that has not begun are not available yet.
    guard let snapshot = try date == nil ? lastSnapshot(of: cube) : snapshot(of: cube, at: date) else {
      return .unavailable
    }
    func number(_ date: CalendarDate) throws -> Published<Double> {
      try self.number(cube, measure, cell, at: date, span)
    }
    func quantity(_ value: Published<Double>, _ unit: Unit, _ kind: Kind) -> Published<Quantity> {
      value.map { Quantity($0, unit, kind) }
    }
    switch facet {
    case .value: return quantity(try number(snapshot.date), measure.unit, measure.kind)
    case .previous:
      guard let previous = snapshot.previous else { return .unavailable }
      return quantity(try number(previous), measure.unit, measure.kind)
    case .change, .pace:
      guard let previous = snapshot.previous, let days = snapshot.days else { return .unavailable }
      let change = try number(snapshot.date).combined(with: number(previous)) { $0 - $1 }
      if facet == .change { return quantity(change, measure.unit, .flow) }
      return quantity(change.map { $0 / Double(days) }, Unit(measure.unit.measure, per: .day), .flow)
    case .mean28:
      let before = try interpolated(cube, measure, cell, at: snapshot.date + -28, span)
      let mean = try number(snapshot.date).combined(with: before) { ($0 - $1) / 28 }
      return quantity(mean, Unit(measure.unit.measure, per: .day), .flow)
    }
  }

  /// A cumulative value between two snapshots, on the straight line that joins them.
  private func interpolated(
    _ cube: Cube, _ measure: Measure, _ cell: Cell, at date: CalendarDate, _ span: Span?
  ) throws -> Published<Double> {
    guard let first = cube.tables.first else { return .unavailable }
    let dates = try catalog.table(first, of: cube).snapshots
    guard let low = dates.last(where: { $0 <= date }), let high = dates.first(where: { $0 >= date }) else {
      return .unavailable
    }
    let a = try number(cube, measure, cell, at: low, span)
    guard high > low else { return a }
    let b = try number(cube, measure, cell, at: high, span)
    let part = Double(date - low) / Double(high - low)
    return a.combined(with: b) { $0 + ($1 - $0) * part }
  }

  func number(
    _ cube: Cube, _ measure: Measure, _ cell: Cell, at date: CalendarDate, _ span: Span?
  ) throws -> Published<Double> {
    if let dimension = cell.residual { return try residual(cube, measure, cell, dimension, at: date, span) }
    let source = try TableChoice(catalog, cube).table(for: measure, cell, span)
    return source.number(in: moment(of: source, at: date))
  }

  /// What the members of a dimension leave of the whole.
  private func residual(
    _ cube: Cube, _ measure: Measure, _ cell: Cell, _ dimension: String, at date: CalendarDate, _ span: Span?
  ) throws -> Published<Double> {
    var whole = cell
    whole.residual = nil
    let total = try number(cube, measure, whole, at: date, span)
    let parts = try members(of: dimension, cube, measure, whole, at: date, span).map { code in
      var part = whole
      part.codes[dimension] = code
      return try number(cube, measure, part, at: date, span)
    }
    return parts.reduce(total) { $0.combined(with: $1) { $0 - $1 } }
  }

  /// The codes of a dimension that have a row at a snapshot.
  func members(
    of dimension: String, _ cube: Cube, _ measure: Measure, _ cell: Cell, at date: CalendarDate, _ span: Span?
  ) throws -> [Int32] {
    var probe = cell
    probe.codes[dimension] = 0
    let source = try TableChoice(catalog, cube).table(for: measure, probe, span)
    return source.codes(of: dimension, in: moment(of: source, at: date))
  }

  /// Whether a cell is there and may not be shown, other than one that the source does not publish.
  func isHidden(_ measure: Measure, of cube: Cube, _ cell: Cell, _ expression: Expression) throws -> Bool {
    let asked = try cell.filtered(by: expression.filters, catalog)
    let source = try TableChoice(catalog, cube).table(for: measure, asked, expression.span)
    let date = try snapshot(of: cube, at: expression.date).date
    return source.isHidden(in: moment(of: source, at: date))
  }

  /// Finds what a date's snapshot hides, before an expression's value is asked for. What cannot be read is told then.
  func prepare(_ expression: Expression, at date: CalendarDate) {
    guard let cell = try? Cell.whole.filtered(by: expression.filters, catalog) else { return }
    for (cube, measure) in measures(of: expression.node) {
      if let source = try? TableChoice(catalog, cube).table(for: measure, cell, expression.span) {
        _ = moment(of: source, at: date)
      }
    }
  }

  private func measures(of node: Expression.Node) -> [(Cube, Measure)] {
    switch node {
    case .population: []
    case .measure(let name, let measure, _):
      catalog.cube(name).flatMap { cube in cube.measure(measure).map { [(cube, $0)] } } ?? []
    case .ratio(let a, let b), .difference(let a, let b): measures(of: a) + measures(of: b)
    case .share(let a), .inside(let a, _): measures(of: a)
    }
  }

  private func moment(of source: CellSource, at date: CalendarDate) -> TableMoment {
    catalog.store.moment(of: source.table, at: date)
  }

  // MARK: Columns

  func column(_ expression: Expression) throws -> Tabulation.Column {
    let (label, kind, isChange) = try traits(of: expression.node)
    return Tabulation.Column(
      expression: expression.text, label: label, shortLabel: measure(of: expression.node)?.shortLabel,
      unit: try unit(of: expression.node), kind: kind, isChange: isChange,
      spansInterval: expression.node.spansInterval,
      fallIsRevision: isChange && isCumulative(expression.node),
      isReceived: !isChange && measure(of: expression.node)?.isReceived == true)
  }

  /// Whether a measure only grows, but for revisions.
  private func isCumulative(_ node: Expression.Node) -> Bool {
    guard node.isMeasure, let kind = measure(of: node)?.kind else { return false }
    return kind == .stock || kind == .count
  }

  /// The measure that a node is made from, first of all.
  private func measure(of node: Expression.Node) -> Measure? {
    switch node {
    case .population: nil
    case .measure(let cube, let name, _): catalog.cube(cube)?.measure(name)
    case .ratio(let a, _), .difference(let a, _), .share(let a), .inside(let a, _): measure(of: a)
    }
  }

  private func traits(of node: Expression.Node) throws -> (label: String, kind: Kind, isChange: Bool) {
    switch node {
    case .population: return (catalog.contents.population.unit, .count, false)
    case .measure(let cube, let name, let facet):
      let measure = catalog.cube(cube)?.measure(name)
      let kind = facet == .value || facet == .previous ? measure?.kind ?? .stock : .flow
      return (measure?.label ?? name, kind, facet == .change)
    case .ratio(let a, _):
      let (label, _, isChange) = try traits(of: a)
      return (label, .rate, isChange)
    case .share(let a): return (try traits(of: a).label, .rate, false)
    case .inside(let a, _): return try traits(of: a)
    case .difference(let a, _): return (try traits(of: a).label, try traits(of: a).kind, true)
    }
  }

  private func unit(of node: Expression.Node) throws -> Unit {
    switch node {
    case .population: return Unit(.count(catalog.contents.population.unit))
    case .measure(let cube, let name, let facet):
      let unit = catalog.cube(cube)?.measure(name)?.unit ?? .euro
      return facet == .pace || facet == .mean28 ? Unit(unit.measure, per: .day) : unit
    case .ratio(let a, let b): return Unit.ratio(try unit(of: a), try unit(of: b))
    case .difference(let a, _): return try unit(of: a)
    case .share: return .share
    case .inside(let a, _): return try unit(of: a)
    }
  }
}

extension Cell {
  /// With the territories and codes that filters name.
  func filtered(by filters: [Expression.Filter], _ catalog: Catalog) throws -> Cell {
    var cell = self
    for filter in filters {
      guard let level = catalog.level(filter.dimension), let entry = level.index[filter.code] else {
        continue
      }
      if let depth = catalog.contents.territories.firstIndex(where: { $0.name == filter.dimension }) {
        let named = Table.Place(level: Int8(depth), entry: Int32(entry))
        // A part of the named territory stays what it is.
        if !cell.place.isWithin(named, catalog.contents.territories) { cell.place = named }
      } else {
        cell.codes[filter.dimension] = Int32(entry)
      }
    }
    return cell
  }

  /// A part of a dimension is compared with all of it; a territory with the whole country.
  var wholeOfShare: Cell {
    if codes.isEmpty, residual == nil, !isSumOfCodes { return .whole }
    return Cell(place: place)
  }
}

extension Unit {
  /// Euros by inhabitants are euros per inhabitant; like by like is a share.
  static func ratio(_ a: Unit, _ b: Unit) -> Unit {
    a == b ? .share : Unit(a.measure, per: b.measure)
  }
}

extension Published<Quantity> {
  /// Nothing where a division has no answer.
  var finite: Published<Quantity> {
    if case .value(let quantity) = self, !quantity.value.isFinite { .unavailable } else { self }
  }
}

extension Expression.Node {
  fileprivate var isMeasure: Bool {
    if case .measure = self { true } else { false }
  }
}
