/// A number in twice the precision of a double: the sum of a double and of what it rounds away (Dekker 1971).
struct TwoDouble {
  private var high = 0.0
  private var low = 0.0

  init() {}

  init(_ value: Double) { high = value }

  private init(_ high: Double, _ low: Double) {
    self.high = high + low
    self.low = low - (self.high - high)
  }

  var value: Double { high + low }

  static func + (a: TwoDouble, b: TwoDouble) -> TwoDouble {
    let sum = a.high + b.high
    let part = sum - a.high
    let rest = (a.high - (sum - part)) + (b.high - part)
    return TwoDouble(sum, rest + a.low + b.low)
  }

  static func - (a: TwoDouble, b: TwoDouble) -> TwoDouble {
    var minus = b
    (minus.high, minus.low) = (-b.high, -b.low)
    return a + minus
  }

  static func * (a: TwoDouble, b: TwoDouble) -> TwoDouble {
    let product = a.high * b.high
    let rest = (-product).addingProduct(a.high, b.high)
    return TwoDouble(product, rest + a.high * b.low + a.low * b.high)
  }

  static func / (a: TwoDouble, b: TwoDouble) -> TwoDouble {
    let first = a.high / b.high
    let rest = a - TwoDouble(first) * b
    return TwoDouble(first, rest.high / b.high)
  }

  /// The sum of many numbers, rounded once.
  static func sum(_ values: [Double]) -> TwoDouble { values.reduce(TwoDouble()) { $0 + TwoDouble($1) } }
}
