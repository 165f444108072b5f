import Figures
import Geometry
import Language
import Pages
import Quantities
import Statistics
import Typesetting

/// Levels over time, one line a series, each named at its right end in its own colour.
public struct LineChart: Sendable {
  public struct Line: Sendable {
    public var name: String
    public var series: Series

    public init(_ name: String, _ series: Series) { (self.name, self.series) = (name, series) }
  }

  let lines: [Line]
  let histories: [FlowHistory]

  /// Five lines at most; all in the unit of the first.
  public init(_ lines: [Line]) {
    let drawn = lines.prefix(5).filter { $0.series.column.unit == lines.first?.series.column.unit }
    self.lines = drawn
    histories = drawn.map { FlowHistory($0.series) }
  }

  var column: Tabulation.Column? { lines.first?.series.column }

  var dates: (from: CalendarDate, to: CalendarDate)? {
    let all = histories.flatMap(\.levels).map(\.date)
    guard let from = all.min(), let to = all.max(), from < to else { return nil }
    return (from, to)
  }

  /// Zero is on the axis, unless the values are rates that lie far from it.
  func axis(_ language: Language) -> ValueAxis {
    let values = histories.flatMap(\.levels).map(\.value)
    let (low, high) = (values.min() ?? 0, values.max() ?? 0)
    let apart = column?.kind == .rate && low > 0 && low * 2 > high
    let range = (apart ? low : min(0, low))...max(high, apart ? low : 0, .leastNormalMagnitude)
    return ValueAxis(Ticks(covering: range, count: 5), unit: column?.unit ?? Unit(.one), language: language)
  }
}

extension LineChart: Picture {
  private static let labelRoom: Length = 82

  public func naturalHeight(width: Length, kit: Kit) throws -> Length { 168 }

  public func frame(size: Size, kit: Kit) throws -> Frame {
    var frame = Frame(size: size)
    guard let dates else { return frame }
    let axis = axis(kit.language)
    let plot = Rect(
      from: Point(x: try axis.width(kit: kit), y: 5),
      to: Point(x: size.width - min(Self.labelRoom, size.width * 0.3), y: size.height - MonthAxis.height))
    let time = TimeScale(dates.from, dates.to, from: plot.minX, to: plot.maxX)
    let y = LinearScale(axis.ticks.domain, from: plot.maxY, to: plot.minY)
    try axis.drawGrid(in: &frame, plot: plot, y: y, kit: kit)
    for (index, history) in histories.enumerated().reversed() {
      let line = history.levels.map { Point(x: time($0.date), y: y($0.value)) }
      frame.curve(line, color(index, kit), casing: true)
      if let end = line.last { frame.dot(end, radius: 1.8, color(index, kit)) }
    }
    axis.drawZeroLine(in: &frame, plot: plot, y: y, kit: kit)
    MonthAxis(time).drawTicks(in: &frame, y: plot.maxY, kit: kit)
    try MonthAxis(time).drawNames(in: &frame, y: plot.maxY, kit: kit)
    try frame.nameEnds(ends(axis, y, kit), plot: plot, kit: kit)
    return frame
  }

  private func color(_ index: Int, _ kit: Kit) -> Color {
    let palette = kit.theme.colors.categorical
    return palette.isEmpty ? kit.theme.colors.blue : palette[index % palette.count]
  }

  private func ends(_ axis: ValueAxis, _ y: LinearScale, _ kit: Kit) -> [(
    text: String, color: Color, y: Length
  )] {
    zip(lines, histories).enumerated().compactMap { index, pair in
      guard let last = pair.1.levels.last else { return nil }
      let amount = kit.language.amount(Quantity(last.value, pair.1.unit, pair.0.series.column.kind))
      let text = lines.count == 1 ? amount : "\(pair.0.name) \(amount)"
      return (text, color(index, kit), y(last.value))
    }
  }

  // MARK: Words

  public func subtitle(language: Language) -> String? {
    axis(language).unitName(language).capitalizedFirst
  }

  public func alternative(language: Language) -> String {
    let say = Sentences(language)
    guard let dates else { return column?.label ?? "" }
    let names = lines.map { $0.name.isEmpty ? $0.series.column.label : $0.name }
    let head = say.say(
      .lines,
      [
        "names": language.list(names), "from": language.date(dates.from), "to": language.date(dates.to),
      ])
    return ([head] + lines.indices.compactMap { sentence(.linesEnd, $0, language) }).joined(separator: " ")
  }

  public func reading(language: Language) -> String? {
    lines.isEmpty ? nil : sentence(.linesReading, 0, language)
  }

  private func sentence(_ phrase: Sentences.Phrase, _ index: Int, _ language: Language) -> String? {
    guard let last = histories[index].levels.last else { return nil }
    let line = lines[index]
    let value = Quantity(last.value, histories[index].unit, line.series.column.kind)
    return Sentences(language).say(
      phrase,
      [
        "name": line.name.isEmpty ? line.series.column.label : line.name, "amount": language.phrase(value),
        "date": language.date(last.date),
      ])
  }
}
