import Geometry
import Language
import Pages
import Quantities
import Typesetting

/// The time axis under a panel: a tick at each month, its name centred, the years where they change.
public struct MonthAxis: Hashable, Sendable {
  public let scale: TimeScale

  public init(_ scale: TimeScale) { self.scale = scale }

  /// Below the plot: ticks, month names, years.
  public static let height: Length = 21
  /// Where the panel is one of several and the names stand under the last.
  public static let tickLength: Length = 3

  public func drawTicks(in frame: inout Frame, y: Length, kit: Kit) {
    for month in scale.months where month.first > scale.from {
      frame.rule(down: y...(y + Self.tickLength), x: month.from, kit.theme.colors.ink, 0.4)
    }
  }

  public func drawNames(in frame: inout Frame, y: Length, kit: Kit) throws {
    let style = kit.theme.text.axis
    let names = try scale.months.map {
      try kit.typesetter.line(kit.language.date($0.first, .monthAbbreviated), style)
    }
    let stride = stride(names)
    for (month, name) in zip(scale.months, names) where (month.first.month - 1) % stride == 0 {
      let room = stride == 1 ? month.width - 1 : scale.day * 28
      let whole = month.first >= scale.from || stride == 1
      let inside =
        month.centre - name.width / 2 >= scale.start && month.centre + name.width / 2 <= scale.end
      guard whole, inside, stride > 1 || name.width <= room else { continue }
      frame.write(name, x: month.centre, baseline: y + Self.tickLength + 6, anchor: .middle)
    }
    try drawYears(in: &frame, y: y, stride: stride, kit: kit)
  }

  /// Every month, or every second, third, sixth, twelfth, so that neighbours stay apart.
  private func stride(_ names: [Frame]) -> Int {
    let widest = (names.map(\.width).max() ?? .zero) + 2.5
    return [1, 2, 3, 6].first { scale.day * (Double($0) * 30.4) >= widest } ?? 12
  }

  private func drawYears(in frame: inout Frame, y: Length, stride: Int, kit: Kit) throws {
    let style = kit.theme.text.axis.weight(600)
    let changes = scale.months.filter { $0.first.month == 1 && $0.first > scale.from }
    let baseline = y + Self.tickLength + 15
    guard !changes.isEmpty else {
      let year = try kit.typesetter.line(String(scale.from.year), style)
      return frame.write(year, x: scale.start, baseline: baseline)
    }
    var pen = scale.start
    for change in changes {
      let before = try kit.typesetter.line(String(change.first.year - 1), style)
      let after = try kit.typesetter.line(String(change.first.year), style)
      // Where only some months are named, a name may stand across the turn of the year.
      let top = stride == 1 ? y : y + Self.tickLength + 8
      frame.rule(
        down: top...(baseline + 1), x: change.from, kit.theme.colors.outline, 0.4)
      if change.from - 2 - before.width >= pen {
        frame.write(before, x: change.from - 2, baseline: baseline, anchor: .end)
      }
      guard change.from + 2 >= pen, change.from + 2 + after.width <= frame.width else { continue }
      frame.write(after, x: change.from + 2, baseline: baseline)
      pen = change.from + 4 + after.width
    }
  }
}
