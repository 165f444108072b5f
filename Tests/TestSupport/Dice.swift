/// Numbers that look random and are the same at each run (a linear congruential generator, Knuth's MMIX constants).
public struct Dice: RandomNumberGenerator {
  private var state: UInt64

  public init(seed: UInt64) { state = seed }

  public mutating func next() -> UInt64 {
    state = state &* 6_364_136_223_846_793_005 &+ 1_442_695_040_888_963_407
    return state ^ (state >> 29)
  }

  public mutating func roll(_ range: ClosedRange<Int>) -> Int {
    _ = next()
    return range.lowerBound + Int((state >> 33) % UInt64(range.count))
  }

  /// From 0 to 1.
  public mutating func share() -> Double { Double(roll(0...1_000_000)) / 1_000_000 }
}
