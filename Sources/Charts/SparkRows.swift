import Figures
import Geometry
import Language
import Pages
import Quantities
import Statistics
import Typesetting

/// Rows of a name, a small chart without axes, the latest value and its change: each chart on its own scale.
public struct SparkRows: Sendable {
  let lines: [LineChart.Line]

  public init(_ lines: [LineChart.Line]) { self.lines = lines }

  private func name(_ line: LineChart.Line) -> String {
    line.name.isEmpty ? line.series.column.label : line.name
  }
}

extension SparkRows: RowPicture {
  public var tables: [Tabulation] {
    // Series of several units stand in a table each.
    lines.compactMap { SeriesTable.table([($0.name, $0.series)]) }
  }

  public func naturalHeight(width: Length, kit: Kit) throws -> Length {
    try grid(kit).laid(width: width, kit: kit).height.roundedUp(to: 7)
  }

  public func frame(size: Size, kit: Kit) throws -> Frame {
    var frame = Frame(size: size)
    let layout = try grid(kit).laid(width: size.width, kit: kit)
    let width = layout.plot.upperBound - layout.plot.lowerBound
    for (index, line) in lines.enumerated() {
      let spark = try Sparkline(line.series).frame(
        size: Size(width: width, height: Sparkline.height), kit: kit)
      frame.place(spark, at: Point(x: layout.plot.lowerBound, y: layout.middle(index) - Sparkline.height / 2))
    }
    layout.drawTexts(in: &frame)
    return frame
  }

  private func grid(_ kit: Kit) -> RowGrid {
    let (style, small, language) = (kit.theme.text.rowLabel, kit.theme.text.axis, kit.language)
    let values = lines.map { line in
      let value = line.series.points.last?.value ?? .unavailable
      return value.value.map { language.amount($0) } ?? language.text(value)
    }
    let changes = lines.map { line -> String in
      guard let flow = line.series.flows.last else { return "" }
      let amount = flow.value.value.map { language.amount($0, signed: true) } ?? language.text(flow.value)
      return "\(amount) \(language.during(days: flow.days))"
    }
    return RowGrid(
      lines.map { RowGrid.Row(language.typography(name($0))) },
      [
        RowGrid.Column(
          nil, values.map { kit.typesetter.styled($0, style.weight(600).colored(kit.theme.colors.navy)) }),
        RowGrid.Column(nil, changes.map { kit.typesetter.styled($0, small) }, rank: 1),
      ], pitch: 26)
  }

  // MARK: Words

  public func subtitle(language: Language) -> String? {
    Sentences(language).say(.sparkSubtitle)
  }

  public func alternative(language: Language) -> String {
    lines.map { trend($0, language) }.joined(separator: " ")
  }

  /// From its first published value to its last.
  private func trend(_ line: LineChart.Line, _ language: Language) -> String {
    let say = Sentences(language)
    let points = line.series.points.filter { $0.value.finite != nil }
    guard let first = points.first, let last = points.last, let from = first.value.finite,
      let to = last.value.finite
    else { return say.say(.linesEndNow, ["name": name(line), "amount": language.words.unavailableMeaning]) }
    return say.say(
      .lineTrend,
      [
        "name": name(line), "first": language.phrase(from), "from": language.date(first.date),
        "last": language.phrase(to), "to": language.date(last.date),
      ])
  }

  public func reading(language: Language) -> String? {
    guard let line = lines.first, let last = line.series.points.last, let value = last.value.value else {
      return nil
    }
    return Sentences(language).say(
      .linesReading,
      ["name": name(line), "amount": language.phrase(value), "date": language.date(last.date)])
  }
}
