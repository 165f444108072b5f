import Figures
import Geometry
import Language
import Pages
import Quantities
import Statistics
import Typesetting

/// What was added between snapshots, per day: bars as wide as their interval, so that their area is the amount.
///
/// A line shows the mean over the last days; a second panel on the same time axis may show the cumulative total.
/// A negative flow is a revision of the source, and is drawn below zero.
public struct FlowChart: Sendable {
  public enum Panels: Hashable, Sendable { case flow, flowAndCumulative }

  let series: Series
  let history: FlowHistory
  let panels: Panels
  let annotations: [Annotation]
  let meanDays: Int

  /// - Parameters:
  ///   - series: a cumulative measure over its snapshots.
  ///   - annotations: of the upper panel; periods are seen behind both.
  ///   - meanDays: how many days the mean line looks back.
  public init(
    _ series: Series, panels: Panels = .flowAndCumulative, annotations: [Annotation] = [], meanDays: Int = 28
  ) {
    (self.series, self.panels, self.annotations) = (series, panels, annotations)
    self.meanDays = meanDays
    history = FlowHistory(series)
  }

  /// The mean line, where at least two of its points are known.
  var means: [FlowHistory.Mean] {
    let means = history.means(over: meanDays)
    return means.count > 1 ? means : []
  }

  private func quantity(_ value: Double, _ kind: Kind = .flow) -> Quantity {
    Quantity(value, history.unit, kind)
  }

  /// How flows, and levels, are written on their axis.
  private func numbers(_ values: [Double], _ kind: Kind, _ language: Language) -> NumberForm {
    let largest = values.map(\.magnitude).max() ?? 0
    return NumberForm([largest], unit: history.unit, kind: kind, language: language)
  }

  private func flows(_ language: Language) -> NumberForm { numbers(paces, .flow, language) }
  private func levels(_ language: Language) -> NumberForm {
    numbers(history.levels.map(\.value), .stock, language)
  }

  private var paces: [Double] { history.intervals.map(\.pace) + means.map(\.pace) }

