import Figures
import Geometry
import Pages
import Statistics
import Typesetting

extension RankedBars: RowPicture {
  public func naturalHeight(width: Length, kit: Kit) throws -> Length {
    let layout = try RankedPlanner(chart: self, width: width, kit: kit).plan()
    return RankedDrawing(chart: self, layout: layout, kit: kit).height.roundedUp(to: 7)
  }

  public func frame(size: Size, kit: Kit) throws -> Frame {
    let layout = try RankedPlanner(chart: self, width: size.width, kit: kit).plan()
    return try RankedDrawing(chart: self, layout: layout, kit: kit).frame(size)
  }
}

/// Rows from top to bottom, at their own pitch: a taller frame leaves the rest empty.
private struct RankedDrawing {
  let chart: RankedBars
  let layout: RankedLayout
  let kit: Kit

  private static let pitch: Length = 14
  private static let barHeight: Length = 10
  private static let apart: Length = 4

  private var colors: ThemeColors { kit.theme.colors }
  private var style: TextStyle { kit.theme.text.rowLabel }

  private var headHeight: Length { (layout.heads.map(\.height).max() ?? .zero) + 1 }

  private func rowHeight(_ index: Int) -> Length { max(Self.pitch, layout.names[index].height + 3) }

  /// The top of each row, then of the total, then the end.
  private var tops: [Length] {
    var tops = [headHeight]
    for (index, row) in chart.rows.enumerated() {
      let last = tops.count - 1
      let opens = row.isRemainder && index > 0 && !chart.rows[index - 1].isRemainder
      if opens { tops[last] = tops[last] + Self.apart }
      tops.append(tops[last] + rowHeight(index))
    }
    if chart.total != nil {
      let last = tops.count - 1
      tops[last] = tops[last] + Self.apart
      tops.append(tops[last] + Self.pitch)
    }
    return tops
  }

  var height: Length { tops.last ?? .zero }

  func frame(_ size: Size) throws -> Frame {
    var frame = Frame(size: size, baseline: headHeight + style.leading)
    for (edge, head) in zip(layout.edges, layout.heads) {
      frame.place(head, at: Point(x: edge - head.width, y: headHeight - 1 - head.height))
    }
    let tops = tops
    for index in chart.rows.indices {
      drawBar(index, top: tops[index], in: &frame)
      try drawRow(index, top: tops[index], in: &frame)
    }
    drawZeroLine(tops, in: &frame)
    if let name = layout.totalName { try drawTotal(name, top: tops[chart.rows.count], in: &frame) }
    return frame
  }

  private var scale: LinearScale {
    let values = chart.rows.map(\.number)
    let (low, high) = (min(0, values.min() ?? 0), max(0, values.max() ?? 0))
    return LinearScale(
      low...max(high, low + .leastNormalMagnitude), from: layout.bars.lowerBound, to: layout.bars.upperBound)
  }

  private func drawBar(_ index: Int, top: Length, in frame: inout Frame) {
    let row = chart.rows[index]
    let bottom = top + rowHeight(index)
    frame.rule(across: .zero...frame.width, y: bottom, colors.hair, 0.4)
    guard let value = row.first.value?.value else { return }
    let y = (top + bottom - Self.barHeight) / 2
    let bar = Rect(
      from: Point(x: scale(0), y: y), to: Point(x: scale(value), y: y + Self.barHeight))
    let color = row.isRemainder ? colors.other : index == chart.leader ? colors.blue : colors.bar
    frame.fill(bar, color)
  }

  private func drawRow(_ index: Int, top: Length, in frame: inout Frame) throws {
    let middle = top + rowHeight(index) / 2
    if layout.codes.indices.contains(index), layout.nameX > .zero {
      let code = layout.codes[index]
      let centre = (layout.nameX - 6) / 2
      frame.place(code, at: Point(x: centre - code.width / 2, y: middle - code.height / 2))
    }
    let name = layout.names[index]
    frame.place(name, at: Point(x: layout.nameX, y: middle - name.height / 2))
    let weight = index == chart.leader ? 600 : style.font.weight
    for (column, (figures, edge)) in zip(layout.columns, layout.edges).enumerated() {
      let leads = column == 0 ? weight : style.font.weight
      let cell = try kit.typesetter.line(figures.cells[index], cellStyle(index, column).weight(leads))
      frame.place(cell, at: Point(x: edge - cell.width, y: middle - cell.height / 2))
    }
  }

  /// Withheld values are grey.
  private func cellStyle(_ index: Int, _ column: Int) -> TextStyle {
    let hidden = layout.columns[column].hidden.contains(index)
    return hidden ? style.colored(colors.grey) : style
  }

  private func drawZeroLine(_ tops: [Length], in frame: inout Frame) {
    guard let last = chart.rows.indices.last else { return }
    frame.rule(
      down: (tops[0] - 2)...(tops[last] + rowHeight(last)), x: scale(0), colors.ink, 0.6)
  }

  private func drawTotal(_ name: Frame, top: Length, in frame: inout Frame) throws {
    let bold = style.weight(600).colored(colors.navy)
    frame.place(name, at: Point(x: layout.nameX, y: top))
    for (figures, edge) in zip(layout.columns, layout.edges) {
      let cell = try kit.typesetter.line(figures.total, bold)
      frame.place(cell, at: Point(x: edge - cell.width, y: top))
    }
  }
}
