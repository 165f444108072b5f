import Quantities

/// Classes of a choropleth. The lower bound of a class belongs to it, the upper one to the next: [low, high[.
public struct ValueClasses: Hashable, Sendable {
  /// The bounds between classes, increasing: n breaks make n + 1 classes, open at both ends.
  public let breaks: [Double]

  /// Sorts the breaks and drops those that repeat.
  public init(breaks: [Double]) {
    var distinct: [Double] = []
    for bound in breaks.sorted() where distinct.last != bound { distinct.append(bound) }
    self.breaks = distinct
  }

  /// Many equal classes from the lowest value to the highest: what looks continuous.
  init(shadesOf values: [Double], count: Int = 64) {
    let (low, high) = (values.min() ?? 0, values.max() ?? 0)
    let steps = low < high ? 1..<count : 1..<1
    self.init(breaks: steps.map { low + (high - low) * Double($0) / Double(count) })
  }

  /// With a break at the centre of a diverging scheme, where values lie on both sides of it.
  func divided(at centre: Double?, _ values: [Double]) -> ValueClasses {
    guard let centre, let low = values.min(), let high = values.max(), low < centre, centre < high else {
      return self
    }
    return ValueClasses(breaks: breaks + [centre])
  }

  public var count: Int { breaks.count + 1 }

  /// 0 for the lowest class.
  public func index(of value: Double) -> Int {
    breaks.firstIndex { value < $0 } ?? breaks.count
  }
}
