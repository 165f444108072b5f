import Figures
import Geometry
import Language
import Pages
import Quantities
import Statistics
import Typesetting

/// Levels over time: lines, steps or areas, each series named at its right end in its own colour.
///
/// Up to five series have a colour; of more, those after the fifth are grey and named together. A value that is not
/// published leaves a gap.
public struct LineChart: Sendable {
  public enum Form: String, Hashable, Sendable, CaseIterable { case line, step, area }

  public struct Line: Sendable {
    public var name: String
    public var series: Series
    /// What the others leave of their whole, added up: it ends a stack, in grey.
    public var isRest: Bool

    public init(_ name: String, _ series: Series, isRest: Bool = false) {
      (self.name, self.series, self.isRest) = (name, series, isRest)
    }
  }

  let lines: [Line]
  let form: Form
  let highlight: [String]
  let scale: NumberAxis.Form
  let unit: TimeAxis.Unit?
  let annotations: [Annotation]
  let references: [Reference]
  let bands: [Band]
  let span: ClosedRange<Double>?
  /// Points are whole months, called by their first days, and stand in the middle of them.
  private let isMonthly: Bool

  /// - Parameters:
  ///   - lines: in the unit of the first; areas are stacked in this order, from the bottom.
  ///   - highlight: the names of the series that stand out, the first of them in red; all others are grey.
  ///   - span: what the axis of values shows at least, in the unit of the first line.
  public init(
    _ lines: [Line], form: Form = .line, highlight: [String] = [], scale: NumberAxis.Form = .linear,
    unit: TimeAxis.Unit? = nil, annotations: [Annotation] = [], references: [Reference] = [],
    bands: [Band] = [], span: ClosedRange<Double>? = nil, isMonthly: Bool = false
  ) {
    let drawn = lines.filter { $0.series.column.unit == lines.first?.series.column.unit }
    self.lines =
      form == .area ? drawn.filter { !$0.isRest }.prefix(Self.colored) + drawn.filter(\.isRest) : drawn
    (self.form, self.highlight, self.scale) = (form, highlight, form == .area ? .linear : scale)
    (self.unit, self.annotations, self.references, self.span) = (unit, annotations, references, span)
    (self.bands, self.isMonthly) = (bands, isMonthly)
  }

  /// So many series have a colour, and a place in a stack.
  public static let colored = 5

  private var column: Tabulation.Column? { lines.first?.series.column }

  private var dates: (from: CalendarDate, to: CalendarDate)? {
    let all = lines.flatMap { $0.series.points }.filter { $0.value.finite != nil }.map(\.date)
    guard let from = all.min(), let to = all.max() else { return nil }
    return (from, to)
  }

  private func name(_ line: Line) -> String { line.name.isEmpty ? line.series.column.label : line.name }

  private func data(_ line: Line) -> [Datum] {
    line.series.points.map { point in
      let value = point.value.number
      return Datum(point.date.place(isMonthly: isMonthly), scale == .log && value <= 0 ? .nan : value)
    }
  }

  private var values: [Double] {
    let tops = form == .area ? stacked.flatMap { $0.top.map(\.y) } : lines.flatMap { data($0).map(\.y) }
    return tops.filter(\.isFinite)
  }

  /// Each area from the sum of those below it; a gap in one is a gap in those above.
  private var stacked: [(top: [Datum], base: [Double])] {
    var base: [Double: Double] = [:]
    let days = lines.count > 1 ? Set(lines.flatMap { data($0).map(\.x) }).sorted() : []
    return lines.map { line in
      let data = lines.count > 1 ? data(line).interpolated(at: days) : data(line)
      let floor = data.map { base[$0.x] ?? 0 }
      let top = zip(data, floor).map { Datum($0.x, $0.y + $1) }
      for datum in top { base[datum.x] = datum.y }
      return (top, floor)
    }
  }
}

extension CalendarDate {
  /// Where it stands on an axis of time: a month in its middle.
  func place(isMonthly: Bool) -> Double {
    Double(dayNumber) + (isMonthly ? Double(nextMonth - self) / 2 : 0)
  }
}

