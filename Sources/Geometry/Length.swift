/// A distance on paper.
///
/// Stored in PostScript points (1/72 inch); literals are points, the typographer's unit.
public struct Length: Hashable, Sendable, Comparable, AdditiveArithmetic {
  /// The distance in points of 1/72 inch.
  public var points: Double

  public init(points: Double) { self.points = points }

  public static let zero = Length(points: 0)
  public static func pt(_ value: Double) -> Length { Length(points: value) }
  public static func mm(_ value: Double) -> Length { Length(points: value * 72 / 25.4) }

  public var millimetres: Double { points * 25.4 / 72 }
  public var magnitude: Length { Length(points: abs(points)) }

  public static func < (a: Length, b: Length) -> Bool { a.points < b.points }
  public static func + (a: Length, b: Length) -> Length { Length(points: a.points + b.points) }
  public static func - (a: Length, b: Length) -> Length { Length(points: a.points - b.points) }
  public static prefix func - (a: Length) -> Length { Length(points: -a.points) }
  public static func * (a: Length, k: Double) -> Length { Length(points: a.points * k) }
  public static func * (k: Double, a: Length) -> Length { Length(points: a.points * k) }
  public static func / (a: Length, k: Double) -> Length { Length(points: a.points / k) }

  /// How many times `other` goes into this length.
  public func ratio(to other: Length) -> Double { points / other.points }

  /// The least multiple of `step` that is not smaller, give or take a hundredth of a point.
  public func roundedUp(to step: Length) -> Length {
    step * ((points - 0.01) / step.points).rounded(.up)
  }
}

extension Length: ExpressibleByFloatLiteral, ExpressibleByIntegerLiteral {
  public init(floatLiteral value: Double) { points = value }
  public init(integerLiteral value: Int) { points = Double(value) }
}

extension Length: CustomStringConvertible {
  public var description: String { "\((points * 100).rounded() / 100) pt" }
}
