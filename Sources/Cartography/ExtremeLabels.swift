import Figures
import Geometry
import Pages
import Quantities
import Statistics
import Typesetting

/// Names and values of the highest and lowest territories, beside the map.
struct ExtremeLabels {
  /// How many of each end are tried; those without room are left out.
  private static let highest = 8
  private static let lowest = 2

  let values: TerritoryValues
  let kit: Kit

  func draw(on base: BaseMap, into frame: inout Frame) throws {
    let chosen = extremes.compactMap { row in base.anchor(of: row.member.code).map { (row, $0) } }
    let lines = try chosen.map { try label($0.0) }
    let requests = zip(lines, chosen).map { line, row in
      CalloutPlacement.Request(anchor: row.1, size: line.size)
    }
    let placement = CalloutPlacement(area: base.plan.area, mask: mask(base, texts: frame.texts()))
    for (place, line) in zip(placement.places(for: requests), lines) {
      guard let place else { continue }
      let ink = kit.theme.colors.ink
      let leader = Path.line(from: place.anchor, to: place.end)
      frame.add(Shape(leader, stroke: Stroke(.white, 0.9)))
      frame.add(Shape(.circle(centre: place.anchor, radius: 1.2), fill: .color(.white)))
      frame.add(Shape(leader, stroke: Stroke(ink, 0.35)))
      frame.add(Shape(.circle(centre: place.anchor, radius: 0.9), fill: .color(ink)))
      frame.place(line, at: place.box.origin)
    }
  }

  /// Highest and lowest in turn of importance, none twice.
  private var extremes: [(member: Member, quantity: Quantity)] {
    let ranked = values.ranked
    let high = ranked.prefix(Self.highest)
    let low = ranked.dropFirst(high.count).suffix(Self.lowest).reversed()
    return Array(high.prefix(2)) + Array(low) + Array(high.dropFirst(2))
  }

  private func label(_ row: (member: Member, quantity: Quantity)) throws -> Frame {
    let style = kit.theme.text.mapLabel
    let text = ValueText(values, language: kit.language)
    let name = StyledText(row.member.shortLabel + " ", style)
    return try kit.typesetter.line(
      name + StyledText(text.number(row.quantity.value), style.weight(600)))
  }

  /// All land, the frames, and the texts already there.
  private func mask(_ base: BaseMap, texts: [PlacedText]) -> LandMask {
    var mask = base.land(in: base.plan.area)
    for text in texts { mask.block(text.box) }
    return mask
  }
}
