import Diagnostics
import Quantities
import Settings

/// One file of a cube as columns: dates and codes as numbers, measures as doubles (NaN where empty).
struct Table: Sendable {
  /// The territories of a row: which level, and which of its entries.
  struct Place: Hashable, Sendable {
    var level: Int8
    var entry: Int32

    /// Whether it is the other, or one of its parts.
    func isWithin(_ other: Self, _ territories: [Level]) -> Bool {
      if other.level == 0 { return true }
      guard level > other.level else { return self == other }
      guard let parent = territories[Int(level)].entries[Int(entry)].parent,
        let index = territories[Int(level) - 1].index[parent]
      else { return false }
      return Self(level: level - 1, entry: Int32(index)).isWithin(other, territories)
    }
  }

  /// A row that cannot be read, and what it is about.
  struct Fault: Sendable {
    var place: Place
    var finding: Diagnostic
  }

  var dates: [Int32] = []
  var places: [Place] = []
  /// Index into the level's entries, a dimension after the other.
  var codes: [[Int32]]
  var measures: [[Double]]
  /// Rows of each date: the files are sorted by date, and the reader checks it.
  private(set) var rows: [Int32: Range<Int>] = [:]
  /// Rows with a field that cannot be read. Sheets about their territories fail; others see a value that is not there.
  var faults: [Fault] = []
  /// The dates in the file, oldest first.
  private(set) var snapshots: [CalendarDate] = []

  init(dimensions: Int, measures: Int) {
    codes = Array(repeating: [], count: dimensions)
    self.measures = Array(repeating: [], count: measures)
  }

  var count: Int { dates.count }

  /// Notes the rows of each date; the dates are in order.
  mutating func noteRows() {
    rows = [:]
    var start = 0
    for index in dates.indices where index + 1 == count || dates[index + 1] != dates[index] {
      rows[dates[index]] = start..<(index + 1)
      start = index + 1
    }
    snapshots = rows.keys.sorted().map { CalendarDate(dayNumber: Int($0)) }
  }

  func rows(at date: CalendarDate) -> Range<Int> { rows[Int32(date.dayNumber)] ?? 0..<0 }
}

/// What the dictionary says of one file.
struct TableSchema: Sendable {
  /// Where the dictionary names the file.
  var span: Span?
  /// How a row names its territory.
  enum Geography: Hashable, Sendable {
    /// Columns `level` and `territory`, and the levels that stand there.
    case mixed([String])
    /// One column named after its level.
    case column(String)
    /// The whole country; no column.
    case national
  }

  var path: String
  var geography: Geography
  /// Names of the levels of the other dimensions, which are the names of their columns.
  var dimensions: [String]
  var measures: [String]
  /// The measure that counts contributors, once the cube is read.
  var contributors = ""
  /// What its parts leave of the whole is called this ("Taille non connue"), where they do not add up to it.
  var residual: String?
  /// What a row that is not there means.
  var missing: Missing

  enum Missing: String, CaseIterable, Sendable { case secret, zero, unavailable }
}

/// Reads a file by its schema. Every bad row is found, up to a screenful; those of one territory are left as faults.
struct TableReader {
  private static let mostFindings = 20

  let schema: TableSchema
  let levels: [String: Level]
  let territories: [Level]

  func read(_ bytes: [UInt8]) throws -> Table {
    try bytes.withUnsafeBufferPointer { buffer in
      try CSVReader.checkKind(buffer, path: schema.path)
      try checkUTF8(bytes, path: schema.path)
      var reader = CSVReader(buffer, path: schema.path)
      var row = reader.emptyRow()
      guard try reader.next(&row) else { throw Failure(Messages.emptyTable(schema.path)) }
      let columns = try Columns(header: row, schema: schema)
      var builder = TableBuilder(schema: schema, columns: columns, levels: levels, territories: territories)
      builder.table.dates.reserveCapacity(buffer.count / 24)
      do {
        while builder.collector.diagnostics.count < Self.mostFindings, try reader.next(&row) {
          builder.add(row)
        }
      } catch let failure as Failure {
        builder.collector.add(failure.diagnostics)
      }
      builder.reportRepeatedRows(in: buffer, most: Self.mostFindings)
      // A row about one territory is that territory's mistake; all else, and too many rows, are the table's.
      let findings = builder.collector.diagnostics.count
      if findings > builder.table.faults.count || findings >= Self.mostFindings {
        try builder.collector.check()
      }
      guard builder.table.count > 0 else {
        throw Failure(Messages.emptyTable(schema.path, line: row.line + 1))
      }
      return builder.finished()
    }
  }
}

