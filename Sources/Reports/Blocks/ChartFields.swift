import Charts
import Diagnostics
import Figures
import Quantities
import Statistics

/// The keys that several chart blocks share.
extension FenceFields {
  /// `bins: 12`, `bins: scott`, `bins: 0, 100, 200, 500`.
  mutating func binRule() throws -> BinRule? {
    guard let word = word("bins") else { return nil }
    switch word.text {
    case "freedman-diaconis": return .freedmanDiaconis
    case "scott": return .scott
    case "sturges": return .sturges
    default: break
    }
    if let count = Int(word.text), (1...200).contains(count) { return .count(count) }
    let edges = word.split(",").compactMap { Double($0.text) }
    let ascend = zip(edges, edges.dropFirst()).allSatisfy { $0 < $1 }
    guard edges.count == word.split(",").count, edges.count > 1, edges.allSatisfy(\.isFinite), ascend else {
      report(
        Messages.badValue(
          word,
          expected:
            "a number of bins, `freedman-diaconis`, `scott`, `sturges`, or ascending edges such as `0, 100, 500`"
        ))
      return nil
    }
    return .edges(edges)
  }

  /// `width: 50`, in place of `bins`.
  mutating func binWidth() -> Double? {
    guard let word = word("width") else { return nil }
    guard let width = Double(word.text), width.isFinite, width > 0 else {
      report(Messages.badValue(word, expected: "a number above zero, such as 50"))
      return nil
    }
    if written("bins") != nil { report(Messages.badValue(word, expected: "either `width` or `bins`")) }
    return width
  }

  /// Refuses bins beside which all values lie, and a width that makes too many of them.
  mutating func checkBins(_ chart: Histogram) {
    if let word = written("bins"), chart.isEmptied {
      report(Messages.badValue(word, expected: "edges between which some of the values lie"))
    }
    if let word = written("width"), chart.isCut {
      report(Messages.badValue(word, expected: "a width that makes fewer than \(Bins.most) bins"))
    }
  }

  /// `reference: median; mean; 300 Objectif`.
  mutating func references(_ composer: Composer) throws -> [Reference] {
    guard let word = word("reference") else { return [] }
    return try word.split(";").compactMap { piece in
      switch piece.text {
      case "median": return .median
      case "mean": return .mean
      default: break
      }
      let parts = piece.text.split(separator: " ", maxSplits: 1)
      guard let value = parts.first.flatMap({ Double($0) }), value.isFinite, parts.count == 2 else {
        report(Messages.badValue(piece, expected: "`median`, `mean`, or a number and a name: `300 Objectif`"))
        return nil
      }
      let name = try composer.text(piece.dropping(parts[0].utf8.count).trimmed)
      return .value(value, name: name)
    }
  }

  /// `bands: 200 250 Objectif; 400 450 Alerte`, in the plain unit of the axis of values.
  mutating func bands(_ composer: Composer) throws -> [Band] {
    guard let word = word("bands") else { return [] }
    return try word.split(";").compactMap { piece in
      let parts = piece.text.split(separator: " ", maxSplits: 2).map(String.init)
      let ends = parts.prefix(2).compactMap { Double($0) }.filter(\.isFinite)
      guard parts.count == 3, ends.count == 2, ends[0] < ends[1] else {
        let expected = "two values, the lower one first, and a name: `200 250 Objectif`"
        report(Messages.badValue(piece, expected: expected))
        return nil
      }
      let start = parts[0].utf8.count + parts[1].utf8.count + 2
      let name = try attempt { try composer.text(piece.dropping(start).trimmed) }
      return name.map { Band(ends[0]...ends[1], name: $0) }
    }
  }

  /// `periods: 2020-10-30 2020-12-14 2e confinement; …`, `events: 2020-12-14 Fin du confinement; …`,
  /// `arrows: 2020-12-13 288000000 Pic de décembre; …`.
  mutating func annotations(_ composer: Composer) throws -> [Annotation] {
    var annotations: [Annotation] = []
    for piece in word("periods")?.split(";") ?? [] {
      if let period = try attempt({ try Self.period(piece, composer) }) { annotations.append(period) }
    }
    for piece in word("events")?.split(";") ?? [] {
      let parts = piece.text.split(separator: " ", maxSplits: 1).map(String.init)
      guard parts.count == 2, let date = CalendarDate(iso: parts[0]) else {
        report(Messages.badValue(piece, expected: "a day and a name: `2020-12-14 Fin du confinement`"))
        continue
      }
      annotations.append(
        .event(Double(date.dayNumber), name: try composer.text(piece.dropping(parts[0].utf8.count).trimmed)))
    }
    return annotations + (try arrows(composer))
  }

