import Figures
import Language
import Quantities
import Statistics

/// Bars divided into parts: columns over months (or other groups), or rows of shares.
public struct StackedBars: Sendable {
  public enum Form: Hashable, Sendable {
    /// One column a group, on a value axis.
    case columns
    /// One row a group, each as long as 100 %.
    case shares
  }

  let table: Tabulation
  let form: Form
  let ordered: Bool

  /// - Parameters:
  ///   - table: groups (`month > nace17`) whose members are the parts; a table without groups is one bar.
  ///   - form: by default columns where there are several groups, else one row of shares.
  ///   - ordered: the parts are classes with an order of their own: sequential colours, none summed up.
  public init(_ table: Tabulation, form: Form? = nil, ordered: Bool = false) {
    (self.table, self.ordered) = (table, ordered)
    self.form = form ?? (table.rows.filter { $0.role == .group }.count > 1 ? .columns : .shares)
  }

  /// The parts that have a colour; classes with an order take the sequential palette.
  public var coloredSeries: [String] {
    guard !ordered else { return [] }
    let stack = Stack(table, ordered: false, other: "")
    return stack.named.map { stack.parts[$0].shortLabel }
  }

  func stack(_ language: Language) -> Stack {
    Stack(table, ordered: ordered, other: Sentences(language).say(.other).capitalizedFirst)
  }
}

extension StackedBars {
  private func amount(_ value: Double, _ language: Language) -> String {
    let column = table.columns.first
    return language.phrase(Quantity(value, column?.unit ?? Unit(.one), column?.kind ?? .count))
  }

  private func name(_ bar: Stack.Bar, _ language: Language) -> String {
    CalendarDate(month: bar.member).map { language.date($0, .monthYear) } ?? bar.member.label
  }

  /// The sum of each named part over the bars.
  private func sums(_ stack: Stack) -> [(name: String, value: Double)] {
    stack.named.map { part in
      (stack.parts[part].label, stack.bars.reduce(0) { $0 + ($1.values[part] ?? 0) })
    }
  }

  public func subtitle(language: Language) -> String? {
    guard form == .columns else { return nil }
    return axis(stack(language), language).unitName(language).capitalizedFirst
  }

  public func alternative(language: Language) -> String {
    let (say, stack) = (Sentences(language), stack(language))
    guard let first = stack.bars.first, let last = stack.bars.last,
      let peak = stack.bars.max(by: { $0.sum < $1.sum }),
      let part = sums(stack).max(by: { $0.value < $1.value })
    else { return table.columns.first?.label ?? "" }
    let most = say.say(.stackPart, ["name": part.name, "amount": amount(part.value, language)])
    guard stack.bars.count > 1 else {
      let whole = say.say(
        .tile, ["label": table.columns.first?.label ?? "", "amount": amount(first.sum, language)])
      return whole + " " + most
    }
    let head = say.say(
      .stack,
      [
        "label": say.inSentence(table.columns.first?.label ?? ""), "count": String(stack.bars.count),
        "first": name(first, language), "last": name(last, language),
      ])
    let high = say.say(
      .stackPeak, ["name": name(peak, language), "amount": amount(peak.sum, language)])
    return [head, high, most].joined(separator: " ")
  }

  public func reading(language: Language) -> String? {
    let stack = stack(language)
    guard let bar = stack.bars.max(by: { $0.sum < $1.sum }), bar.sum > 0,
      let part = stack.named.max(by: { (bar.values[$0] ?? 0) < (bar.values[$1] ?? 0) }),
      let value = bar.values[part]
    else { return nil }
    let title = stack.bars.count > 1 ? name(bar, language) : table.columns.first?.label ?? ""
    return Sentences(language).say(
      .stackReading,
      [
        "bar": title, "amount": amount(bar.sum, language), "part": amount(value, language),
        "name": stack.parts[part].label,
      ])
  }

  func axis(_ stack: Stack, _ language: Language) -> ValueAxis {
    let top = max(stack.bars.map(\.sum).max() ?? 0, .leastNormalMagnitude)
    return ValueAxis(Ticks(covering: 0...top, count: 5), unit: stack.column.unit, language: language)
  }
}

extension CalendarDate {
  /// The first day of a member of the level of months, whose code is `2020-04`.
  init?(month member: Member) {
    guard member.code.utf8.count == 7 else { return nil }
    self.init(iso: member.code + "-01")
  }
}