extension CSVReader {
  /// Refuses what a server sends in place of a table.
  static func checkKind(_ bytes: UnsafeBufferPointer<UInt8>, path: String) throws {
    let mark = bytes.starts(with: [0xEF, 0xBB, 0xBF]) ? 3 : 0
    guard let at = bytes.dropFirst(mark).firstIndex(where: { $0 > 0x20 }) else {
      throw Failure(Messages.emptyTable(path))
    }
    let kinds: [UInt8: String] = [0x3C: "a page of HTML or XML", 0x7B: "JSON", 0x5B: "JSON"]
    if let found = kinds[bytes[at]] {
      throw Failure(Messages.notATable(at: place(ofLineAt: at, in: bytes, path: path), found: found))
    }
  }
}

/// Where each declared column stands in the file.
struct Columns {
  var date: Int
  var level: Int?
  var territory: Int?
  var dimensions: [Int]
  var measures: [Int]
  var count: Int

  init(header: CSVRow, schema: TableSchema) throws {
    let names = (0..<header.count).map { header.text($0) }
    let line = names.joined(separator: ",")
    var collector = Collector()
    func find(_ name: String) -> Int {
      if let index = names.firstIndex(of: name) { return index }
      collector.add(Messages.missingColumn(name, path: schema.path, header: line, known: names))
      return 0
    }
    date = find("date")
    switch schema.geography {
    case .mixed: (level, territory) = (find("level"), find("territory"))
    case .column(let name): territory = find(name)
    case .national: break
    }
    dimensions = schema.dimensions.map(find)
    measures = schema.measures.map(find)
    count = names.count
    try collector.check()
  }
}

/// Adds rows to a table.
struct TableBuilder {
  let schema: TableSchema
  let columns: Columns
  let levels: [String: Level]
  let territories: [Level]
  var table: Table
  var collector = Collector()
  /// The byte where each row of the table starts in the file.
  private(set) var starts: [Int] = []
  private let fixedLevel: Int?
  private var lastDate: (text: [UInt8], number: Int32) = ([], 0)

  init(schema: TableSchema, columns: Columns, levels: [String: Level], territories: [Level]) {
    (self.schema, self.columns, self.levels, self.territories) = (schema, columns, levels, territories)
    table = Table(dimensions: schema.dimensions.count, measures: schema.measures.count)
    if case .column(let name) = schema.geography {
      fixedLevel = territories.firstIndex { $0.name == name }
    } else {
      fixedLevel = nil
    }
  }

  mutating func add(_ row: CSVRow) {
    guard row.count == columns.count else { return addRagged(row) }
    guard let key = key(row) else { return }
    let before = collector.diagnostics.count
    let values = zip(columns.measures, schema.measures).map { number(row, $0, $1) }
    append(key, values, startingAt: row.start, findings: Array(collector.diagnostics[before...]))
  }

  /// What a row is about.
  private mutating func key(_ row: CSVRow) -> Table.Key? {
    guard let date = date(row), let place = place(row) else { return nil }
    var codes: [Int32] = []
    for (name, column) in zip(schema.dimensions, columns.dimensions) {
      guard let code = code(row, column, level: name) else { return nil }
      codes.append(code)
    }
    return Table.Key(date: date, place: place, codes: codes)
  }

