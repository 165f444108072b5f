import Figures
import Geometry
import Language
import Pages
import Quantities
import Statistics
import Typesetting

/// Rows of 100 %: each part as wide as its share, its percentage inside where it fits.
///
/// A single row has the names of its parts below them; several rows have a legend on top.
struct ShareRows {
  let stack: Stack
  let width: Length
  let kit: Kit
  let ordered: Bool
  let names: [Frame]
  let legend: Frame?
  /// Under a single row: where each part's name starts.
  let below: [(name: Frame, x: Length)]?

  private var colors: ThemeColors { kit.theme.colors }
  private var style: TextStyle { kit.theme.text.axis }
  private var single: Bool { stack.bars.count == 1 }
  private var pitch: Length { 17 }
  private static let barHeight: Length = 13

  init(chart: StackedBars, width: Length, kit: Kit) throws {
    (stack, ordered) = (chart.stack(kit.language), chart.ordered)
    (self.width, self.kit) = (width, kit)
    let style = kit.theme.text.rowLabel
    let rows = stack.bars
    names =
      rows.count == 1
      ? []
      : try rows.map { bar in
        let full = try kit.name(bar.member.label, style)
        return full.width <= width * 0.34 ? full : try kit.name(bar.member.shortLabel, style)
      }
    let entries = stack.parts.indices.map { [stack, ordered] in
      LegendEntry(.color(stack.color($0, ordered: ordered, kit)), stack.parts[$0].shortLabel)
    }
    let below = try rows.count == 1 ? Self.namesBelow(stack, width, kit) : nil
    (self.below, legend) = (below, below == nil ? try Legend(entries).frame(width: width, kit: kit) : nil)
  }

  /// The names under a single row, each near its part; `nil` where they would stray from their parts.
  private static func namesBelow(
    _ stack: Stack, _ width: Length, _ kit: Kit
  ) throws -> [(name: Frame, x: Length)]? {
    guard let bar = stack.bars.first, bar.sum > 0 else { return nil }
    let names = try stack.parts.map { try kit.name($0.shortLabel, kit.theme.text.axis) }
    var sum = 0.0
    var wishes: [(centre: Length, reach: Length)] = []
    for value in bar.values {
      let share = max(0, value ?? 0) / bar.sum
      wishes.append((width * (sum + share / 2), max(width * share / 2, 10)))
      sum += share
    }
    let labels = zip(wishes, names).map { LabelSpreading.Label(wanted: $0.centre, extent: $1.width + 5) }
    let starts = LabelSpreading.starts(of: labels, within: -2.5...width + 2.5)
    var placed: [(name: Frame, x: Length)] = []
    for (index, start) in starts.enumerated() {
      guard let start else { return nil }
      let centre = start + labels[index].extent / 2
      if (centre - wishes[index].centre).magnitude > wishes[index].reach { return nil }
      placed.append((names[index], start + 2.5))
    }
    return placed
  }

  private var top: Length { legend.map { $0.height + 5 } ?? .zero }

  var height: Length {
    top + (single ? Self.barHeight + (legend == nil ? 11 : 1) : pitch * Double(stack.bars.count))
  }

  func frame(_ size: Size) throws -> Frame {
    var frame = Frame(size: size)
    if let legend { frame.place(legend, at: .zero) }
    let left = names.map(\.width).max().map { $0 + 8 } ?? .zero
    for index in stack.bars.indices {
      let y = top + pitch * Double(index)
      if names.indices.contains(index) {
        frame.write(names[index], x: .zero, baseline: y + 9.4)
      }
      let row = Rect(x: left, y: y, width: size.width - left, height: Self.barHeight)
      try drawRow(stack.bars[index], row, in: &frame)
    }
    for entry in below ?? [] {
      frame.write(entry.name, x: entry.x, baseline: top + Self.barHeight + 9)
    }
    return frame
  }

  private func drawRow(_ bar: Stack.Bar, _ row: Rect, in frame: inout Frame) throws {
    guard bar.sum > 0 else {
      let sign = try kit.typesetter.line(kit.language.text(bar.missing ?? .unavailable), style)
      return frame.write(sign, x: row.minX + 2, baseline: row.minY + 9.2)
    }
    var sum = 0.0
    for (part, value) in bar.values.enumerated() {
      guard let value, value > 0 else { continue }
      let left = row.minX + row.width * (sum / bar.sum)
      let rect = Rect(x: left, y: row.minY, width: row.width * (value / bar.sum), height: row.height)
      let color = stack.color(part, ordered: ordered, kit)
      frame.fill(rect, color)
      if sum > 0 { frame.rule(down: row.minY...row.maxY, x: left, .white, 0.7) }
      sum += value
      try drawText(share: value / bar.sum, rect, color, in: &frame)
    }
  }

  private func drawText(
    share: Double, _ rect: Rect, _ ground: Color, in frame: inout Frame
  ) throws {
    let text = kit.language.number(share * 100, decimals: 0)
    let number = try kit.typesetter.line(text, style.weight(600).colored(ground.text(colors)))
    if number.width + 3 <= rect.width {
      frame.write(number, x: rect.midX, baseline: rect.minY + 9, anchor: .middle)
    }
  }
}
