import Figures
import Geometry
import Language
import Pages
import Quantities
import Statistics

/// Columns divided into parts, over months or other groups.
public struct StackedBars: Sendable {
  let table: Tabulation
  let ordered: Bool

  /// - Parameters:
  ///   - table: groups (`month > nace17`) whose members are the parts; a table without groups is one column.
  ///   - ordered: the parts are classes with an order of their own: sequential colours, none summed up.
  public init(_ table: Tabulation, ordered: Bool = false) { (self.table, self.ordered) = (table, ordered) }

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

extension StackedBars: Picture {
  /// From this width on, parts are named beside the last column; narrower, in a legend on top.
  private static let wide: Length = 320

  public func naturalHeight(width: Length, kit: Kit) throws -> Length {
    if let lying = try lying(width, kit) { return try lying.naturalHeight(width: width, kit: kit) }
    guard width < Self.wide else { return 196 }
    return try (190 + Legend(plot(kit, width: width).legend).frame(width: width, kit: kit).height).roundedUp(
      to: 7)
  }

  public func frame(size: Size, kit: Kit) throws -> Frame {
    if let lying = try lying(size.width, kit) { return try lying.frame(size: size, kit: kit) }
    return try plot(kit, width: size.width).frame(size: size, kit: kit)
  }

  public func leastHeight(width: Length, kit: Kit) throws -> Length {
    try lying(width, kit)?.leastHeight(width: width, kit: kit) ?? .zero
  }

  /// Rows in the place of columns, where a word of the names would not fit under its column.
  private func lying(_ width: Length, _ kit: Kit) throws -> BarRows? {
    let plot = plot(kit, width: width)
    guard !ordered, let names = (plot.x as? CategoryAxis)?.names else { return nil }
    let ends: Length = width < Self.wide ? 6 : width * 0.3
    let room = try (width - ends - plot.numberRoom(kit)) / Double(max(names.count, 1)) - CategoryAxis.gap
    let hasRoom = try names.allSatisfy {
      try kit.widestPiece(kit.language.typography($0), kit.theme.text.axis) <= room
    }
    let stack = stack(kit.language)
    return hasRoom ? nil : BarRows(stack.table(table.snapshot), form: .stacked, most: stack.named.count)
  }

  private func plot(_ kit: Kit, width: Length) -> Plot {
    let stack = stack(kit.language)
    let (axis, slots) = slots(stack)
    let tops = stack.bars.map(\.sum)
    var plot = Plot(
      x: axis, y: NumberAxis(tops, numbers: numbers(stack, kit.language)),
      marks: zip(stack.bars, slots).flatMap { parts($0, $1, stack, kit) })
    let entries = stack.parts.indices.map { part in
      LegendEntry(.color(stack.color(part, ordered: ordered, kit)), stack.parts[part].shortLabel)
    }
    if width < Self.wide { plot.legend = entries } else { plot.ends = ends(stack, kit) }
    plot.labels = zip(stack.bars, slots).compactMap { bar, slot in
      bar.missing.map { sign in
        var label = PlotLabel(
          kit.language.text(sign), kit.theme.text.axis, at: Datum(slot.middle, bar.sum), radius: 0,
          hasLeader: false)
        label.side = .above
        return label
      }
    }
    return plot
  }

  /// Of an axis of months, the unit of the highest; else that of all bars, whose numbers stand beside them where they lie.
  private func numbers(_ stack: Stack, _ language: Language) -> NumberForm {
    let sums = stack.bars.map(\.sum)
    let isTime = ordered || stack.bars.allSatisfy { CalendarDate(month: $0.member) != nil }
    return NumberForm(
      isTime ? [sums.max() ?? 0] : sums, unit: stack.column.unit, kind: stack.column.kind, language: language)
  }

  /// The horizontal axis, and the stretch of it that each column stands on: of months, their days.
  private func slots(_ stack: Stack) -> (axis: any Axis, slots: [ClosedRange<Double>]) {
    let months = stack.bars.compactMap { CalendarDate(month: $0.member) }
    guard months.count == stack.bars.count, let first = months.min(), let last = months.max() else {
      let names = stack.bars.map(\.member.shortLabel)
      return (CategoryAxis(names), names.indices.map { (Double($0) - 0.5...Double($0) + 0.5).inner })
    }
    let axis = TimeAxis(first, last.nextMonth, unit: .months)
    return (axis, months.map { (Double($0.dayNumber)...Double($0.nextMonth.dayNumber)).inner })
  }

  /// From the bottom up, with white joints.
  private func parts(_ bar: Stack.Bar, _ slot: ClosedRange<Double>, _ stack: Stack, _ kit: Kit) -> [Mark] {
    var (sum, marks): (Double, [Mark]) = (0, [])
    for (part, value) in bar.values.enumerated() {
      guard let value, value > 0 else { continue }
      let color = stack.color(part, ordered: ordered, kit)
      marks.append(.rect(Datum(slot.lowerBound, sum), Datum(slot.upperBound, sum + value), color))
      if sum > 0 {
        marks.append(.link(Datum(slot.lowerBound, sum), Datum(slot.upperBound, sum), Pen(.white, 0.5)))
      }
      sum += value
    }
    return marks
  }

  /// At the height of each part of the last column.
  private func ends(_ stack: Stack, _ kit: Kit) -> [EndLabel] {
    var sum = 0.0
    return (stack.bars.last?.values ?? []).enumerated().map { part, value in
      defer { sum += max(0, value ?? 0) }
      return EndLabel(
        stack.parts[part].shortLabel, color: stack.color(part, ordered: ordered, kit),
        y: sum + max(0, value ?? 0) / 2)
    }
  }
}

extension ClosedRange where Bound == Double {
  fileprivate var middle: Double { (lowerBound + upperBound) / 2 }

  /// Without a ninth at each end: the gaps between columns.
  fileprivate var inner: ClosedRange<Double> {
    let gap = (upperBound - lowerBound) / 9
    return lowerBound + gap...upperBound - gap
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
    numbers(stack(language), language).axisTitle
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
}

extension CalendarDate {
  /// The first day of a member of the level of months, whose code is `2020-04`.
  init?(month member: Member) {
    guard member.code.utf8.count == 7 else { return nil }
    self.init(iso: member.code + "-01")
  }
}
