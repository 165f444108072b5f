import Charts
import Diagnostics
import Quantities
import Statistics

/// What a chart over time asks: measures, or one measure for each member of a level.
struct SeriesQuery {
  var lines: [LineChart.Line]
  var snapshot: Snapshot
  var cube: Cube?
  /// What each line is a member of; `nil` for lines of measures.
  private let level: String?
  /// What the lines are of all members of their level.
  var excerpt: Excerpt?
  /// Points are whole months, called by their first days.
  let isMonthly: Bool
  private let making: SeriesMaking
  private let levels: [String]

  /// `nil` where a key is missing or wrong: the fields report it.
  init?(_ fields: inout FenceFields, _ composer: inout Composer) throws {
    let names = try fields.texts("names", composer)
    let top = fields.integer("top", in: 1...200)
    let from = fields.day("from")
    guard let written = fields.required("value") else { return nil }
    let (value, breakdown) = FigureQuery.divided(written)
    let by = breakdown ?? fields.word("by")
    var expressions: [Expression] = []
    for piece in value.split(",") {
      if let expression = try fields.attempt({ try composer.expression(piece) }) {
        expressions.append(expression)
      }
    }
    let levels = try fields.levels(by, of: composer.edition.catalog)
    guard let levels, !fields.collector.hasErrors, let first = expressions.first else { return nil }
    if let member = levels.last, member != "month", expressions.count > 1 {
      fields.report(Messages.oneOfAMember(at: value))
    }
    level = levels == ["month"] ? nil : levels.last
    cube = first.cube.flatMap { composer.edition.catalog.cube($0) }
    self.levels = levels
    isMonthly = levels.first == "month"
    making = SeriesMaking(
      expressions: expressions, word: value, edition: composer.edition, captions: MeasureCaptions(composer))
    (lines, excerpt) = try making.lines(by: levels, top: top)
    snapshot =
      lines.first?.series.snapshot ?? Snapshot(date: composer.edition.date, previous: nil, source: "")
    fields.checkNames(level == nil ? expressions.count...expressions.count : 1...max(lines.count, 1))
    for (index, name) in names.enumerated() where lines.indices.contains(index) { lines[index].name = name }
    guard let from else { return }
    let last = lines.flatMap { $0.series.points.map(\.date) }.max()
    if let last, last < from, let word = fields.written("from") {
      fields.report(Messages.fromTooLate(word, last: last.iso))
    }
    for index in lines.indices { lines[index].series.points.removeAll { $0.date < from } }
  }

  /// As a stack: the first lines, each a member, and what they leave of the published whole where the measure adds up.
  mutating func stack(_ most: Int, other: String) throws {
    guard let level else { return }
    if lines.count > most {
      excerpt = Excerpt(of: level, shown: most, whole: excerpt?.whole ?? lines.count)
      lines = Array(lines.prefix(most))
    }
    guard let whole = try making.whole(by: levels), let rest = whole.rest(after: lines.map(\.series)) else {
      return
    }
    lines.append(LineChart.Line(other, rest, isRest: true))
    excerpt = nil
  }

  /// What the series are called on the page.
  var names: [String] { lines.map { $0.name.isEmpty ? $0.series.column.label : $0.name } }

  /// Every published number in the first column, and what each line measures: for checks.
  var table: Tabulation {
    Tabulation(
      columns: lines.map(\.series.column),
      rows: lines.flatMap { line in
        line.series.points.map { point in
          Tabulation.Row(
            member: Member(level: "day", code: point.date.iso, label: "\(line.name) \(point.date.iso)"),
            values: [point.value])
        }
      }, snapshot: snapshot)
  }
}

/// Makes the series of a query.
private struct SeriesMaking {
  let expressions: [Expression]
  let word: Fence.Word
  let edition: Edition
  let captions: MeasureCaptions

  typealias Lines = (lines: [LineChart.Line], excerpt: Excerpt?)

  func lines(by levels: [String], top: Int?) throws -> Lines {
    guard let level = levels.first else {
      let lines = try expressions.map { expression in
        var series = try edition.catalog.series(expression, edition: edition.date)
        series.column.label = captions.label(series.column, of: expression, isSeries: true)
        return LineChart.Line("", series)
      }
      return (lines, nil)
    }
    if level == "month" { return try months(by: levels, top: top) }
    return try members(of: level, top: top)
  }

