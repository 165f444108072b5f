/// How values are divided into bins.
public enum BinRule: Hashable, Sendable {
  /// So many bins of equal width from the least to the greatest value.
  case count(Int)
  /// Multiples of a width.
  case width(Double)
  /// Width 2 · IQR / ∛n (Freedman and Diaconis, 1981).
  case freedmanDiaconis
  /// Width ∛(24 √π / n) · σ (Scott, 1979).
  case scott
  /// log₂ n + 1 bins (Sturges, 1926).
  case sturges
  /// These edges; values outside them are in no bin.
  case edges([Double])
}

/// Values counted in contiguous bins. A bin holds its lower edge and not its upper one; the last bin holds both.
///
/// Edges and counts are those of numpy's `histogram` for each rule; `width` has no counterpart there.
public struct Bins: Hashable, Sendable {
  /// One more than there are bins, ascending.
  public let edges: [Double]
  public let counts: [Int]

  /// Of more bins none is drawn by anyone; a rule that asks for more gets these.
  public static let most = 10_000

  /// Values that are not finite are in no bin. No values, no bins, unless edges are given.
  public init(_ values: [Double], _ rule: BinRule) {
    let known = values.filter(\.isFinite)
    edges = Self.edges(known, rule)
    var counts = [Int](repeating: 0, count: max(edges.count - 1, 0))
    for value in known {
      if let index = Self.index(of: value, in: edges) { counts[index] += 1 }
    }
    self.counts = counts
  }

  public func index(of value: Double) -> Int? { Self.index(of: value, in: edges) }

  /// Whether every bin is as wide as the first, but for rounding.
  public var isUniform: Bool {
    guard edges.count > 2 else { return true }
    let widths = zip(edges.dropFirst(), edges).map { $0 - $1 }
    return widths.allSatisfy { ($0 - widths[0]).magnitude <= 1e-9 * widths[0] }
  }

  private static func index(of value: Double, in edges: [Double]) -> Int? {
    guard let first = edges.first, let last = edges.last, edges.count > 1, value >= first, value <= last
    else {
      return nil
    }
    if value == last { return edges.count - 2 }
    var (low, high) = (0, edges.count - 1)
    while high - low > 1 {
      let middle = (low + high) / 2
      if edges[middle] <= value { low = middle } else { high = middle }
    }
    return low
  }

  // MARK: Edges

  private static func edges(_ values: [Double], _ rule: BinRule) -> [Double] {
    if case .edges(let edges) = rule {
      return edges.filter(\.isFinite).sorted().reduce(into: []) { if $0.last != $1 { $0.append($1) } }
    }
    guard let low = values.min(), let high = values.max() else { return [] }
    switch rule {
    case .count(let count): return even(low, high, count)
    case .width(let width): return multiples(of: width, low, high)
    case .freedmanDiaconis, .scott, .sturges:
      let width = width(values, rule, span: high - low)
      let count = width > 0 ? ((high - low) / width).rounded(.up) : 1
      return even(low, high, count.isFinite ? Int(min(count, Double(most))) : 1)
    case .edges: return []
    }
  }

  private static func width(_ values: [Double], _ rule: BinRule, span: Double) -> Double {
    let n = Double(values.count)
    switch rule {
    case .freedmanDiaconis:
      let quantiles = Quantiles(values)
      return 2 * ((quantiles(0.75) ?? 0) - (quantiles(0.25) ?? 0)) * power(n, -1.0 / 3)
    case .scott:
      let mean = values.reduce(0, +) / n
      let variance = values.reduce(0) { $0 + ($1 - mean) * ($1 - mean) } / n
      return power(24 * Double.pi.squareRoot() / n, 1.0 / 3) * variance.squareRoot()
    case .sturges: return span / (log2(ofPositive: n) + 1)
    case .count, .width, .edges: return 0
    }
  }

  /// One value alone gets a bin of width 1 around it.
  private static func even(_ low: Double, _ high: Double, _ count: Int) -> [Double] {
    let count = min(max(count, 1), most)
    let (low, high) = low < high ? (low, high) : (low - 0.5, high + 0.5)
    let step = (high - low) / Double(count)
    guard step > 0, low + step > low else { return [low, max(high, low.nextUp)] }
    return (0..<count).map { low + Double($0) * step } + [high]
  }

  private static func multiples(of width: Double, _ low: Double, _ high: Double) -> [Double] {
    guard width > 0, width.isFinite, low.magnitude / width < 1e12 else { return even(low, high, 1) }
    guard (high - low) / width < Double(most) else { return even(low, high, most) }
    let first = (low / width + 1e-9).rounded(.down)
    let count = max(1, (high / width - 1e-9).rounded(.up) - first)
    // Tenths and the like are divided, not multiplied: 3 × 0.1 is not 0.3.
    let inverse = (1 / width).rounded()
    let divides = width < 1 && (inverse * width - 1).magnitude < 1e-12
    return stride(from: first, through: first + count, by: 1).map { divides ? $0 / inverse : $0 * width }
  }
}
