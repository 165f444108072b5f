import Figures
import Geometry
import Language
import Pages
import Quantities
import Statistics

extension Kit {
  /// What stands in the place of a drawing without a value.
  func nothingPublished(_ size: Size) throws -> Frame {
    var frame = Frame(size: size)
    let text = Sentences(language).say(.nothingPublished)
    frame.place(try name(text, theme.text.axis), at: .zero)
    return frame
  }
}

/// The true sentences that charts share: what is shown, its extremes, its middle, what is withheld.
struct TableFacts {
  let table: Tabulation
  let column: Int
  let language: Language
  let rows: [Tabulation.Row]
  let say: Sentences

  /// `rows`: those the chart draws; by default all members.
  init(_ table: Tabulation, column: Int = 0, rows: [Tabulation.Row]? = nil, language: Language) {
    (self.table, self.column, self.language) = (table, column, language)
    self.rows = rows ?? table.rows.filter { $0.role == .member }
    say = Sentences(language)
  }

  var head: Tabulation.Column? {
    table.columns.indices.contains(column) ? table.columns[column] : nil
  }

  /// The published values, the largest first.
  var ranked: [(member: Member, value: Quantity)] {
    rows.enumerated().compactMap { index, row in
      row.value(column).finite.map { (index, row.member, $0) }
    }.sorted { a, b in (b.2.value, a.0) < (a.2.value, b.0) }.map { ($0.1, $0.2) }
  }

  var numbers: [Double] { ranked.map(\.value.value) }

  var median: Double? { numbers.median }

  /// "Barres : montant versé, 18 régions, au 11 avril 2021."
  func subject(_ chart: Sentences.Phrase, label: String? = nil) -> String {
    say.say(
      .chartSubject,
      [
        "chart": say.say(chart), "label": label ?? say.inSentence(head?.label ?? ""),
        "count": say.count(rows.count, of: rows.first?.member.level ?? ""),
        "date": language.date(table.snapshot.date),
      ])
  }

  /// The highest and the lowest.
  var extremes: String? { extremes(of: nil) }

  /// The highest and the lowest, under the name of their measure where the chart shows several.
  func extremes(of name: String?) -> String? {
    let ranked = ranked
    guard let high = ranked.first else { return say.say(.nothingPublished) }
    guard let low = ranked.last, ranked.count > 1 else {
      return say.say(.linesEndNow, ["name": high.member.label, "amount": phrase(high.value)])
    }
    return say.say(
      name == nil ? .chartExtremes : .chartExtremesOf,
      [
        "name": name ?? "",
        "high": high.member.label, "most": phrase(high.value), "low": low.member.label,
        "least": phrase(low.value),
      ])
  }

  var middle: String? {
    guard let median, let head, numbers.count > 2 else { return nil }
    return say.say(.histogramMedian, ["amount": phrase(Quantity(median, head.unit, head.kind))])
  }

  var hidden: String? {
    let names = rows.filter { $0.value(column).finite == nil }.map(\.member.label)
    guard !names.isEmpty else { return nil }
    if names.count > 5 { return say.say(.hiddenCount, ["count": String(names.count)]) }
    return say.say(.rankedHidden, ["names": language.list(names)])
  }

  /// "670 € par habitant (Fonds de solidarité) et 2 972 € par habitant (Prêts garantis)": what a row has of each measure;
  /// the value alone where there is but one.
  func values(of member: Member, _ columns: Range<Int>, _ names: [String]) -> String? {
    guard let row = rows.first(where: { $0.member == member }) else { return nil }
    let parts = columns.compactMap { column in
      row.value(column).finite.map { value in
        let amount = phrase(value, of: column)
        return columns.count > 1 ? "\(amount) (\(table.spoken(column, names, say)))" : amount
      }
    }
    return language.list(parts)
  }

  func phrase(_ value: Quantity, of column: Int? = nil) -> String {
    let column = column ?? self.column
    let isChange = table.columns.indices.contains(column) && table.columns[column].isChange
    return language.phrase(value, signed: isChange)
  }

  /// The parts that there are, as one text.
  static func text(_ parts: String?...) -> String { parts.compactMap(\.self).joined(separator: " ") }
}

extension Tabulation.Row {
  /// The value of a column, if the row has one.
  func value(_ column: Int) -> Published<Quantity> {
    values.indices.contains(column) ? values[column] : .unavailable
  }
}

extension Published<Quantity> {
  /// What can be drawn: published, and a number.
  var finite: Quantity? { value.flatMap { $0.value.isFinite ? $0 : nil } }

  /// Not a number where nothing can be drawn.
  var number: Double { finite?.value ?? .nan }
}

extension Array where Element == Double {
  /// The middle of the values in any order; the mean of the two middle ones where their count is even.
  var median: Double? {
    let sorted = sorted()
    guard !sorted.isEmpty else { return nil }
    let middle = sorted.count / 2
    return sorted.count % 2 == 1 ? sorted[middle] : sorted[middle - 1] / 2 + sorted[middle] / 2
  }
}
