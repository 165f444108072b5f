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

  public var count: Int { breaks.count + 1 }

  /// 0 for the lowest class.
  public func index(of value: Double) -> Int {
    breaks.firstIndex { value < $0 } ?? breaks.count
  }
}
