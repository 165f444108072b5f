import Figures
import Geometry
import Pages
import Quantities
import Statistics
import Typesetting

/// Names and values of the highest and lowest territories, beside the map.
struct ExtremeLabels {
  /// How many of each end are tried; of those without room, the foremost are told.
  private static let highest = 8
  private static let lowest = 2
  private static let foremost = 4

  let values: TerritoryValues
  let kit: Kit
  let area: Rect

  /// Returns the texts of the foremost without room.
  func draw(on base: BaseMap, into frame: inout Frame) throws -> [String] {
    let text = ValueText(values, language: kit.language)
    let style = kit.theme.text.mapLabel
    let labels = extremes.compactMap { row -> Callouts.Label? in
      guard let anchor = base.anchor(of: row.member.code) else { return nil }
      let value = StyledText(text.number(row.quantity.value), style.weight(600))
      let name = StyledText(row.member.shortLabel + " ", style)
      return Callouts.Label(anchor: anchor, text: name + value, color: kit.theme.colors.ink)
    }
    let foremost = labels.prefix(Self.foremost).map(\.text.plain)
    return try Callouts(labels: labels, kit: kit, area: area).draw(on: base, into: &frame).filter(
      foremost.contains)
  }

  /// The two highest, the lowest, then the others: in order of importance.
  private var extremes: [(member: Member, quantity: Quantity)] {
    let ranked = values.ranked
    let high = ranked.prefix(Self.highest)
    let low = ranked.dropFirst(high.count).suffix(Self.lowest).reversed()
    return Array(high.prefix(2)) + Array(low) + Array(high.dropFirst(2))
  }
}