  /// The end may be `…` where the period goes on. Its days stand under its name.
  private static func period(_ word: Fence.Word, _ composer: Composer) throws -> Annotation {
    let words = word.text.split(separator: " ", maxSplits: 2).map(String.init)
    guard words.count == 3, let start = CalendarDate(iso: words[0]) else {
      throw Failure(
        Messages.badValue(word, expected: "two days and a name: `2020-10-30 2020-12-14 2e confinement`"))
    }
    let end = CalendarDate(iso: words[1])
    if let end, end < start {
      throw Failure(Messages.badValue(word, expected: "the earlier day first: `2020-10-30 2020-12-14 …`"))
    }
    guard end != nil || words[1] == "…" else {
      throw Failure(Messages.badValue(word, expected: "a second day, or `…`"))
    }
    let name = composer.language.typography(words[2])
    // What the edition cannot know yet is not said.
    let language = composer.language
    let isOver = end.map { $0 <= composer.edition.date } ?? false
    let days =
      end.map { isOver ? language.period(from: start, to: $0) : language.since(start) }.map { "\n" + $0 }
      ?? ""
    let last = max(end ?? composer.edition.date, start)
    return .period(Double(start.dayNumber)...Double(last.dayNumber), name: name + days)
  }

  mutating func arrows(_ composer: Composer) throws -> [Annotation] {
    var arrows: [Annotation] = []
    for piece in word("arrows")?.split(";") ?? [] {
      let parts = piece.text.split(separator: " ", maxSplits: 2).map(String.init)
      guard parts.count == 3,
        let x = CalendarDate(iso: parts[0]).map({ Double($0.dayNumber) }) ?? Double(parts[0]),
        let y = Double(parts[1]), x.isFinite, y.isFinite
      else {
        report(
          Messages.badValue(
            piece, expected: "a day (or a number), a value and a text: `2020-12-13 288000000 Pic de décembre`"
          ))
        continue
      }
      let start = parts[0].utf8.count + parts[1].utf8.count + 2
      arrows.append(.remark(Datum(x, y), text: try composer.text(piece.dropping(start).trimmed)))
    }
    return arrows
  }

  /// What the author wrote for a key.
  func written(_ key: String) -> Fence.Word? { fence.fields.last { $0.key.text == key }?.value }

  /// Refuses a second measure of groups, whose members alone are drawn.
  mutating func checkMeasures(_ asked: FigureQuery) {
    guard asked.query.by.count > 1, asked.query.values.count > 1, let word = written("value") else { return }
    report(Messages.oneOfAGroup(at: word))
  }

  /// Refuses parts below zero: they have no length in a stack, so that neither it nor its sum would be true.
  mutating func checkParts(_ rows: [Tabulation.Row], otherwise: Messages.Unstacked) {
    guard let word = written("value") else { return }
    for row in rows where row.role != .total {
      guard let value = row.values.lazy.compactMap(\.value?.value).first(where: { $0 < 0 }) else { continue }
      return report(Messages.negativePart(row.member.label, value, at: word, otherwise))
    }
  }

  /// Refuses measures of several units, which no one axis can show.
  mutating func checkUnits(_ table: Tabulation) {
    guard let first = table.columns.first, let word = written("value") else { return }
    for column in table.columns where column.unit != first.unit {
      return report(Messages.mixedUnits(first.expression, column.expression, at: word))
    }
  }

  /// Refuses names that are not as many as what they name: `names: Prêts; Reports` of two measures.
  mutating func checkNames(_ expected: ClosedRange<Int>) {
    guard let word = fence.fields.last(where: { $0.key.text == "names" })?.value, !word.text.isEmpty else {
      return
    }
    let found = word.split(";").count
    if !expected.contains(found) { report(Messages.names(found, expected: expected, at: word)) }
  }

  /// One name a measure of a query, where it has no groups, which have names of their own.
  mutating func checkNames(_ asked: FigureQuery, groups: Int? = nil) {
    let measures = asked.query.values.count
    checkNames(asked.query.by.count > 1 ? (groups.map { min(1, $0)...$0 } ?? 0...0) : measures...measures)
  }

