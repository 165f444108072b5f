/// Round numbers along an axis: multiples of 1, 2 or 5 times a power of ten.
///
/// After Paul S. Heckbert, "Nice Numbers for Graph Labels", Graphics Gems (1990).
public struct Ticks: Hashable, Sendable {
  public let step: Double
  public let values: [Double]

  /// Ticks whose first and last enclose the range, about `count` steps apart.
  public init(covering range: ClosedRange<Double>, count: Int) {
    let step = Self.step(for: range, count: count)
    let first = (range.lowerBound / step + 1e-9).rounded(.down)
    let last = max((range.upperBound / step - 1e-9).rounded(.up), first + 1)
    self.init(step: step, first: first, last: last)
  }

  /// Ticks inside the range, ends included, about `count` steps apart.
  public init(inside range: ClosedRange<Double>, count: Int) {
    let step = Self.step(for: range, count: count)
    let first = (range.lowerBound / step - 1e-9).rounded(.up)
    self.init(step: step, first: first, last: max((range.upperBound / step + 1e-9).rounded(.down), first))
  }

  private init(step: Double, first: Double, last: Double) {
    self.step = step
    values = stride(from: first, through: last, by: 1).map { $0 * step }
  }

  /// From the first to the last tick.
  public var domain: ClosedRange<Double> { (values.first ?? 0)...(values.last ?? 0) }

  /// How many decimals the ticks need when they are written in units of `factor`.
  public func decimals(in factor: Double) -> Int {
    let places = (0...2).first { place in
      let shifted = step / factor * [1.0, 10, 100][place]
      return (shifted - shifted.rounded()).magnitude < 1e-6 * shifted
    }
    return places ?? 3
  }

  private static func step(for range: ClosedRange<Double>, count: Int) -> Double {
    let span = range.upperBound - range.lowerBound
    guard span > 0, span.isFinite else { return max(range.upperBound.magnitude, 1) }
    return roundStep(near: span / Double(max(count, 1)))
  }

  /// The 1, 2, 5 or 10 times a power of ten that is nearest to `raw` by ratio.
  static func roundStep(near raw: Double) -> Double {
    var power = 1.0
    while power * 10 <= raw { power *= 10 }
    while power > raw { power /= 10 }
    let ratio = raw / power
    // The bounds are the geometric means of neighbours: √2, √10, √50.
    let digit: Double = ratio < 1.414 ? 1 : ratio < 3.162 ? 2 : ratio < 7.071 ? 5 : 10
    return digit * power
  }
}
