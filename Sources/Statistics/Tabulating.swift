import Diagnostics
import Quantities

extension Catalog {
  /// The snapshot that an edition reads of a cube, and the one before.
  public func snapshot(of cube: Cube, edition: CalendarDate) throws -> Snapshot {
    try Evaluation(self, edition: edition).snapshot(of: cube)
  }

  /// One figure for the whole country, or for the territory and codes that its filters name.
  public func value(_ expression: Expression, edition: CalendarDate) throws -> Published<Quantity> {
    try store.timed { try Evaluation(self, edition: edition).value(expression, .whole) }
  }

  public func column(_ expression: Expression, edition: CalendarDate) throws -> Tabulation.Column {
    try Evaluation(self, edition: edition).column(expression)
  }

  /// A figure at each snapshot of its cube, up to the edition's date.
  public func series(_ expression: Expression, edition: CalendarDate) throws -> Series {
    try store.timed { try points(expression, edition: edition) }
  }

  private func points(_ expression: Expression, edition: CalendarDate) throws -> Series {
    let evaluation = Evaluation(self, edition: edition)
    guard let cube = expression.cube.flatMap(cube), let first = cube.tables.first else {
      throw Failure(Messages.noTable(expression.text, dimensions: [], at: expression.span))
    }
    let snapshot = try evaluation.snapshot(of: cube)
    let dates = try table(first, of: cube).snapshots.filter { $0 <= snapshot.date }
    // A change asks for the snapshot before, which another processor should not be making just then.
    _ = try dates.concurrentMap { evaluation.prepare(expression, at: $0) }
    let points = try dates.concurrentMap { date in
      Series.Point(date: date, value: try evaluation.value(expression.dated(date), .whole))
    }
    return Series(column: try evaluation.column(expression), points: points, snapshot: snapshot)
  }

  /// A table of figures, as the query asks.
  public func tabulate(_ query: Query, edition: CalendarDate) throws -> Tabulation {
    try store.timed {
      let asked = CatalogStore.Asked(
        query: query, edition: edition, home: store.hasFaults ? homePlace : nil)
      return try store.tabulation(asked) {
        try Tabulator(query, Evaluation(self, edition: edition)).tabulation()
      }
    }
  }

  /// Refuses a cube whose last snapshot is older than the dictionary allows; `span`: what asks for it.
  public func checkFreshness(of name: String, edition: CalendarDate, at span: Span) throws {
    guard let cube = cube(name), let limit = cube.fresh else { return }
    let snapshot = try placing(at: span) { try self.snapshot(of: cube, edition: edition) }
    let age = edition - snapshot.date
    guard age > limit else { return }
    throw Failure(Messages.stale(name, snapshot: snapshot.date.iso, age: age, limit: limit, at: span))
  }

  /// The cubes that a text names and whose first snapshot is still to come; none where that holds of all of them.
  public func awaitedCubes(namedIn text: String, edition: CalendarDate) -> Set<String> {
    let named = Set(cubes(namedIn: text))
    let evaluation = Evaluation(self, edition: edition)
    let awaited = named.filter { name in
      guard let cube = cube(name) else { return false }
      // A table that cannot be read is told of where it is asked for.
      do { return try evaluation.lastSnapshot(of: cube) == nil } catch { return false }
    }
    return awaited == named ? [] : awaited
  }

  /// The cubes that a text names, each time it does: `fds` in "max fds.amount by region".
  public func cubes(namedIn text: String) -> [String] {
    ExpressionParser.words(text).compactMap { word in cube(String(word.prefix { $0 != "." }))?.name }
  }
}

extension Expression {
  /// The same at another date.
  func dated(_ date: CalendarDate) -> Expression {
    Expression(text: text, span: span, node: node, filters: filters, date: date)
  }
}

extension ArraySlice where Element == Tabulator.Made {
  /// How many of them are members, and not what is left over or has no place.
  fileprivate var members: Int { count { $0.found.role == .member } }
}

/// Makes the rows of a query.
struct Tabulator {
  private let query: Query
  private let evaluation: Evaluation
  private let catalog: Catalog

  init(_ query: Query, _ evaluation: Evaluation) {
    self.query = query
    self.evaluation = evaluation
    catalog = evaluation.catalog
  }

  func tabulation() throws -> Tabulation {
    let all = try ordered(query.by[...], under: .whole, depth: 0)
    let shown = all.prefix(query.top ?? all.count)
    var rows = try shown.flatMap { try withMembers($0, inner: query.by.dropFirst(), depth: 0) }
    if query.total {
      var sum = Cell.whole
      sum.isSumOfCodes = !query.by.contains(where: catalog.territorialLevels.contains)
      rows.append(try row(sum, member: whole, role: .total, depth: 0))
    }
    if query.by.isEmpty { rows = [try row(.whole, member: whole, role: .member, depth: 0)] }
    return Tabulation(
      columns: try query.values.map(evaluation.column), rows: rows, snapshot: try snapshot(),
      excerpt: Excerpt(of: query.by.first ?? "", shown: shown.members, whole: all[...].members))
  }

