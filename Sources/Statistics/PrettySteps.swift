/// Equally spaced round numbers that cover a range: multiples of 1, 2 or 5 × 10ⁿ, about as many steps as wanted
/// (Becker, Chambers and Wilks 1988). The unit is the one that R's `pretty` takes with its default biases.
struct PrettySteps {
  /// How much a larger unit is preferred to a smaller one, and 5 to the others.
  private static let bias = (larger: 1.5, five: 2.75)
  private static let tolerance = 1e-10

  let values: [Double]

  init(from low: Double, to high: Double, about count: Int) {
    let unit = Self.unit(for: (high - low) / Double(max(count, 1)))
    var first = (low / unit + Self.tolerance).rounded(.down)
    var last = (high / unit - Self.tolerance).rounded(.up)
    let missing = Double(count / 3) - (last - first)
    if missing > 0 {
      let half = (missing / 2).rounded(.down)
      let isPositive = first >= 0
      first -= isPositive ? missing - half : half
      last += isPositive ? half : missing - half
    }
    let steps = Int(last - first)
    let (start, end) = (first * unit, last * unit)
    let step = (end - start) / Double(max(steps, 1))
    values = (0...max(steps, 1)).map { index in
      let value = index == steps ? end : start + Double(index) * step
      return value.magnitude < 1e-14 * step ? 0 : value
    }
  }

  private static func unit(for cell: Double) -> Double {
    let base = power(10, logarithm10(cell).rounded(.down))
    var unit = base
    if 2 * base - cell < bias.larger * (cell - unit) { unit = 2 * base } else { return unit }
    if 5 * base - cell < bias.five * (cell - unit) { unit = 5 * base } else { return unit }
    return 10 * base - cell < bias.larger * (cell - unit) ? 10 * base : unit
  }
}
