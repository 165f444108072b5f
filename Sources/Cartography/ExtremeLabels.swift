import Figures
import Geometry
import Pages
import Quantities
import Statistics
import Typesetting

/// Names and values of the highest and lowest territories, beside the map, else inside their shapes.
struct ExtremeLabels {
  /// How many of each end are tried, at most; of those without room, the foremost are told.
  private static let highest = 8
  private static let lowest = 2
  private static let foremost = 4

  let values: TerritoryValues
  let kit: Kit
  let area: Rect
  /// A narrow map has room for the two ends alone.
  let isNarrow: Bool
  let shapes: ShapeLabels

  /// Returns the texts of the foremost without room.
  func draw(on base: BaseMap, into frame: inout Frame) throws -> [String] {
    let text = ValueText(values, language: kit.language)
    let style = kit.theme.text.mapLabel
    let labels = extremes.compactMap { row -> (code: String, label: Callouts.Label)? in
      guard let anchor = base.anchor(of: row.member.code) else { return nil }
      let value = StyledText(text.number(row.quantity.value), style.weight(600))
      let name = StyledText(row.member.shortLabel + " ", style)
      let label = Callouts.Label(anchor: anchor, text: name + value, color: kit.theme.colors.ink)
      return (row.member.code, label)
    }
    let left = try Callouts(labels: labels.map(\.label), kit: kit, area: area)
      .draw(on: base, besides: shapes.taken, into: &frame)
    return try labels.prefix(Self.foremost).filter { code, label in
      guard left.contains(label.text.plain) else { return false }
      return try !shapes.drawInside(code, on: base, into: &frame)
    }
    .map(\.label.text.plain)
  }

  /// The highest, the lowest, then the others in turn: in order of importance. A quarter of a few is not extreme.
  private var extremes: [(member: Member, quantity: Quantity)] {
    let ranked = values.ranked
    let most = isNarrow ? 1 : max(ranked.count / 4, 1)
    let high = Array(ranked.prefix(min(Self.highest, most)))
    let low = Array(ranked.dropFirst(high.count).suffix(min(Self.lowest, most)).reversed())
    let first = [high.first, low.first, high.dropFirst().first].compactMap { $0 }
    return first + Array(low.dropFirst()) + Array(high.dropFirst(2))
  }
}
