import Geometry
import Language
import Pages
import Quantities

/// An axis of days, divided into the units of the calendar in the report's language.
public struct TimeAxis: Axis {
  public enum Unit: String, Hashable, Sendable, CaseIterable { case days, weeks, months, quarters, years }

  public let from, to: CalendarDate
  public let unit: Unit
  public var title: String? { nil }
  public var grid: [Double] { [] }

  /// `unit`: by default the one that gives some four to twenty stretches.
  public init(_ from: CalendarDate, _ to: CalendarDate, unit: Unit? = nil) {
    (self.from, self.to) = (from, max(to, from))
    let days = to - from
    self.unit =
      unit
      ?? (days <= 21
        ? .days : days <= 120 ? .weeks : days <= 1100 ? .months : days <= 3000 ? .quarters : .years)
  }

  /// Of whole months, the last one too.
  public init(months first: CalendarDate, _ last: CalendarDate, unit: Unit? = nil) {
    let isShort = last - first <= 1100
    self.init(first, last.nextMonth, unit: unit ?? (isShort ? .months : nil))
  }

  public func scale(from start: Length, to end: Length) -> any PositionScale { time(start, end) }

  private func time(_ start: Length, _ end: Length) -> TimeScale {
    to > from ? TimeScale(from, to, from: start, to: end) : TimeScale(from + -1, to + 1, from: start, to: end)
  }

  public func side(kit: Kit) throws -> [(value: Double, text: Frame)] { [] }

  public func foot(_ scale: any PositionScale, width: Length, kit: Kit) throws -> Frame {
    var foot = Frame(size: Size(width: width, height: MonthAxis.height + 1))
    let time = time(scale.range.lowerBound, scale.range.upperBound)
    if unit == .months {
      MonthAxis(time).drawTicks(in: &foot, y: .zero, kit: kit)
      try MonthAxis(time).drawNames(in: &foot, y: 1, kit: kit)
      return foot
    }
    let spans = spans(time)
    let style = kit.theme.text.axis
    let texts = try spans.map { try kit.typesetter.line($0.name(kit.language), style) }
    let names = zip(spans, texts).filter { span, text in
      span.isMostlyShown || time(span.shown.upperBound) - time(span.shown.lowerBound) >= text.width + 4
    }.map { (value: $0.middle, text: $1) }
    let kept = thinned(names, time, width: width, top: MonthAxis.tickLength + 1)
    for (text, place) in kept { foot.place(text, at: place) }
    for span in ticks(spans, time, kit) where span.from >= time.from {
      foot.rule(down: .zero...MonthAxis.tickLength, x: time(span.from), kit.theme.colors.ink, 0.4)
    }
    if unit != .years { try drawGroups(spans, time, in: &foot, kit) }
    return foot
  }

  // MARK: Stretches of the calendar

  private struct Span {
    var unit: Unit
    var from, to: CalendarDate
    var shown: ClosedRange<Double>

    /// A day's own place; of longer units, the middle of what is shown.
    var middle: Double { unit == .days ? Double(from.dayNumber) : (shown.lowerBound + shown.upperBound) / 2 }
    var isMostlyShown: Bool {
      unit == .days || (shown.upperBound - shown.lowerBound) * 2 >= Double(to - from)
    }

    func name(_ language: Language) -> String {
      let say = Sentences(language)
      return switch unit {
      case .days: String(from.day)
      case .weeks: say.say(.weekShort, ["week": String(from.isoWeek.week)])
      case .months: language.date(from, .monthAbbreviated)
      case .quarters: say.say(.quarterShort, ["quarter": String((from.month + 2) / 3)])
      case .years: String(from.year)
      }
    }

    /// What its group is called: the month of a day, the year of all else; a week is in its Thursday's year.
    func group(_ language: Language) -> String {
      switch unit {
      case .days: language.date(from, .monthYear)
      case .weeks: String(from.isoWeek.year)
      case .months, .quarters, .years: String(from.year)
      }
    }
  }

  private func spans(_ time: TimeScale) -> [Span] {
    var spans: [Span] = []
    var start = unit.start(of: time.from)
    while start <= time.to {
      let next = unit.next(start)
      let shown =
        Double(max(start, time.from).dayNumber)...Double(max(min(next, time.to), time.from).dayNumber)
      spans.append(Span(unit: unit, from: start, to: next, shown: shown))
      start = next
    }
    return unit == .days ? spans : spans.filter { $0.shown.upperBound > $0.shown.lowerBound }
  }

  /// The stretches with a tick where they start: all, or of so many that ticks would be a bar, the first of each group.
  private func ticks(_ spans: [Span], _ time: TimeScale, _ kit: Kit) -> [Span] {
    let width = time.range.upperBound - time.range.lowerBound
    guard width / Double(max(spans.count, 1)) < EdgeAxis.leastPitch else { return spans }
    return zip(spans.dropFirst(), spans).filter { $0.group(kit.language) != $1.group(kit.language) }.map(\.0)
  }

  /// Years, or the months of days, where they start.
  private func drawGroups(_ spans: [Span], _ time: TimeScale, in foot: inout Frame, _ kit: Kit) throws {
    var pen = -Length.pt(100)
    var last = ""
    for span in spans where span.group(kit.language) != last {
      last = span.group(kit.language)
      let name = try kit.typesetter.line(last, kit.theme.text.axis.weight(600))
      let x = min(max(time(max(span.from, time.from)), .zero), max(foot.width - name.width, .zero))
      guard x >= pen else { continue }
      foot.place(name, at: Point(x: x, y: MonthAxis.tickLength + 10))
      pen = x + name.width + 6
    }
  }
}

extension TimeAxis.Unit {
  func start(of day: CalendarDate) -> CalendarDate {
    switch self {
    case .days: day
    case .weeks: day + (1 - day.weekday)
    case .months: day + (1 - day.day)
    case .quarters:
      (0..<(day.month - 1) % 3).reduce(day + (1 - day.day)) { first, _ in (first + -1).firstOfMonth }
    case .years: CalendarDate(year: day.year, month: 1, day: 1) ?? day
    }
  }

  func next(_ start: CalendarDate) -> CalendarDate {
    switch self {
    case .days: start + 1
    case .weeks: start + 7
    case .months: start.nextMonth
    case .quarters: start.nextMonth.nextMonth.nextMonth
    case .years: CalendarDate(year: start.year + 1, month: 1, day: 1) ?? start + 365
    }
  }
}

extension CalendarDate {
  var firstOfMonth: CalendarDate { self + (1 - day) }
}
