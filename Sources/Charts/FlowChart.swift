import Figures
import Geometry
import Language
import Quantities
import Statistics

/// What was added between snapshots, per day: bars as wide as their interval, so that their area is the amount.
///
/// A line shows the mean over the last days; a second panel on the same time axis may show the cumulative total.
/// A negative flow is a revision of the source, and is drawn below zero.
public struct FlowChart: Sendable {
  public enum Panels: Hashable, Sendable { case flow, flowAndCumulative }

  /// A stretch of time to be seen behind the bars; without an end, it goes on.
  public struct Period: Hashable, Sendable {
    public var from: CalendarDate
    public var to: CalendarDate?
    /// The lines of its name; the later ones are dropped first.
    public var name: [String]

    public init(from: CalendarDate, to: CalendarDate?, name: [String]) {
      (self.from, self.to, self.name) = (from, to, name)
    }
  }

  let series: Series
  let history: FlowHistory
  let panels: Panels
  let periods: [Period]
  let meanDays: Int

  /// - Parameters:
  ///   - series: a cumulative measure over its snapshots.
  ///   - meanDays: how many days the mean line looks back.
  public init(
    _ series: Series, panels: Panels = .flowAndCumulative, periods: [Period] = [], meanDays: Int = 28
  ) {
    (self.series, self.panels, self.meanDays) = (series, panels, meanDays)
    history = FlowHistory(series)
    self.periods = periods.sorted { $0.from < $1.from }
  }

  /// The mean line, where at least two of its points are known.
  var means: [FlowHistory.Mean] {
    let means = history.means(over: meanDays)
    return means.count > 1 ? means : []
  }

  func quantity(_ value: Double, _ kind: Kind = .flow) -> Quantity { Quantity(value, history.unit, kind) }

  /// The axis of the flows: zero is always on it.
  func flowAxis(_ language: Language) -> ValueAxis {
    let (low, high) = (lowest, max(0, paces.max() ?? 0, .leastNormalMagnitude))
    let above = Ticks(covering: 0...high, count: 5)
    let ticks = -low < above.step / 2 ? above : Ticks(covering: low...high, count: 5)
    return ValueAxis(ticks, unit: history.unit, language: language)
  }

  /// From the first to the last tick, or a little below zero where a small revision needs it.
  func flowDomain(_ axis: ValueAxis) -> ClosedRange<Double> {
    min(axis.ticks.domain.lowerBound, lowest)...axis.ticks.domain.upperBound
  }

  private var paces: [Double] { history.intervals.map(\.pace) + means.map(\.pace) }
  private var lowest: Double { min(0, paces.min() ?? 0) }

  func cumulativeAxis(_ language: Language) -> ValueAxis {
    let values = history.levels.map(\.value)
    let range = min(0, values.min() ?? 0)...max(0, values.max() ?? 0, .leastNormalMagnitude)
    return ValueAxis(Ticks(inside: range, count: 4), unit: history.unit, language: language)
  }

  /// A pace as labels write it: with a decimal where the axis is short of digits, and in its own unit where it is
  /// small beside the axis.
  func pace(_ value: Double, _ axis: ValueAxis, _ language: Language) -> String {
    if value != 0, (value / axis.scale.factor).magnitude < 0.095, axis.scale != .one {
      return language.amount(quantity(value))
    }
    let small = (value / axis.scale.factor).magnitude < 9.95 && axis.scale != .one
    return axis.text(value, decimals: small ? 1 : 0, language: language)
  }

  /// The highest bars that stand apart from each other, the last one left out.
  var peaks: [FlowHistory.Interval] {
    let ranked = history.intervals.dropLast().filter { $0.amount > 0 }.sorted {
      ($0.pace, $1.from) > ($1.pace, $0.from)
    }
    guard let first = history.levels.first?.date, let last = history.levels.last?.date else { return [] }
    var chosen: [FlowHistory.Interval] = []
    for peak in ranked where chosen.count < 2 {
      let far = chosen.allSatisfy { abs($0.to - peak.to) * 6 > last - first }
      let tall = peak.pace * 2 > (ranked.first?.pace ?? 0)
      if far, tall { chosen.append(peak) }
    }
    return chosen
  }
}

// MARK: - Words

extension FlowChart {
  private func amount(_ value: Double, _ language: Language) -> String {
    let scale = language.scale(of: value, unit: history.unit)
    let decimals = language.decimals(for: value, unit: history.unit, scale: scale, in: .change)
    return language.phrase(quantity(value), scale: scale, decimals: decimals)
  }

  public func subtitle(language: Language) -> String? {
    let say = Sentences(language)
    let unit = flowAxis(language).unitName(language)
    guard panels == .flowAndCumulative else { return say.say(.flowSubtitle, ["unit": unit.capitalizedFirst]) }
    return say.say(
      .flowSubtitleTwo, ["unit": unit, "cumulative": cumulativeAxis(language).unitName(language)])
  }

  public func alternative(language: Language) -> String {
    let say = Sentences(language)
    guard let first = history.levels.first, let last = history.levels.last else {
      return series.column.label
    }
    var sentences = [
      say.say(
        .flow,
        [
          "label": say.inSentence(series.column.label), "from": language.date(first.date),
          "to": language.date(last.date), "count": String(history.levels.count),
        ])
    ]
    if let peak = history.intervals.max(by: { $0.pace < $1.pace }) {
      let period = language.period(from: peak.from, to: peak.to)
      sentences.append(say.say(.flowPeak, ["amount": amount(peak.pace, language), "period": period]))
    }
    if let latest = history.intervals.last {
      let period = language.period(from: latest.from, to: latest.to)
      sentences.append(say.say(.flowLast, ["amount": amount(latest.pace, language), "period": period]))
    }
    if let mean = means.last {
      sentences.append(
        say.say(.flowMean, ["days": language.days(meanDays), "amount": amount(mean.pace, language)]))
    }
    let total = language.phrase(quantity(last.value, .stock))
    return
      (sentences + [say.say(.flowTotal, ["amount": total, "date": language.date(last.date)])])
      .joined(separator: " ")
  }

  public func reading(language: Language) -> String? {
    guard let last = history.intervals.last else { return nil }
    let phrase: Sentences.Phrase = last.amount < 0 ? .flowReadingFall : .flowReading
    return Sentences(language).say(
      phrase,
      [
        "period": language.period(from: last.from, to: last.to), "days": language.days(last.days),
        "pace": amount(last.pace, language), "amount": amount(last.amount.magnitude, language),
      ])
  }
}
