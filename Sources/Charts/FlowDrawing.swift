import Figures
import Geometry
import Pages
import Quantities
import Typesetting

extension FlowChart: Picture {
  public func naturalHeight(width: Length, kit: Kit) throws -> Length {
    let names = try PeriodBands(periods, kit: kit).height
    let plots: Length = panels == .flow ? 112 : 226
    return (names + plots + MonthAxis.height + 3).roundedUp(to: 7)
  }

  public func frame(size: Size, kit: Kit) throws -> Frame {
    guard let drawing = try FlowDrawing(chart: self, size: size, kit: kit) else { return Frame(size: size) }
    return try drawing.frame(size)
  }
}

/// The panels of a flow chart, and what is drawn in them, from the ground up.
private struct FlowDrawing {
  let chart: FlowChart
  let kit: Kit
  let time: TimeScale
  let bands: PeriodBands
  let flow, cumulative: Panel?
  let bars: [FlowHistory.Interval]

  private var colors: ThemeColors { kit.theme.colors }
  private var axis: TextStyle { kit.theme.text.axis }

  /// Kept free at the right of the plot for the names of the series.
  private static let labelRoom: Length = 62
  private static let panelGap: Length = 14

  /// `nil` where fewer than two snapshots are published: there is no flow to draw.
  init?(chart: FlowChart, size: Size, kit: Kit) throws {
    guard let first = chart.history.levels.first, let last = chart.history.levels.last,
      last.date > first.date
    else { return nil }
    (self.chart, self.kit) = (chart, kit)
    let flowAxis = chart.flowAxis(kit.language)
    let cumulativeAxis = chart.cumulativeAxis(kit.language)
    let both = chart.panels == .flowAndCumulative
    let left = max(try flowAxis.width(kit: kit), both ? try cumulativeAxis.width(kit: kit) : .zero)
    let right = size.width - Self.labelRoom
    time = TimeScale(first.date, last.date, from: left, to: right)
    bands = PeriodBands(chart.periods, kit: kit)
    let top = try bands.height + 3
    let bottom = size.height - MonthAxis.height
    let room = bottom - top - (both ? Self.panelGap : .zero)
    let split = top + room * (both ? 0.66 : 1)
    flow = Panel(
      flowAxis, Rect(from: Point(x: left, y: top), to: Point(x: right, y: split)), chart.flowDomain(flowAxis))
    let values = chart.history.levels.map(\.value)
    let domain = min(0, values.min() ?? 0)...max(0, values.max() ?? 0) * 1.05
    let lower = Rect(from: Point(x: left, y: split + Self.panelGap), to: Point(x: right, y: bottom))
    cumulative = both ? Panel(cumulativeAxis, lower, domain) : nil
    bars = chart.history.intervals(atLeast: 1.6 / max(time.day.points, 1e-9))
  }

  func frame(_ size: Size) throws -> Frame {
    var frame = Frame(size: size)
    let panels = [flow, cumulative].compactMap(\.self)
    for panel in panels {
      bands.draw(in: &frame, plot: panel.plot, time: time)
      try panel.axis.drawGrid(in: &frame, plot: panel.plot, y: panel.y, kit: kit)
    }
    if let flow { try drawFlow(flow, in: &frame) }
    if let cumulative { try drawCumulative(cumulative, in: &frame) }
    for panel in panels {
      panel.axis.drawZeroLine(in: &frame, plot: panel.plot, y: panel.y, kit: kit)
      MonthAxis(time).drawTicks(in: &frame, y: panel.plot.maxY, kit: kit)
    }
    if let last = panels.last { try MonthAxis(time).drawNames(in: &frame, y: last.plot.maxY, kit: kit) }
    return frame
  }

  // MARK: The upper panel

  private func drawFlow(_ panel: Panel, in frame: inout Frame) throws {
    for (index, bar) in bars.enumerated() {
      frame.fill(rect(bar, panel), index == bars.count - 1 ? colors.blue : colors.bar)
    }
    let line = chart.means.map { Point(x: time($0.date), y: panel.y($0.pace)) }
    frame.curve(line, colors.accent, casing: true)
    try bands.drawNames(in: &frame, above: panel.plot, time: time)
    try drawPeaks(panel, line: line, in: &frame)
    try drawEnds(panel, in: &frame)
  }

  /// A bar with the white joint on its left; it is never thinner than a hair's breadth.
  private func rect(_ bar: FlowHistory.Interval, _ panel: Panel) -> Rect {
    let (left, right) = (time(bar.from), time(bar.to))
    let joint: Length = right - left > 2.1 && left > panel.plot.minX ? 0.7 : 0
    return Rect(
      from: Point(x: left + joint, y: panel.y(0)), to: Point(x: right, y: panel.y(bar.pace)))
  }

  private func drawPeaks(_ panel: Panel, line: [Point], in frame: inout Frame) throws {
    var placement = LabelPlacement(bounds: panel.plot)
    for bar in bars { placement.block(rect(bar, panel).expanded(by: 0.5)) }
    placement.block(along: line, margin: 1.5)
    for peak in chart.peaks {
      let top = Point(x: time(peak.from), y: panel.y(peak.pace))
      let (right, left) = (try peakLabel(peak, .start), try peakLabel(peak, .end))
      let heights = stride(from: 1.0, through: 18, by: 1).map { max(top.y - .pt($0), panel.plot.minY) }
      let after = heights.map { Point(x: time(peak.to) + 3, y: $0) }
      let before = heights.map { Point(x: top.x - 3 - left.width, y: $0) }
      if let place = placement.place(right.size, at: after) {
        frame.place(right, at: place)
      } else if let place = placement.place(left.size, at: before) {
        frame.place(left, at: place)
      }
    }
  }