  /// `axis: 0, 1200`: what an axis shows at least, so that figures of several sheets compare.
  mutating func span(_ key: String) -> ClosedRange<Double>? {
    guard let word = word(key) else { return nil }
    let ends = word.split(",").compactMap { Double($0.text) }.filter(\.isFinite)
    guard ends.count == 2, word.split(",").count == 2, ends[0] < ends[1] else {
      report(Messages.badValue(word, expected: "the ends of the axis, the lower one first: `0, 1200`"))
      return nil
    }
    return ends[0]...ends[1]
  }

  /// An axis form; a logarithm is refused where a value has no place on it.
  mutating func scale(_ key: String = "scale") -> (form: NumberAxis.Form, word: Fence.Word?) {
    (choice(key, NumberAxis.Form.self) ?? .linear, fence.fields.last { $0.key.text == key }?.value)
  }

  mutating func check(
    _ scale: (form: NumberAxis.Form, word: Fence.Word?), _ table: Tabulation, columns: Range<Int>? = nil
  ) {
    guard scale.form == .log, let word = scale.word else { return }
    for row in table.rows where row.role != .total {
      for column in columns ?? table.columns.indices {
        guard row.values.indices.contains(column), let value = row.values[column].value?.value, value <= 0
        else {
          continue
        }
        return report(Messages.noLogarithm(row.member.label, "\(value)", at: word))
      }
    }
  }
}

extension Composer {
  /// Warns of what `highlight` names and a figure does not show: nothing would stand out, and nobody would know why.
  mutating func checkHighlight(
    _ names: [String], _ fields: FenceFields, among known: [String], key: String = "highlight"
  ) {
    guard let word = fields.written(key) else { return }
    for name in names where !known.contains(name) {
      warn(Messages.unknownHighlight(name, known: known, at: word))
    }
  }
}

extension Composer {
  /// Warns of annotations that are over before the axis begins. Those after its end may come with a later edition.
  mutating func checkDays(_ fields: FenceFields, of series: [Series]) {
    guard let first = series.flatMap({ $0.points.map(\.date) }).min() else { return }
    for key in ["periods", "events", "arrows"] {
      for piece in fields.written(key)?.split(";") ?? [] {
        let words = piece.text.split(separator: " ").map(String.init)
        // Without an end, a period goes on.
        let last = key == "periods" ? words.dropFirst().first : words.first
        guard let day = last.flatMap({ CalendarDate(iso: $0) }), day < first else { continue }
        warn(Messages.beforeAxis(piece, first: first.iso))
      }
    }
  }
}

extension FigureQuery {
  /// The snapshot that an expression is read at.
  func day(of expression: Expression, _ composer: Composer) throws -> CalendarDate {
    let date = expression.date ?? composer.edition.date
    guard let cube else { return date }
    return try composer.edition.catalog.snapshot(of: cube, edition: date).date
  }

  /// The published value of each group that its members make up; none where they cannot be added up.
  func wholes(_ table: Tabulation) -> [Member: Double] {
    guard query.by.count > 1, let column = table.columns.first, column.kind != .rate, !column.isChange else {
      return [:]
    }
    return table.rows.reduce(into: [:]) { wholes, row in
      if row.role == .group { wholes[row.member] = row.values.first?.value?.value }
    }
  }

  /// A table of groups with their members as one with a column for each member; any other table as it is.
  ///
  /// The members of the largest sum come first.
  func spread(_ table: Tabulation) -> Tabulation {
    let groups = table.rows.filter { $0.role == .group }
    guard query.by.count > 1, let column = table.columns.first, !groups.isEmpty else { return table }
    var members: [Member] = []
    var cells: [[Member: Published<Quantity>]] = []
    for row in table.rows {
      if row.role == .group { cells.append([:]) }
      guard row.role == .member, !cells.isEmpty else { continue }
      if !members.contains(row.member) { members.append(row.member) }
      cells[cells.count - 1][row.member] = row.values.first ?? .unavailable
    }
    func sum(_ member: Member) -> Double { cells.reduce(0) { $0 + ($1[member]?.value?.value ?? 0) } }
    let ordered =
      query.order == .code
      ? members
      : members.enumerated().sorted { (sum($1.element), $0.offset) < (sum($0.element), $1.offset) }.map(
        \.element)
    return Tabulation(
      columns: ordered.map { member in
        var column = column
        (column.label, column.name) = (member.shortLabel, member.shortLabel)
        return column
      },
      rows: zip(groups, cells).map { group, cells in
        Tabulation.Row(member: group.member, values: ordered.map { cells[$0] ?? .unavailable })
      }, snapshot: table.snapshot, excerpt: table.excerpt)
  }
}
