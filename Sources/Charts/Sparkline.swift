import Figures
import Geometry
import Language
import Pages
import Quantities
import Statistics

/// A series without axes, on its own scale: its latest value stands out.
public struct Sparkline: Sendable {
  public enum Mark: Hashable, Sendable {
    /// Flow per day between snapshots.
    case bars
    /// The level at each snapshot.
    case line
  }

  let series: Series
  let history: FlowHistory
  let mark: Mark

  /// Without a mark, rates are drawn as a line and all else as bars.
  public init(_ series: Series, mark: Mark? = nil, mostBar: Length? = nil) {
    self.series = series
    self.mostBar = mostBar
    history = FlowHistory(series)
    self.mark = mark ?? (series.column.kind == .rate ? .line : .bars)
  }

  public static let height: Length = 18
  /// The least width of a bar.
  private static let leastBar = 1.2
  /// The most that bars are wide on average, where they must not be slabs: few ones stand right of an empty stretch.
  let mostBar: Length?
}

extension Sparkline: Picture {
  public func naturalHeight(width: Length, kit: Kit) throws -> Length { Self.height }

  public func frame(size: Size, kit: Kit) throws -> Frame {
    var frame = Frame(size: size)
    guard let first = history.levels.first, let last = history.levels.last, last.date > first.date else {
      return frame
    }
    switch mark {
    case .bars:
      let start = start(first.date, last.date, width: size.width)
      drawBars(TimeScale(start, last.date, from: .zero, to: size.width), kit, in: &frame)
    case .line:
      drawLine(TimeScale(first.date, last.date, from: .zero, to: size.width), kit, in: &frame)
    }
    return frame
  }

  private func start(_ first: CalendarDate, _ last: CalendarDate, width: Length) -> CalendarDate {
    guard let mostBar else { return first }
    let stretch = width.ratio(to: mostBar) / Double(max(history.intervals.count, 1))
    return last + -Int(Double(last - first) * max(stretch, 1))
  }

  private func drawBars(_ time: TimeScale, _ kit: Kit, in frame: inout Frame) {
    let least = (Self.leastBar + 0.5) / max(time.day.points, 1e-9)
    let bars = history.intervals(atLeast: least)
    FlowBars(bars: bars, color: kit.theme.colors.bar, last: kit.theme.colors.accent, joint: 0.5, least: least)
      .draw(in: &frame, area: Rect(origin: .zero, size: frame.size), time: time)
    frame.rule(across: .zero...frame.width, y: frame.height, kit.theme.colors.outline, 0.4)
  }

  private func drawLine(_ time: TimeScale, _ kit: Kit, in frame: inout Frame) {
    let values = history.levels.map(\.value)
    let (low, high) = (values.min() ?? 0, values.max() ?? 0)
    // A level that hardly moves must not look like a storm: the scale spans a tenth of it at least.
    let slack = max(0, (high.magnitude * 0.1 - (high - low)) / 2)
    let radius: Length = 1.8
    let y = LinearScale(low - slack...high + slack, from: frame.height - radius, to: radius)
    let inner = TimeScale(time.from, time.to, from: .zero, to: frame.width - radius)
    let line = history.levels.map { Datum(Double($0.date.dayNumber), $0.value) }
    frame.rule(across: .zero...frame.width, y: frame.height, kit.theme.colors.hair, 0.4)
    for mark in [Figures.Mark.line(line, Pen(kit.theme.colors.blue, 1))]
      + line.suffix(1).map({ .dot($0, radius: radius, kit.theme.colors.accent, open: false) })
    { mark.draw(in: &frame, x: inner, y: y) }
  }

  public func alternative(language: Language) -> String {
    let say = Sentences(language)
    guard let first = history.levels.first, let last = history.levels.last else { return series.column.label }
    let (from, to) = (language.date(first.date), language.date(last.date))
    guard mark == .line else { return bars(from, to, language) }
    let kind = series.column.kind
    return say.say(
      .sparkLine,
      [
        "first": language.phrase(Quantity(first.value, history.unit, kind)), "from": from,
        "last": language.phrase(Quantity(last.value, history.unit, kind)), "to": to,
      ])
  }

  /// Their period, the highest and the last.
  private func bars(_ from: String, _ to: String, _ language: Language) -> String {
    let say = Sentences(language)
    func bar(_ phrase: Sentences.Phrase, _ interval: FlowHistory.Interval) -> String {
      let pace = language.phrase(Quantity(interval.pace, history.unit, .flow))
      let period = language.period(from: interval.from, to: interval.to)
      return say.say(phrase, ["amount": pace, "period": period])
    }
    let peak = history.intervals.max { $0.pace < $1.pace }.map { bar(.flowPeak, $0) }
    let last = history.intervals.last.map { bar(.flowLast, $0) }
    return [say.say(.sparkBars, ["from": from, "to": to]), peak, last].compactMap(\.self)
      .joined(separator: " ")
  }

  public func reading(language: Language) -> String? { nil }
}