  private func snapshot() throws -> Snapshot {
    let cubes = query.values.compactMap(\.cube).compactMap(catalog.cube)
    // Of several cubes, the first that has begun.
    guard let cube = try cubes.first(where: { try evaluation.lastSnapshot(of: $0) != nil }) ?? cubes.first
    else {
      return Snapshot(date: evaluation.edition, previous: nil, source: "")
    }
    // Of several moments, the latest: an expression without a date is read at the edition's.
    let dates = query.values.map(\.date)
    return try evaluation.snapshot(of: cube, at: dates.contains(nil) ? nil : dates.compactMap { $0 }.max())
  }

  /// The territory that the first expression names: rows of territories are its parts. Rows of anything else leave
  /// each expression its own territory, so that one may stand beside another.
  private var named: Cell {
    get throws {
      guard catalog.contents.territories.contains(where: { $0.name == query.by.first }) else { return .whole }
      let territorial = query.values.first?.filters.filter { filter in
        catalog.contents.territories.contains { $0.name == filter.dimension }
      }
      return try Cell.whole.filtered(by: territorial ?? [], catalog)
    }
  }

  private var whole: Member { catalog.country }

  // MARK: Rows

  private func rows(of levels: ArraySlice<String>, under cell: Cell, depth: Int) throws -> [Tabulation.Row] {
    try ordered(levels, under: cell, depth: depth).flatMap {
      try withMembers($0, inner: levels.dropFirst(), depth: depth)
    }
  }

  /// The members of the first level, each with its row.
  private func ordered(_ levels: ArraySlice<String>, under cell: Cell, depth: Int) throws -> [Made] {
    guard let level = levels.first else { return [] }
    let isTerritory = catalog.contents.territories.contains { $0.name == level }
    let found = try isTerritory ? territories(level, under: cell) : members(level, under: cell)
    let inner = levels.dropFirst()
    let made = try found.map { found in
      Made(
        found: found,
        row: try row(
          found.cell, member: found.member, role: inner.isEmpty ? found.role : .group, depth: depth)
      )
    }
    return sorted(made, territorial: isTerritory && query.by.count > 1)
  }

  /// A group with its members; a group of one stands for its member, under the member's code.
  private func withMembers(_ made: Made, inner: ArraySlice<String>, depth: Int) throws -> [Tabulation.Row] {
    let (row, found) = (made.row, made.found)
    guard !inner.isEmpty else { return [row] }
    let members = try rows(of: inner, under: found.cell, depth: depth + 1)
    guard members.count != 1, found.role != .unlocated else {
      var only = row
      only.member = members.first?.member ?? row.member
      only.role = found.role == .unlocated ? .unlocated : .group
      return [only]
    }
    return [row] + members
  }

  private func row(_ cell: Cell, member: Member, role: Tabulation.Row.Role, depth: Int) throws
    -> Tabulation.Row
  {
    Tabulation.Row(
      member: member, role: role, depth: depth,
      values: try query.values.map {
        isCollectivity(cell) ? try figure($0, cell) : try evaluation.value($0, cell)
      })
  }

  /// Whether a cell is of an overseas collectivity: most sources do not tell of them.
  private func isCollectivity(_ cell: Cell) -> Bool {
    catalog.contents.territories[Int(cell.place.level)].entries[Int(cell.place.entry)].kind == .com
  }

  struct Found {
    var cell: Cell
    var member: Member
    var role: Tabulation.Row.Role
  }

  /// A member with its row.
  struct Made {
    var found: Found
    var row: Tabulation.Row
  }

  /// The territories of a level inside the cell's; those without a place, and overseas collectivities, where they have
  /// figures.
  private func territories(_ name: String, under outer: Cell) throws -> [Found] {
    var cell = outer
    if outer.place.level == 0 { cell.place = try named.place }
    guard let depth = catalog.contents.territories.firstIndex(where: { $0.name == name }) else { return [] }
    let level = catalog.contents.territories[depth]
    let parent = catalog.contents.territories[Int(cell.place.level)].entries[Int(cell.place.entry)]
    return try level.entries.enumerated().compactMap { index, entry -> Found? in
      guard
        cell.place.level == 0 || entry.parent == parent.member.code
          || (entry.isUnlocated && parent.isUnlocated)
      else { return nil }
      var inner = cell
      inner.place = Table.Place(level: Int8(depth), entry: Int32(index))
      guard try !(entry.isUnlocated || entry.kind == .com) || hasFigure(inner) else { return nil }
      // A collectivity is none of the level's members: it has no rank among them and no place on their map.
      let isMember = !entry.isUnlocated && entry.kind != .com
      return Found(cell: inner, member: entry.member, role: isMember ? .member : .unlocated)
    }
  }