  /// What the members of a level make up.
  func whole(by levels: [String]) throws -> Series? {
    guard let expression = expressions.first else { return nil }
    if levels.first == "month" { return try months(by: ["month"], top: nil).lines.first?.series }
    return try edition.catalog.series(expression, edition: edition.date)
  }

  /// One line for each member of a level, the largest first.
  private func members(of level: String, top: Int?) throws -> Lines {
    let table = try edition.catalog.tabulate(
      Query(expressions, by: [level], top: top), edition: edition.date)
    let lines = try table.rows.filter { $0.role == .member }.flatMap { row in
      try expressions.map { expression in
        let text = "\(expression.text) where \(level) = \(row.member.code)"
        let member = try edition.catalog.parse(text, at: expression.span ?? word.span)
        return LineChart.Line(
          row.member.shortLabel, try edition.catalog.series(member, edition: edition.date))
      }
    }
    return (lines, table.excerpt)
  }

  /// Months of the last snapshot: one line a measure, or one a member of the inner level.
  private func months(by levels: [String], top: Int?) throws -> Lines {
    let table = try edition.catalog.tabulate(Query(expressions, by: levels), edition: edition.date)
    var points: [Member?: [Series.Point]] = [:]
    var members: [Member] = []
    var month: CalendarDate?
    var lines: [LineChart.Line] = []
    if levels.count == 1 {
      for column in table.columns.indices {
        let dated = table.rows.compactMap { row in
          CalendarDate(iso: row.member.code + "-01").map { Series.Point(date: $0, value: row.values[column]) }
        }
        lines.append(
          LineChart.Line("", Series(column: table.columns[column], points: dated, snapshot: table.snapshot)))
      }
      return (lines, nil)
    }
    for row in table.rows {
      if row.depth == 0 { month = CalendarDate(iso: row.member.code + "-01") }
      guard row.depth > 0, let month, let value = row.values.first else { continue }
      if !members.contains(row.member) { members.append(row.member) }
      points[row.member, default: []].append(Series.Point(date: month, value: value))
    }
    let ranked = members.enumerated().sorted { a, b in
      let (x, y) = (
        points[a.element]?.last?.value.value?.value ?? 0, points[b.element]?.last?.value.value?.value ?? 0
      )
      return (y, a.offset) < (x, b.offset)
    }.map(\.element)
    let shown = ranked.prefix(top ?? ranked.count)
    lines = shown.compactMap { member in
      table.columns.first.map {
        LineChart.Line(
          member.shortLabel, Series(column: $0, points: points[member] ?? [], snapshot: table.snapshot))
      }
    }
    return (lines, Excerpt(of: levels[1], shown: shown.count, whole: ranked.count))
  }
}

extension Series {
  /// What its parts leave of it, on their days; `nil` where that is nothing, or where they do not add up to it.
  fileprivate func rest(after parts: [Series]) -> Series? {
    guard column.kind != .rate else { return nil }
    let known = parts.map { Dictionary($0.points.map { ($0.date, $0.value) }) { first, _ in first } }
    var rest = self
    rest.points = points.filter { point in known.contains { $0[point.date] != nil } }.map { point in
      let left = known.reduce(point.value) { left, part in
        left.combined(with: part[point.date] ?? .unavailable) {
          Quantity($0.value - $1.value, $0.unit, $0.kind)
        }
      }
      return Point(date: point.date, value: left)
    }
    let most = points.compactMap(\.value.value?.value).max() ?? 0
    let left = rest.points.compactMap(\.value.value?.value)
    guard left.allSatisfy({ $0 > -most * 1e-9 }), left.contains(where: { $0 > most * 1e-9 }) else {
      return nil
    }
    return rest
  }
}

extension FenceFields {
  mutating func day(_ key: String) -> CalendarDate? {
    guard let word = word(key) else { return nil }
    guard let date = CalendarDate(iso: word.text) else {
      report(Messages.badValue(word, expected: "a day such as 2021-04-11"))
      return nil
    }
    return date
  }
}