extension Array where Element == Datum {
  /// On the straight lines between neighbours, as a line shows them; nothing before the first and after the last.
  fileprivate func interpolated(at places: [Double]) -> [Datum] {
    places.map { x in
      guard let next = firstIndex(where: { $0.x >= x }) else { return Datum(x, .nan) }
      if self[next].x == x { return self[next] }
      guard next > 0 else { return Datum(x, .nan) }
      let (a, b) = (self[next - 1], self[next])
      return Datum(x, a.y + (b.y - a.y) * (x - a.x) / (b.x - a.x))
    }
  }
}

extension LineChart: Picture {
  public var tables: [Tabulation] {
    [SeriesTable.table(lines.map { ($0.name, $0.series) })].compactMap(\.self)
  }

  public var coloredSeries: [String] {
    !highlight.isEmpty || lines.count < 2 ? [] : lines.prefix(Self.colored).filter { !$0.isRest }.map(name)
  }

  public func naturalHeight(width: Length, kit: Kit) throws -> Length {
    try plot(kit).height(plot: 142, width: width, kit: kit)
  }

  public func frame(size: Size, kit: Kit) throws -> Frame {
    try dates == nil ? kit.nothingPublished(size) : plot(kit).frame(size: size, kit: kit)
  }

  private func numbers(_ language: Language) -> NumberForm {
    NumberForm(
      values, unit: column?.unit ?? Unit(.one), kind: column?.kind ?? .stock,
      signed: column?.isChange == true, language: language)
  }

  /// Zero is on the axis, unless the values are rates that lie far from it. Areas stand on it always.
  private func axis(_ language: Language) -> NumberAxis {
    let (low, high) = (values.min() ?? 0, values.max() ?? 0)
    let apart = column?.kind == .rate && low > 0 && low * 2 > high && form != .area
    let levels = references.compactMap { $0.value(values) }
    let ends = span.map { [$0.lowerBound, $0.upperBound] } ?? []
    return NumberAxis(
      values + levels + ends + bands.flatMap(\.ends), numbers: numbers(language), form: scale, origin: !apart)
  }

  func plot(_ kit: Kit) -> Plot {
    let numbers = numbers(kit.language)
    let (from, to) = dates ?? (CalendarDate(dayNumber: 0), CalendarDate(dayNumber: 1))
    var plot = Plot(
      x: isMonthly ? TimeAxis(months: from, to, unit: unit) : TimeAxis(from, to, unit: unit),
      y: axis(kit.language),
      marks: form == .area ? areas(kit) : lines.indices.reversed().flatMap { marks($0, kit) })
    plot.ends = form == .area ? areaEnds(numbers, kit) : lineEnds(numbers, kit)
    let levels = references.compactMap { $0.level(values, numbers, kit) }
    plot.annotations = bands.map { $0.level(numbers, kit) } + annotations + levels
    return plot
  }

  // MARK: Marks

  private func isNamed(_ index: Int) -> Bool {
    highlight.isEmpty
      ? index < Self.colored || lines[index].isRest : highlight.contains(name(lines[index]))
  }

  private func color(_ index: Int, _ kit: Kit) -> Color {
    let colors = kit.theme.colors
    if !highlight.isEmpty {
      return name(lines[index]) == highlight[0] ? colors.accent : isNamed(index) ? colors.blue : colors.other
    }
    if lines.count == 1 { return colors.blue }
    if lines[index].isRest { return colors.other }
    guard index < min(Self.colored, colors.categorical.count) else { return colors.rule }
    return kit.color(of: name(lines[index]), at: index)
  }

  private func marks(_ index: Int, _ kit: Kit) -> [Mark] {
    let (data, color, named) = (data(lines[index]), color(index, kit), isNamed(index))
    let pen = Pen(color, named ? 1.25 : 0.7, casing: named)
    let line: Mark = form == .step ? .step(data, pen) : .line(data, pen)
    let end = data.last { $0.y.isFinite }
    return [line] + (named ? [end].compactMap(\.self).map { .dot($0, radius: 1.8, color, open: false) } : [])
  }

  private func areas(_ kit: Kit) -> [Mark] {
    stacked.enumerated().flatMap { index, area -> [Mark] in
      let color = color(index, kit)
      if lines.count == 1 {
        let wash = kit.theme.colors.sequential.first ?? kit.theme.colors.hair
        return [.area(area.top, base: area.base, wash), .line(area.top, Pen(color))]
      }
      return [.area(area.top, base: area.base, color), .line(area.top, Pen(.white, 0.5))]
    }
  }

