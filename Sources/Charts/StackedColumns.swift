import Figures
import Geometry
import Language
import Pages
import Quantities
import Statistics
import Typesetting

extension StackedBars: Picture {
  public func naturalHeight(width: Length, kit: Kit) throws -> Length {
    switch form {
    case .columns:
      let legend = try StackedColumns(chart: self, size: Size(width: width, height: 1000), kit: kit).legend
      return (190 + (legend?.height ?? .zero)).roundedUp(to: 7)
    case .shares: return try ShareRows(chart: self, width: width, kit: kit).height.roundedUp(to: 7)
    }
  }

  public func frame(size: Size, kit: Kit) throws -> Frame {
    switch form {
    case .columns: try StackedColumns(chart: self, size: size, kit: kit).frame()
    case .shares: try ShareRows(chart: self, width: size.width, kit: kit).frame(size)
    }
  }
}

/// Stacked columns on a value axis. The parts are named at the right of the last column, or in a legend on top where
/// the frame is narrow.
private struct StackedColumns {
  let stack: Stack
  let size: Size
  let kit: Kit
  let ordered: Bool
  let axis: ValueAxis
  let plot: Rect
  let y: LinearScale
  let bands: BandScale
  /// `nil` where the parts are named beside the last column.
  let legend: Frame?

  private static let labelRoom: Length = 92
  private var colors: ThemeColors { kit.theme.colors }
  private var style: TextStyle { kit.theme.text.axis }

  init(chart: StackedBars, size: Size, kit: Kit) throws {
    (stack, ordered) = (chart.stack(kit.language), chart.ordered)
    (self.size, self.kit) = (size, kit)
    axis = chart.axis(stack, kit.language)
    let beside = size.width >= 320
    legend =
      beside ? nil : try Self.legend(stack, ordered: ordered, width: size.width, kit: kit)
    let top = (legend.map { $0.height + 4 } ?? .zero) + 5
    plot = Rect(
      from: Point(x: try axis.width(kit: kit), y: top),
      to: Point(x: size.width - (beside ? Self.labelRoom : 0), y: size.height - MonthAxis.height))
    y = LinearScale(axis.ticks.domain, from: plot.maxY, to: plot.minY)
    bands = BandScale(count: stack.bars.count, from: plot.minX, to: plot.maxX, padding: 0.22)
  }

  static func legend(_ stack: Stack, ordered: Bool, width: Length, kit: Kit) throws -> Frame {
    let entries = stack.parts.indices.map {
      LegendEntry(.color(stack.color($0, ordered: ordered, kit)), stack.parts[$0].shortLabel)
    }
    return try Legend(entries).frame(width: width, kit: kit)
  }

  func frame() throws -> Frame {
    var frame = Frame(size: size)
    if let legend { frame.place(legend, at: .zero) }
    try axis.drawGrid(in: &frame, plot: plot, y: y, kit: kit)
    for index in stack.bars.indices { try drawColumn(index, in: &frame) }
    axis.drawZeroLine(in: &frame, plot: plot, y: y, kit: kit)
    try drawNames(in: &frame)
    if legend == nil { try nameParts(in: &frame) }
    return frame
  }

  /// From the bottom up, with white joints.
  private func drawColumn(_ index: Int, in frame: inout Frame) throws {
    let bar = stack.bars[index]
    var sum = 0.0
    for (part, value) in bar.values.enumerated() {
      guard let value, value > 0 else { continue }
      let rect = Rect(
        from: Point(x: bands(index), y: y(sum)),
        to: Point(x: bands(index) + bands.bandwidth, y: y(sum + value)))
      frame.fill(rect, stack.color(part, ordered: ordered, kit))
      if sum > 0 { frame.rule(across: rect.minX...rect.maxX, y: rect.maxY, .white, 0.5) }
      sum += value
    }
    if let missing = bar.missing {
      let sign = try kit.typesetter.line(kit.language.text(missing), style)
      guard sign.width <= bands.step else { return }
      frame.write(sign, x: bands.centre(index), baseline: max(y(sum) - 2, 6), anchor: .middle)
    }
  }

  /// Month names with the years below, or the members' names.
  private func drawNames(in frame: inout Frame) throws {
    let months = stack.bars.map { CalendarDate(month: $0.member) }
    let names = try zip(stack.bars, months).map { bar, month in
      if let month { return try kit.name(kit.language.date(month, .monthAbbreviated), style) }
      let name = kit.language.typography(bar.member.shortLabel)
      return try kit.wrapped(name, style, measure: max(bands.step - 3, 24), lines: 2, anchor: .middle)
    }
    let widest = (names.map(\.width).max() ?? .zero) + 2
    let stride = max(1, Int((widest.points / max(bands.step.points, 0.1)).rounded(.up)))
    for index in names.indices where index % stride == 0 {
      let half = names[index].width / 2
      let x = min(max(bands.centre(index), half), size.width - half)
      frame.write(names[index], x: x, baseline: plot.maxY + 9.6, anchor: .middle)
    }
    try drawYears(months, in: &frame)
  }

  private func drawYears(_ months: [CalendarDate?], in frame: inout Frame) throws {
    var pen = -Length.pt(1)
    for (index, month) in months.enumerated() {
      guard let month, index == 0 || months[index - 1]?.year != month.year else { continue }
      let year = try kit.typesetter.line(String(month.year), style.weight(600))
      let x = max(bands.centre(index) - year.width / 2, .zero)
      guard x > pen, x + year.width <= size.width else { continue }
      frame.write(year, x: x, baseline: plot.maxY + 18)
      pen = x + year.width + 3
    }
  }

  /// Beside the last column, at the height of each part.
  private func nameParts(in frame: inout Frame) throws {
    guard let last = stack.bars.last else { return }
    var sum = 0.0
    var ends: [(text: String, color: Color, y: Length)] = []
    for (part, value) in last.values.enumerated() {
      let middle = sum + max(0, value ?? 0) / 2
      sum += max(0, value ?? 0)
      let color = stack.color(part, ordered: ordered, kit)
      let readable = color.luminance > 0.16 ? colors.grey : color
      ends.append((kit.language.typography(stack.parts[part].shortLabel), readable, y(middle)))
    }
    try frame.namePartsBeside(
      ends, swatches: last.values.indices.map { stack.color($0, ordered: ordered, kit) }, plot: plot,
      kit: kit)
  }
}

extension Frame {
  /// Names of parts at the right of a plot, each with a swatch of its colour.
  fileprivate mutating func namePartsBeside(
    _ ends: [(text: String, color: Color, y: Length)], swatches: [Color], plot: Rect, kit: Kit
  ) throws {
    let left = plot.maxX + 12
    let labels = try ends.map {
      try kit.label($0.text, kit.theme.text.axis.weight(600).colored($0.color), measure: width - left)
    }
    let wanted = zip(ends, labels).map { LabelSpreading.Label(wanted: $0.y, extent: $1.height + 2) }
    let starts = LabelSpreading.starts(of: wanted, within: .zero...plot.maxY)
    for (index, start) in starts.enumerated() {
      guard let start, labels[index].width <= width - left + 0.01 else { continue }
      place(labels[index], at: Point(x: left, y: start))
      let line = kit.theme.text.axis.leading
      fill(Rect(x: left - 8, y: start + line / 2 - 2.5, width: 5, height: 5), swatches[index])
    }
  }
}