  /// A row with too few or too many fields may still say what it is about.
  private mutating func addRagged(_ row: CSVRow) {
    let finding = Messages.raggedRow(row, expected: columns.count)
    let keys = [columns.date] + [columns.level, columns.territory].compactMap(\.self) + columns.dimensions
    var probe = self
    probe.collector = Collector()
    let isLong = keys.allSatisfy { $0 < row.count }
    collector.add(finding)
    if isLong, let key = probe.key(row) {
      append(key, schema.measures.map { _ in nil }, startingAt: row.start, findings: [finding])
    }
  }

  /// Of a row with a mistake nothing is shown. Its contributors count where they can be read; else it is hidden as a
  /// cell of too few, so that nothing is given away.
  private mutating func append(
    _ key: Table.Key, _ values: [Double?], startingAt start: Int, findings: [Diagnostic]
  ) {
    starts.append(start)
    table.faults += findings.map { Table.Fault(place: key.place, finding: $0) }
    for (index, value) in values.enumerated() {
      let isCount = schema.measures[index] == schema.contributors
      table.measures[index].append(findings.isEmpty || isCount ? value ?? 1 : .nan)
    }
    table.dates.append(key.date)
    table.places.append(key.place)
    for (index, code) in key.codes.enumerated() { table.codes[index].append(code) }
  }

  /// Sorts by date where the file is not, and notes the rows of each.
  mutating func finished() -> Table {
    if !zip(table.dates, table.dates.dropFirst()).allSatisfy({ $0 <= $1 }) { sortByDate() }
    table.noteRows()
    return table
  }

  private mutating func sortByDate() {
    let order = table.dates.indices.sorted { (table.dates[$0], $0) < (table.dates[$1], $1) }
    let old = table
    table.dates = order.map { old.dates[$0] }
    table.places = order.map { old.places[$0] }
    table.codes = old.codes.map { column in order.map { column[$0] } }
    table.measures = old.measures.map { column in order.map { column[$0] } }
  }

  // MARK: Fields

  private mutating func date(_ row: CSVRow) -> Int32? {
    guard let bytes = row.bytes(columns.date) else { return nil }
    if bytes.elementsEqual(lastDate.text) { return lastDate.number }
    let text = row.text(columns.date)
    guard let date = CalendarDate(iso: text) else {
      collector.add(Messages.notADate(text, at: row.place(column: columns.date)))
      return nil
    }
    lastDate = (Array(bytes), Int32(date.dayNumber))
    return lastDate.number
  }

  private mutating func place(_ row: CSVRow) -> Table.Place? {
    guard let column = columns.territory else { return Table.Place(level: 0, entry: 0) }
    var level = fixedLevel
    if let levelColumn = columns.level {
      let name = row.text(levelColumn)
      level = territories.firstIndex { $0.name == name }
      if level == nil {
        collector.add(Messages.unknownCode(name, level: "level", at: row.place(column: levelColumn)))
        return nil
      }
    }
    guard let level else { return nil }
    let code = row.text(column)
    guard let entry = territories[level].index[code] else {
      collector.add(Messages.unknownCode(code, level: territories[level].name, at: row.place(column: column)))
      return nil
    }
    return Table.Place(level: Int8(level), entry: Int32(entry))
  }

  private mutating func code(_ row: CSVRow, _ column: Int, level name: String) -> Int32? {
    let text = row.text(column)
    guard let level = levels[name], let entry = level.index[text] else {
      collector.add(Messages.unknownCode(text, level: name, at: row.place(column: column)))
      return nil
    }
    return Int32(entry)
  }

  private mutating func number(_ row: CSVRow, _ column: Int, _ name: String) -> Double? {
    guard let bytes = row.bytes(column) else { return nil }
    if bytes.isEmpty { return .nan }
    guard let value = decimalNumber(bytes) else {
      collector.add(Messages.notANumber(row.text(column), column: name, at: row.place(column: column)))
      return nil
    }
    return value
  }
}
