/// Bounds of classes as a reader remembers them.
extension [Double] {
  /// Each break moved to the roundest number near it: the multiple of the largest of 1 or 5 × 10ⁿ that lies within an
  /// eighth of the narrower class beside it. Breaks keep their order and none falls on another.
  ///
  /// - Parameter range: the lowest and highest value, which bound the outer classes.
  public func rounded(within range: ClosedRange<Double>) -> [Double] {
    indices.map { index in
      let below = index > 0 ? self[index - 1] : range.lowerBound
      let above = index + 1 < count ? self[index + 1] : range.upperBound
      let room = Swift.min(self[index] - below, above - self[index]) / 8
      return room > 0 ? Self.roundest(near: self[index], within: room) : self[index]
    }
  }

  private static func roundest(near value: Double, within room: Double) -> Double {
    if value.magnitude <= room { return 0 }
    let exponent = Int(logarithm10(value.magnitude).rounded(.down)) + 1
    for tens in stride(from: exponent, to: exponent - 17, by: -1) {
      for digit in [5.0, 1] {
        // Dividing by a whole power of ten keeps 0.3 from becoming 0.30000000000000004.
        let size = power(10, Double(tens.magnitude))
        let multiple = (tens < 0 ? value * size / digit : value / (digit * size)).rounded()
        let candidate = tens < 0 ? multiple * digit / size : multiple * digit * size
        if (candidate - value).magnitude <= room { return candidate }
      }
    }
    return value
  }
}