  private func peakLabel(_ peak: FlowHistory.Interval, _ anchor: TextAnchor) throws -> Frame {
    guard let flow else { return Frame(size: .zero) }
    let say = Sentences(kit.language)
    let pace = chart.pace(peak.pace, flow.axis, kit.language)
    let date = say.say(.peakLabel, ["date": say.shortDate(peak.to)])
    let head =
      StyledText(pace, axis.weight(600).colored(colors.ink)) + kit.typesetter.styled(date, axis)
    let amount = kit.language.amount(chart.quantity(peak.amount))
    let days = kit.language.days(peak.days)
    return try kit.label(
      [head, kit.typesetter.styled(say.say(.peakAmount, ["amount": amount, "days": days]), axis)],
      anchor: anchor)
  }

  /// The mean and the last bar, named at the right end.
  private func drawEnds(_ panel: Panel, in frame: inout Frame) throws {
    let say = Sentences(kit.language)
    var ends: [(text: String, color: Color, y: Length)] = []
    if let mean = chart.means.last {
      let pace = chart.pace(mean.pace, panel.axis, kit.language)
      let text = say.say(.flowMeanLabel, ["pace": pace, "days": kit.language.days(chart.meanDays)])
      ends.append((text, colors.accent, panel.y(mean.pace)))
    }
    if let last = chart.history.intervals.last {
      let pace = chart.pace(last.pace, panel.axis, kit.language)
      let period = kit.language.period(from: last.from, to: last.to)
      let short = period.hasSuffix("\(last.to.year)") ? String(period.dropLast(5)) : period
      let text = say.say(.flowLastLabel, ["pace": pace, "period": short.joiningLastWords])
      ends.append((text, colors.blue, panel.y(last.pace)))
    }
    try frame.nameEnds(ends, plot: panel.plot, kit: kit)
  }

  // MARK: The lower panel

  private func drawCumulative(_ panel: Panel, in frame: inout Frame) throws {
    let line = chart.history.levels.map { Point(x: time($0.date), y: panel.y($0.value)) }
    guard let first = line.first, let last = line.last, let level = chart.history.levels.last else { return }
    let ground = [Point(x: last.x, y: panel.y(0)), Point(x: first.x, y: panel.y(0))]
    let wash = colors.sequential.first ?? colors.hair
    frame.add(Shape(.polygon(line + ground), fill: .color(wash)))
    frame.curve(line, colors.blue)
    frame.dot(last, radius: 2, colors.blue)
    try drawMoments(panel, line: line, in: &frame)
    let total = kit.language.amount(chart.quantity(level.value, .stock))
    let text = Sentences(kit.language).say(.totalLabel, ["amount": total])
    try frame.nameEnds([(text, colors.blue, last.y)], plot: panel.plot, kit: kit, above: 4)
  }

  /// The level at the turn of each year, where a snapshot is near.
  private func drawMoments(_ panel: Panel, line: [Point], in frame: inout Frame) throws {
    var placement = LabelPlacement(bounds: panel.plot)
    placement.block(along: line, margin: 0.5)
    let say = Sentences(kit.language)
    for (index, level) in chart.history.levels.enumerated() where isTurn(index) {
      let number = panel.axis.text(level.value, decimals: 1, language: kit.language)
      let text = say.say(.momentLabel, ["amount": number, "date": say.shortDate(level.date, year: false)])
      let label = try kit.typesetter.line(text, axis.colored(colors.ink))
      let corner = Point(x: line[index].x - label.width - 2, y: line[index].y - label.height - 1)
      let places = [0.0, 3, 6].map { Point(x: corner.x, y: corner.y - .pt($0)) }
      guard let place = placement.place(label.size, at: places) else { continue }
      frame.dot(line[index], radius: 1.6, colors.blue)
      frame.place(label, at: place)
    }
  }

  /// The last snapshot of a year that goes on, within ten days of its end.
  private func isTurn(_ index: Int) -> Bool {
    let levels = chart.history.levels
    guard levels.indices.contains(index + 1) else { return false }
    let (this, next) = (levels[index].date, levels[index + 1].date)
    return this.year < next.year && this.month == 12 && this.day > 21
  }
}

/// A plot with its vertical axis.
struct Panel {
  let axis: ValueAxis
  let plot: Rect
  let y: LinearScale

  init(_ axis: ValueAxis, _ plot: Rect, _ domain: ClosedRange<Double>) {
    (self.axis, self.plot) = (axis, plot)
    y = LinearScale(domain, from: plot.maxY, to: plot.minY)
  }
}

extension String {
  /// With its last two words kept on one line: "du 2 au 11 avril" may break before "au".
  var joiningLastWords: String {
    guard let space = lastIndex(of: " ") else { return self }
    return String(self[..<space]) + "\u{A0}" + self[index(after: space)...]
  }
}