  private func lineEnds(_ numbers: NumberForm, _ kit: Kit) -> [EndLabel] {
    let named = lines.indices.filter(isNamed).compactMap { index -> EndLabel? in
      guard let last = data(lines[index]).last(where: { $0.y.isFinite }) else { return nil }
      return EndLabel(endText(index, last.y, numbers), color: color(index, kit), y: last.y)
    }
    let rest = lines.indices.filter { !isNamed($0) }.compactMap { data(lines[$0]).last { $0.y.isFinite }?.y }
    guard let middle = rest.median else { return named }
    let say = Sentences(kit.language)
    return named + [
      EndLabel(say.say(.otherLines, ["count": String(rest.count)]), color: kit.theme.colors.grey, y: middle)
    ]
  }

  private func endText(_ index: Int, _ value: Double, _ numbers: NumberForm) -> String {
    lines.count == 1 ? numbers.amount(value) : "\(name(lines[index])) \(numbers.text(value))"
  }

  private func areaEnds(_ numbers: NumberForm, _ kit: Kit) -> [EndLabel] {
    stacked.enumerated().compactMap { index, area in
      guard let place = area.top.lastIndex(where: { $0.y.isFinite }) else { return nil }
      let (top, base) = (area.top[place].y, area.base[place])
      return EndLabel(
        endText(index, top - base, numbers), color: color(index, kit),
        y: lines.count == 1 ? top : (top + base) / 2)
    }
  }

  // MARK: Words

  /// Months are said as such: nothing happened on their first day.
  private func date(_ date: CalendarDate, _ language: Language) -> String {
    isMonthly ? language.date(date, .monthYear) : language.date(date)
  }

  public func subtitle(language: Language) -> String? {
    numbers(language).axisTitle + Sentences(language).suffix(scale)
  }

  public func alternative(language: Language) -> String {
    let say = Sentences(language)
    guard let dates else { return TableFacts.text(column?.label, say.say(.nothingPublished)) }
    let chart: Sentences.Phrase = form == .area ? .areas : form == .step ? .steps : .lines
    // What stands out comes first.
    let order = lines.indices.filter { isHighlighted($0) } + lines.indices.filter { !isHighlighted($0) }
    let others = lines.count > 8 ? [say.say(.otherLines, ["count": String(lines.count - 8)])] : []
    let names = order.prefix(8).map { name(lines[$0]) } + others
    let head = say.say(
      chart,
      [
        "names": language.list(names), "from": language.date(dates.from), "to": language.date(dates.to),
      ])
    let trends = order.prefix(3).compactMap { trend($0, language) }
    let marked = (annotations.map(\.name) + bands.map(\.name)).filter { !$0.isEmpty }
    let marks = marked.isEmpty ? [] : [say.say(.marked, ["names": language.clauses(marked)])]
    return ([head] + trends + marks).joined(separator: " ")
  }

  private func isHighlighted(_ index: Int) -> Bool { highlight.contains(name(lines[index])) }

  /// From the first to the last value, and the highest between them.
  private func trend(_ index: Int, _ language: Language) -> String? {
    let points = lines[index].series.points.filter { $0.value.finite != nil }
    guard let first = points.first, let last = points.last, let from = first.value.finite,
      let to = last.value.finite
    else { return nil }
    let say = Sentences(language)
    let path = say.say(
      isMonthly ? .monthsTrend : .lineTrend,
      [
        "name": name(lines[index]), "first": language.phrase(from), "from": date(first.date, language),
        "last": language.phrase(to), "to": date(last.date, language),
      ])
    let highest = points.max { $0.value.number < $1.value.number }
    guard let highest, highest.date != last.date, highest.date != first.date, let most = highest.value.finite
    else {
      return path
    }
    return path + " "
      + say.say(
        isMonthly ? .monthsPeak : .linePeak,
        ["amount": language.phrase(most), "date": date(highest.date, language)])
  }

  public func reading(language: Language) -> String? {
    let chosen = lines.firstIndex { name($0) == highlight.first } ?? (lines.isEmpty ? nil : 0)
    guard let chosen, let last = lines[chosen].series.points.last(where: { $0.value.finite != nil }),
      let value = last.value.finite
    else { return nil }
    return Sentences(language).say(
      isMonthly ? .monthsReading : .linesReading,
      [
        "name": name(lines[chosen]),
        "amount": language.phrase(value, signed: lines[chosen].series.column.isChange),
        "date": date(last.date, language),
      ])
  }
}
