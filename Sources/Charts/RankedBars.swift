import Figures
import Geometry
import Language
import Pages
import Quantities
import Statistics
import Typesetting

/// Rows of name, bar and figures; the bar shows the first column, every column is printed at the right.
///
/// Withheld values have no bar, and their rows stand last, by code: the order of bars must not betray them.
public struct RankedBars: Sendable {
  public enum Order: Hashable, Sendable {
    /// From the largest to the smallest.
    case descending
    /// As the table has them: classes that have an order of their own.
    case given
  }

  public let table: Tabulation
  /// The rows with a bar: members in order, then what the source sums up or cannot place.
  let rows: [Tabulation.Row]
  let total: Tabulation.Row?
  let showsShare: Bool
  let showsCodes: Bool
  let scale: Language.Scale?

  /// - Parameters:
  ///   - shares: print each row's share of the total, where the table has a total and its first column can be summed.
  ///   - codes: print the members' codes, where there is room.
  ///   - scale: of the first column and those like it; `nil` for that of their numbers.
  public init(
    _ table: Tabulation, order: Order = .descending, shares: Bool = true, codes: Bool = true,
    scale: Language.Scale? = nil
  ) {
    (self.table, self.scale) = (table, scale)
    let members = table.rows.filter { $0.depth == 0 && ($0.role == .member || $0.role == .group) }
    rows =
      (order == .given ? members : Self.ranked(members))
      + table.rows.filter { $0.depth == 0 && ($0.role == .remainder || $0.role == .unlocated) }
    total = table.rows.first { $0.role == .total }
    let column = table.columns.first
    showsShare = shares && total != nil && column?.kind != .rate && column?.isChange != true
    showsCodes = codes
  }

  private static func ranked(_ rows: [Tabulation.Row]) -> [Tabulation.Row] {
    let known = rows.filter { $0.first.value != nil }
    let hidden = rows.filter { $0.first.value == nil }
    return known.enumerated().sorted { a, b in
      let (x, y) = (a.element.first.value?.value ?? 0, b.element.first.value?.value ?? 0)
      return x == y ? a.offset < b.offset : x > y
    }.map(\.element) + hidden.sorted { $0.member.code < $1.member.code }
  }

  /// The largest published value among the members: the bar to look at first.
  var leader: Int? {
    rows.indices.filter { !rows[$0].isRemainder && rows[$0].first.value != nil }
      .max { (rows[$0].number, -$0) < (rows[$1].number, -$1) }
  }

  func share(of row: Tabulation.Row) -> Published<Quantity> {
    guard let total else { return .unavailable }
    return row.first.combined(with: total.first) { part, whole in
      Quantity(whole.value == 0 ? 0 : part.value / whole.value, .share, .rate)
    }
  }
}

extension Tabulation.Row {
  /// The value that the bar shows.
  var first: Published<Quantity> { values.first ?? .unavailable }
  var number: Double { first.value?.value ?? 0 }
  var isRemainder: Bool { role == .remainder || role == .unlocated }
}

extension RankedBars: RowPicture {
  public var tables: [Tabulation] { [table] }

  public func naturalHeight(width: Length, kit: Kit) throws -> Length {
    try plot(kit).height(width: width, kit: kit)
  }

  public func frame(size: Size, kit: Kit) throws -> Frame { try plot(kit).frame(size: size, kit: kit) }

  private func plot(_ kit: Kit) -> RowPlot {
    let bars = rows.indices.map { index -> Mark in
      let (y, colors) = (Double(index), kit.theme.colors)
      let color = rows[index].isRemainder ? colors.other : index == leader ? colors.blue : colors.bar
      return .bar(Datum(0, y), Datum(rows[index].first.number, y), thickness: 10, color)
    }
    let numbers = table.form(rows, 0..<1, kit.language)
    var plot = RowPlot(
      RowGrid(rows.indices.map { row($0, kit) } + totalRow(kit), columns(kit)),
      axis: NumberAxis(rows.map(\.first.number), numbers: numbers, tight: true), marks: bars)
    plot.showsAxis = false
    return plot
  }

  private func row(_ index: Int, _ kit: Kit) -> RowGrid.Row {
    let member = rows[index].member
    let opens = rows[index].isRemainder && index > 0 && !rows[index - 1].isRemainder
    var row = RowGrid.Row(
      kit.language.typography(member.label), short: kit.language.typography(member.shortLabel),
      code: showsCodes && !rows[index].isRemainder ? member.code : "", isStrong: index == leader)
    row.apart = opens ? 4 : 0
    return row
  }

