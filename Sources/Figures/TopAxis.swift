import Geometry
import Pages

/// The axis above a row grid: numbers on top, grid lines down through the rows, a zero line.
public struct TopAxis: Sendable {
  public let ticks: Ticks
  public let scale: LinearScale
  let form: NumberForm

  /// - Parameters:
  ///   - values: what must be inside.
  ///   - origin: is inside too; `nil` where the axis need not show zero.
  public init(
    _ values: [Double], including origin: Double?, form: NumberForm, plot: ClosedRange<Length>
  ) {
    let all = values.filter(\.isFinite) + [origin].compactMap(\.self)
    let (low, high) = (all.min() ?? 0, all.max() ?? 0)
    let wide = high > low ? low...high : low - max(low.magnitude, 1) / 2...low + max(low.magnitude, 1) / 2
    let count = max(2, min(6, Int((plot.upperBound - plot.lowerBound).points / 28)))
    let ticks = Ticks(inside: wide, count: count)
    (self.ticks, self.form) = (ticks, form)
    let spare = (plot.upperBound - plot.lowerBound) * 0.02
    scale = LinearScale(
      wide, from: plot.lowerBound + (low < 0 || origin == nil ? spare : 0), to: plot.upperBound - spare)
  }

  public func draw(in frame: inout Frame, layout: RowLayout, kit: Kit) throws {
    let bottom = layout.height
    var placement = LabelPlacement(bounds: Rect(origin: .zero, size: frame.size))
    for (head, place) in layout.heads {
      placement.block(Rect(origin: place, size: head.size).expanded(by: 2))
    }
    for value in ticks.values where scale.domain.contains(value) {
      let isZero = value.magnitude < ticks.step * 1e-9
      frame.rule(
        down: (layout.top - 1)...bottom, x: scale(value),
        isZero ? kit.theme.colors.ink : kit.theme.colors.hair,
        isZero ? 0.6 : 0.4)
      let text = kit.language.number(
        value / factor, decimals: ticks.decimals(in: factor))
      let label = try kit.typesetter.line(text, kit.theme.text.axis)
      let corner = Point(x: scale(value) - label.width / 2, y: layout.top - 3 - label.height)
      let padded = Size(width: label.width + 3, height: label.height)
      if placement.place(padded, at: [Point(x: corner.x - 1.5, y: corner.y)]) != nil {
        frame.place(label, at: corner)
      }
    }
  }

  private var factor: Double { form.factor }
}