  /// Whether there is something to print of what has no place: a figure, or one that is hidden.
  private func hasFigure(_ cell: Cell) throws -> Bool {
    try query.values.contains { expression in
      switch try figure(expression, cell) {
      case .value(let quantity): quantity.value != 0
      case .unavailable: false
      case .secret: true
      }
    }
  }

  /// What a source tells of a cell that most do not know: a row that is not there hides nothing.
  private func figure(_ expression: Expression, _ cell: Cell) throws -> Published<Quantity> {
    let value = try evaluation.value(expression, cell)
    guard value == .secret else { return value }
    guard let (cube, measure) = firstMeasure(expression.node) else { return .unavailable }
    return try evaluation.isHidden(measure, of: cube, cell, expression) ? .secret : .unavailable
  }

  private func members(_ name: String, under cell: Cell) throws -> [Found] {
    guard let level = catalog.level(name), let expression = query.values.first,
      let (cube, measure) = firstMeasure(expression.node)
    else { return [] }
    let date = try evaluation.snapshot(of: cube, at: expression.date).date
    let base = try cell.filtered(by: expression.filters, catalog)
    var found = try evaluation.members(of: name, cube, measure, base, at: date, expression.span).map { code in
      let entry = level.entries[Int(code)]
      var inner = cell
      inner.codes[name] = code
      return Found(cell: inner, member: entry.member, role: entry.kind.role)
    }
    if let label = cube.residual(of: name) {
      var inner = cell
      inner.residual = name
      found.append(Found(cell: inner, member: Member(level: name, code: "", label: label), role: .unlocated))
    }
    return found
  }

  private func firstMeasure(_ node: Expression.Node) -> (Cube, Measure)? {
    switch node {
    case .measure(let cube, let name, _):
      catalog.cube(cube).flatMap { cube in cube.measure(name).map { (cube, $0) } }
    case .ratio(let a, _), .difference(let a, _), .share(let a), .inside(let a, _): firstMeasure(a)
    case .population: nil
    }
  }

  // MARK: Order

  private func sorted(_ rows: [Made], territorial: Bool) -> [Made] {
    // The first of all by name would be no choice that anyone makes.
    let order = query.order ?? (territorial && query.top == nil ? .name : isTime ? .code : .value)
    let indexed = Array(rows.enumerated())
    return indexed.sorted { a, b in
      let (x, y) = (a.element.found, b.element.found)
      if x.role.place != y.role.place { return x.role.place < y.role.place }
      switch order {
      case .value:
        // A hidden value's place must not tell its size: hidden ones come last, in nomenclature order.
        let (v, w) = (a.element.row.values.first?.value?.value, b.element.row.values.first?.value?.value)
        if let v, let w, v != w { return v > w }
        if (v == nil) != (w == nil) { return v != nil }
      case .name where x.member.level != query.by.last:
        let (m, n) = (x.member.label.folded, y.member.label.folded)
        if m != n { return m < n }
      case .name, .code: break
      }
      return a.offset < b.offset
    }.map(\.element)
  }

  private var isTime: Bool { query.by.first == "month" }
}

extension Cube {
  /// What the parts of a dimension leave of the whole, by name, where a table says that they leave something.
  func residual(of dimension: String) -> String? {
    tables.first { $0.dimensions == [dimension] && $0.residual != nil }?.residual
  }
}

extension Level.CodeKind {
  var role: Tabulation.Row.Role {
    switch self {
    case .item, .metropole, .drom, .com: .member
    case .other, .unknown: .remainder
    case .none: .unlocated
    case .total: .total
    }
  }
}

extension Tabulation.Row.Role {
  /// Members first, then what is left over, then what has no place, then the sum.
  var place: Int {
    switch self {
    case .member, .group: 0
    case .remainder: 1
    case .unlocated: 2
    case .total: 3
    }
  }
}

extension String {
  /// For sorting names: small letters without the accents of French.
  var folded: String {
    let plain: [Character: Character] = [
      "à": "a", "â": "a", "ä": "a", "é": "e", "è": "e", "ê": "e", "ë": "e", "î": "i", "ï": "i", "ô": "o",
      "ö": "o",
      "ù": "u", "û": "u", "ü": "u", "ç": "c", "’": "'",
    ]
    return String(lowercased().map { plain[$0] ?? $0 })
  }
}