  private func totalRow(_ kit: Kit) -> [RowGrid.Row] {
    guard let total else { return [] }
    let name = table.isTerritorial ? total.member.shortLabel : kit.language.words.total
    var row = RowGrid.Row(kit.language.typography(name))
    (row.isTotal, row.apart) = (true, 2)
    return [row]
  }
}

// MARK: - Words

extension RankedBars {
  public func alternative(language: Language) -> String {
    let say = Sentences(language)
    var sentences = [
      say.say(
        .ranked,
        [
          "label": say.inSentence(table.columns.first?.label ?? ""), "count": String(rows.count),
          "date": language.date(table.snapshot.date),
        ])
    ]
    let known = rows.filter { !$0.isRemainder && $0.first.value != nil }
    if let leader { sentences.append(head(rows[leader], say, language)) }
    if let last = known.min(by: { $0.number < $1.number }), known.count > 2, let value = last.first.value {
      sentences.append(
        say.say(.rankedLast, ["name": last.member.label, "amount": language.phrase(value)]))
    }
    let hidden = rows.filter { $0.first.value == nil }
    if !hidden.isEmpty {
      sentences.append(say.say(.rankedHidden, ["names": language.list(hidden.map(\.member.label))]))
    }
    return sentences.joined(separator: " ")
  }

  private func head(_ row: Tabulation.Row, _ say: Sentences, _ language: Language) -> String {
    let amount = row.first.value.map { language.phrase($0) } ?? ""
    guard showsShare, let share = share(of: row).value else {
      return say.say(.rankedHead, ["name": row.member.label, "amount": amount])
    }
    return say.say(
      .rankedHeadShare, ["name": row.member.label, "amount": amount, "share": language.amount(share)])
  }

  /// "Cumul au 11 avril 2021, variation depuis le 2 avril 2021 (9 jours)": what a stock and its change are.
  public func subtitle(language: Language) -> String? {
    guard table.columns.first?.kind == .stock else { return nil }
    let say = Sentences(language)
    let date = language.date(table.snapshot.date)
    guard table.columns.contains(where: \.isChange), let previous = table.snapshot.previous,
      let days = table.snapshot.days
    else { return say.say(.stockSubtitle, ["date": date]) }
    return say.say(
      .stockChangeSubtitle,
      ["date": date, "previous": language.date(previous), "days": language.days(days)])
  }

  public func reading(language: Language) -> String? {
    guard let leader, let value = rows[leader].first.value else { return nil }
    let row = rows[leader]
    let say = Sentences(language)
    var text = amount(value, of: row, say, language)
    if showsShare, let share = share(of: row).value {
      text += say.say(.rankedShare, ["share": language.amount(share)])
    }
    return text + change(of: row, say, language) + "."
  }

  /// An amount at its day, a change with its sign and its interval.
  private func amount(
    _ value: Quantity, of row: Tabulation.Row, _ say: Sentences, _ language: Language
  ) -> String {
    let snapshot = table.snapshot
    guard table.columns.first?.spansInterval == true, let previous = snapshot.previous else {
      return say.say(
        .rankedReading,
        ["name": row.member.label, "amount": language.phrase(value), "date": language.date(snapshot.date)])
    }
    return say.say(
      .rankedChange,
      [
        "name": row.member.label, "amount": language.phrase(value, signed: true),
        "period": language.period(from: previous, to: snapshot.date),
      ])
  }

  private func change(of row: Tabulation.Row, _ say: Sentences, _ language: Language) -> String {
    guard let days = table.snapshot.days, table.columns.first?.isChange == false,
      let column = table.columns.indices.first(where: { table.columns[$0].isChange }),
      table.columns[column].unit == table.columns[0].unit, row.values.indices.contains(column),
      var value = row.values[column].value, value.value != 0
    else { return "" }
    let phrase: Sentences.Phrase = value.value > 0 ? .rankedRise : .rankedFall
    value.value = value.value.magnitude
    let scale = language.scale(of: value.value, unit: value.unit)
    let decimals = language.decimals(for: value.value, unit: value.unit, scale: scale, in: .change)
    let amount = language.amount(value, scale: scale, decimals: decimals)
    return say.say(phrase, ["amount": amount, "during": language.during(days: days)])
  }
}
