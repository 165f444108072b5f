import Figures
import Geometry
import Language
import Pages
import Quantities
import Statistics
import Typesetting

/// One small chart a series, all on the same two axes, so that their heights compare.
public struct Multiples: Sendable {
  let lines: [LineChart.Line]
  let highlight: [String]
  private let isMonthly: Bool

  /// - Parameters:
  ///   - highlight: the names of the series drawn in red.
  ///   - isMonthly: points are whole months, called by their first days.
  public init(_ lines: [LineChart.Line], highlight: [String] = [], isMonthly: Bool = false) {
    self.isMonthly = isMonthly
    self.lines = lines.filter { $0.series.column.unit == lines.first?.series.column.unit }
    self.highlight = highlight
  }

  private func name(_ line: LineChart.Line) -> String {
    line.name.isEmpty ? line.series.column.label : line.name
  }

  private var values: [Double] { lines.flatMap { $0.series.points.map(\.value.number) }.filter(\.isFinite) }

  private func numbers(_ language: Language) -> NumberForm {
    let column = lines.first?.series.column
    return NumberForm(
      values, unit: column?.unit ?? Unit(.one), kind: column?.kind ?? .stock,
      signed: column?.isChange == true, language: language)
  }

  private func last(_ line: LineChart.Line) -> (date: CalendarDate, value: Quantity)? {
    line.series.points.last { $0.value.finite != nil }.flatMap { point in
      point.value.finite.map { (point.date, $0) }
    }
  }
}

extension Multiples: Picture {
  public var tables: [Tabulation] {
    [SeriesTable.table(lines.map { ($0.name, $0.series) })].compactMap(\.self)
  }

  public func naturalHeight(width: Length, kit: Kit) throws -> Length {
    try facets(kit).height(width: width, kit: kit)
  }

  public func frame(size: Size, kit: Kit) throws -> Frame { try facets(kit).frame(size: size, kit: kit) }

  private func facets(_ kit: Kit) -> Facets {
    let dates = lines.flatMap { $0.series.points.map(\.date) }
    let numbers = numbers(kit.language)
    let (from, to) = (dates.min() ?? CalendarDate(dayNumber: 0), dates.max() ?? CalendarDate(dayNumber: 1))
    let x = isMonthly ? TimeAxis(months: from, to) : TimeAxis(from, to)
    let y = NumberAxis(values, numbers: numbers, count: 3)
    return Facets(
      lines.map { line in
        let strong = highlight.contains(name(line))
        let data = line.series.points.map { Datum($0.date.place(isMonthly: isMonthly), $0.value.number) }
        let color = strong ? kit.theme.colors.accent : kit.theme.colors.blue
        let wash = kit.theme.colors.sequential.first ?? kit.theme.colors.hair
        var plot = Plot(
          x: x, y: y,
          marks: [.area(data, base: data.map { _ in 0 }, wash), .line(data, Pen(color, 1.1))])
        plot.title = [name(line), last(line).map { numbers.text(.value($0.value)) }].compactMap(\.self)
          .joined(separator: "\u{2002}")
        return plot
      })
  }

  // MARK: Words

  public func subtitle(language: Language) -> String? {
    let unit = numbers(language).axisTitle
    return lines.count > 1 ? Sentences(language).say(.multiplesSubtitle, ["unit": unit]) : unit
  }

  public func alternative(language: Language) -> String {
    let say = Sentences(language)
    let known = lines.compactMap { line in last(line).map { (name(line), $0) } }
    guard let high = known.max(by: { $0.1.value.value < $1.1.value.value }),
      let low = known.min(by: { $0.1.value.value < $1.1.value.value })
    else { return say.say(.nothingPublished) }
    let head = say.say(
      .multiples,
      [
        "count": String(lines.count), "label": say.inSentence(lines.first?.series.column.label ?? ""),
        "date": language.date(high.1.date),
      ])
    let extremes = say.say(
      .chartExtremes,
      [
        "high": high.0, "most": language.phrase(high.1.value), "low": low.0,
        "least": language.phrase(low.1.value),
      ])
    return TableFacts.text(head, known.count > 1 ? extremes : nil)
  }

  public func reading(language: Language) -> String? {
    guard let line = lines.first(where: { highlight.contains(name($0)) }) ?? lines.first,
      let last = last(line)
    else {
      return nil
    }
    return Sentences(language).say(
      .linesReading,
      ["name": name(line), "amount": language.phrase(last.value), "date": language.date(last.date)])
  }
}