  /// A pace as labels write it: with a decimal where its axis is short of digits, and in its own unit where it is
  /// small beside the axis.
  private func pace(_ value: Double, _ language: Language) -> String {
    let numbers = flows(language)
    let size = (value / numbers.factor).magnitude
    if value != 0, size < 0.095, numbers.scale != .one { return language.amount(quantity(value)) }
    return language.number(value / numbers.factor, decimals: size < 9.95 && numbers.scale != .one ? 1 : 0)
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

extension FlowChart {
  /// Where a cumulative figure falls, the source has revised it.
  var revisions: [FlowHistory.Interval] {
    series.column.kind == .stock ? history.intervals.filter { $0.amount < 0 } : []
  }
}

extension FlowChart: Picture {
  /// Kept free at the right for the names of the series.
  private static let endRoom: Length = 66

  public func naturalHeight(width: Length, kit: Kit) throws -> Length {
    let names = kit.theme.text.mapLabel.leading * (annotations.isEmpty ? 0 : 2)
    return (names + (panels == .flow ? 136 : 250)).roundedUp(to: 7)
  }

  public func frame(size: Size, kit: Kit) throws -> Frame {
    // Without two snapshots there is no flow to draw.
    guard let first = history.levels.first, let last = history.levels.last, last.date > first.date else {
      return try kit.nothingPublished(size)
    }
    let time = TimeAxis(first.date, last.date)
    let days = 1.6 * Double(last.date - first.date) / max(size.width.points - 90, 10)
    let flow = flowPlot(time, atLeast: days, kit)
    guard panels == .flowAndCumulative else {
      return try Figures.Panels([flow], shares: [1]).frame(size: size, kit: kit)
    }
    return try Figures.Panels([flow, cumulativePlot(time, kit)], shares: [2, 1]).frame(size: size, kit: kit)
  }

  // MARK: The upper panel

  private func flowPlot(_ time: TimeAxis, atLeast days: Double, _ kit: Kit) -> Plot {
    let colors = kit.theme.colors
    let bars = FlowBars(
      bars: history.intervals(atLeast: days), color: colors.bar, last: colors.blue, joint: 0.7)
    let line = means.map { Datum(Double($0.date.dayNumber), $0.pace) }
    var plot = Plot(
      x: time, y: NumberAxis(paces, numbers: flows(kit.language)),
      marks: bars.marks + [.line(line, Pen(colors.accent, casing: true))])
    plot.annotations = annotations
    plot.ends = [meanEnd(kit), lastEnd(kit)].compactMap(\.self)
    plot.labels = peakLabels(kit) + revisions.map { mark($0, kit) }
    plot.right = Self.endRoom
    return plot
  }

  private func meanEnd(_ kit: Kit) -> EndLabel? {
    means.last.map { mean in
      let text = Sentences(kit.language).say(
        .flowMeanLabel,
        ["pace": pace(mean.pace, kit.language), "days": kit.language.days(meanDays)])
      return EndLabel(text, color: kit.theme.colors.accent, y: mean.pace)
    }
  }

  private func lastEnd(_ kit: Kit) -> EndLabel? {
    history.intervals.last.map { last in
      let period = kit.language.period(from: last.from, to: last.to)
      let short = period.hasSuffix("\(last.to.year)") ? String(period.dropLast(5)) : period
      let text = Sentences(kit.language).say(
        .flowLastLabel, ["pace": pace(last.pace, kit.language), "period": short.joiningLastWords])
      return EndLabel(text, color: kit.theme.colors.blue, y: last.pace)
    }
  }

  /// The second highest bar is not named where the highest is not.
  private func peakLabels(_ kit: Kit) -> [PlotLabel] {
    peaks.enumerated().map { rank, peak in
      var label = label(peak, kit)
      label.followsLast = rank > 0
      return label
    }
  }

  private func label(_ peak: FlowHistory.Interval, _ kit: Kit) -> PlotLabel {
    let (say, style) = (Sentences(kit.language), kit.theme.text.axis)
    let date = say.say(.peakLabel, ["date": say.shortDate(peak.to)])
    let head = StyledText(pace(peak.pace, kit.language), style.weight(600).colored(kit.theme.colors.ink))
    let amount = say.say(
      .peakAmount,
      ["amount": kit.language.amount(quantity(peak.amount)), "days": kit.language.days(peak.days)])
    let (from, to) = (Double(peak.from.dayNumber), Double(peak.to.dayNumber))
    var label = PlotLabel(
      [head + StyledText(date, style), StyledText(amount, style)], at: Datum(to, peak.pace))
    (label.side, label.span, label.isOptional) = (.beside, from...to, true)
    return label
  }

  /// "(r)" where the source has lowered its cumulative figure.
  private func mark(_ revision: FlowHistory.Interval, _ kit: Kit) -> PlotLabel {
    let middle = Double(revision.from.dayNumber + revision.to.dayNumber) / 2
    let style = kit.theme.text.axis.colored(kit.theme.colors.ink)
    var label = PlotLabel(kit.language.words.revised, style, at: Datum(middle, 0))
    label.isOptional = true
    return label
  }

  // MARK: The lower panel

  private func cumulativePlot(_ time: TimeAxis, _ kit: Kit) -> Plot {
    let (colors, numbers) = (kit.theme.colors, levels(kit.language))
    let line = history.levels.map { Datum(Double($0.date.dayNumber), $0.value) }
    let turns = history.levels.indices.filter(isTurn)
    let wash = colors.sequential.first ?? colors.hair
    let values = line.map(\.y) + [(line.map(\.y).max() ?? 0) * 1.05]
    var plot = Plot(
      x: time, y: NumberAxis(values, numbers: numbers, tight: true, count: 4),
      marks: [.area(line, base: line.map { _ in 0 }, wash), .line(line, Pen(colors.blue))]
        + turns.map { .dot(line[$0], radius: 1.6, colors.blue, open: false) }
        + line.suffix(1).map { .dot($0, radius: 2, colors.blue, open: false) })
    plot.annotations = annotations.compactMap { annotation in
      if case .period(let span, _) = annotation { .period(span, name: "") } else { nil }
    }
    plot.labels = turns.map { label($0, line[$0], numbers, kit) }
    plot.ends = history.levels.suffix(1).map { level in
      let total = kit.language.amount(quantity(level.value, .stock))
      return EndLabel(
        Sentences(kit.language).say(.totalLabel, ["amount": total]), color: colors.blue, y: level.value)
    }
    plot.right = Self.endRoom
    return plot
  }

  /// The level at the turn of a year.
  private func label(_ level: Int, _ at: Datum, _ numbers: NumberForm, _ kit: Kit) -> PlotLabel {
    let say = Sentences(kit.language)
    let number = kit.language.number(at.y / numbers.factor, decimals: 1)
    let text = say.say(
      .momentLabel, ["amount": number, "date": say.shortDate(history.levels[level].date, year: false)])
    var label = PlotLabel(text, kit.theme.text.axis.colored(kit.theme.colors.ink), at: at)
    (label.side, label.isOptional) = (.above, true)
    return label
  }

  /// The last snapshot of a year that goes on, within ten days of its end.
  private func isTurn(_ index: Int) -> Bool {
    let levels = history.levels
    guard levels.indices.contains(index + 1) else { return false }
    let (this, next) = (levels[index].date, levels[index + 1].date)
    return this.year < next.year && this.month == 12 && this.day > 21
  }
}

extension String {
  /// With its last two words kept on one line: "du 2 au 11 avril" may break before "au".
  fileprivate var joiningLastWords: String {
    guard let space = lastIndex(of: " ") else { return self }
    return String(self[..<space]) + "\u{A0}" + self[index(after: space)...]
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
    let unit = flows(language).unitName(language)
    guard panels == .flowAndCumulative else { return say.say(.flowSubtitle, ["unit": unit.capitalizedFirst]) }
    return say.say(
      .flowSubtitleTwo, ["unit": unit, "cumulative": levels(language).unitName(language)])
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
    let say = Sentences(language)
    let mark = revisions.isEmpty ? "" : say.say(.flowRevised, ["mark": language.words.revised])
    return say.say(
      phrase,
      [
        "period": language.period(from: last.from, to: last.to), "days": language.days(last.days),
        "pace": amount(last.pace, language), "amount": amount(last.amount.magnitude, language),
      ]) + mark
  }
}
