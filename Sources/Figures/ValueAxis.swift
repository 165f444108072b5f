import Geometry
import Language
import Pages
import Quantities

/// The vertical axis of a panel: horizontal grid lines, numbers at the left, a zero line.
public struct ValueAxis: Hashable, Sendable {
  public let ticks: Ticks
  public let unit: Unit
  /// The power of a thousand in which its numbers are written; named in the figure's subtitle.
  public let scale: Language.Scale

  public init(_ ticks: Ticks, unit: Unit, language: Language) {
    (self.ticks, self.unit) = (ticks, unit)
    let largest = ticks.values.map(\.magnitude).max() ?? 0
    scale = language.scale(for: [largest], unit: unit)
  }

  private var factor: Double { unit.measure == .one ? 0.01 : scale.factor }

  /// A number of this axis, or of a mark read against it, without its unit.
  public func text(_ value: Double, decimals: Int? = nil, language: Language) -> String {
    language.number(value / factor, decimals: decimals ?? ticks.decimals(in: factor))
  }

  /// The room that its numbers need at the left of the plot.
  public func width(kit: Kit) throws -> Length {
    let widths = try ticks.values.map {
      try kit.typesetter.line(text($0, language: kit.language), kit.theme.text.axis).width
    }
    return (widths.max() ?? .zero) + Self.gap
  }

  public static let gap: Length = 4

  /// Draws the grid of a plot under its marks; `y` places its values.
  public func drawGrid(in frame: inout Frame, plot: Rect, y: LinearScale, kit: Kit) throws {
    for value in thinned(y) where y.domain.contains(value) {
      if value != 0 {
        frame.rule(across: plot.minX...plot.maxX, y: y(value), kit.theme.colors.hair, 0.4)
      }
      let line = try kit.typesetter.line(text(value, language: kit.language), kit.theme.text.axis)
      frame.write(line, x: plot.minX - Self.gap, baseline: y(value) + Self.drop, anchor: .end)
    }
  }

  /// The ticks whose numbers do not touch: every second, third … from zero where the plot is low.
  private func thinned(_ y: LinearScale) -> [Double] {
    guard ticks.values.count > 1 else { return ticks.values }
    let apart = abs((y(ticks.values[1]) - y(ticks.values[0])).points)
    let every = max(1, Int((Self.leastApart / max(apart, 0.1)).rounded(.up)))
    return ticks.values.filter { Int(($0 / ticks.step).rounded()).isMultiple(of: every) }
  }

  /// Points between the baselines of two numbers.
  private static let leastApart = 9.0

  /// Draws the zero line over the marks.
  public func drawZeroLine(in frame: inout Frame, plot: Rect, y: LinearScale, kit: Kit) {
    guard y.domain.contains(0) else { return }
    frame.rule(across: plot.minX...plot.maxX, y: y(0), kit.theme.colors.ink, 0.6)
  }

  /// From a grid line down to the baseline of its number: half the height of the digits.
  private static let drop: Length = 2.5
}

extension ValueAxis {
  /// "millions d’euros", "milliers d’aides", "euros par habitant": the unit in words, for a subtitle.
  public func unitName(_ language: Language) -> String {
    let ten = language.phrase(
      Quantity(10 * factor, unit, .flow), scale: scale, decimals: 0, spelled: true)
    return String(ten.drop { !$0.isLetter && $0 != "%" && $0 != "€" })
  }
}

extension String {
  /// With a capital first letter.
  public var capitalizedFirst: String { prefix(1).uppercased() + dropFirst() }
}
