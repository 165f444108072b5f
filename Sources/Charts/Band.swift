import Figures
import Typesetting

/// A stretch of an axis of values behind the marks: a target with its two ends.
public struct Band: Hashable, Sendable {
  /// In the plain unit of the axis.
  public var span: ClosedRange<Double>
  public var name: String

  public init(_ span: ClosedRange<Double>, name: String) { (self.span, self.name) = (span, name) }

  /// Both ends: the axis holds them.
  var ends: [Double] { [span.lowerBound, span.upperBound] }

  /// "Objectif, de 200 à 250"
  private func text(_ numbers: NumberForm, _ kit: Kit) -> String {
    let bounds = kit.language.interval(
      from: numbers.bound(span.lowerBound), to: numbers.bound(span.upperBound), closed: true)
    return "\(name), \(bounds)"
  }

  /// Behind upright marks.
  func level(_ numbers: NumberForm, _ kit: Kit) -> Annotation { .range(span, name: text(numbers, kit)) }

  /// Behind rows.
  func column(_ numbers: NumberForm, _ kit: Kit) -> RowPlot.Band {
    RowPlot.Band(span, name: text(numbers, kit))
  }
}
