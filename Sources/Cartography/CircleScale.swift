import Geometry

/// How circles grow with values.
public enum CircleForm: String, Hashable, Sendable, CaseIterable {
  /// Areas in proportion to values.
  case area
  /// Radii by the power 0.5716 of values, since the eye underrates how areas differ (Flannery 1971).
  case flannery
}

/// The radii of circles; a value below zero has that of its magnitude, and its circle is hollow.
///
/// What is not nothing has a circle that can be seen, and only what is less than a thousandth of the largest has none.
struct CircleScale: Hashable, Sendable {
  private static let leastRadius: Length = 0.8

  let largest: Double
  let largestRadius: Length
  private let form: CircleForm

  init(largest: Double, radius: Length, form: CircleForm = .area) {
    (self.largest, largestRadius) = (max(largest, .leastNormalMagnitude), radius)
    self.form = form
  }

  func radius(_ value: Double) -> Length {
    guard draws(value) else { return 0 }
    let share = value.magnitude / largest
    let exact =
      switch form {
      case .area: largestRadius * share.squareRoot()
      case .flannery: largestRadius * power(share, 0.5716)
      }
    return max(exact, Self.leastRadius)
  }

  /// All circles smaller by one share.
  func shrunk(by share: Double) -> CircleScale {
    CircleScale(largest: largest, radius: largestRadius * share, form: form)
  }

  /// Under it, a value has no circle.
  var least: Double { largest / 1000 }

  func draws(_ value: Double) -> Bool { value != 0 && value.magnitude >= least }

  /// Three round values for the legend: the largest of 1, 2 or 5 × 10ⁿ that occurs and has room, its fifth and its
  /// twenty-fifth.
  func legendValues(within most: Length = 1e6) -> [Double] {
    var step = 1.0
    while step * 10 <= largest { step *= 10 }
    while step > largest { step /= 10 }
    while step > .leastNormalMagnitude, radius(step) > most { step /= 10 }
    let first = [5.0, 2, 1].map { $0 * step }.first { $0 <= largest && radius($0) <= most } ?? step
    return [first, first / 5, first / 25]
  }
}
