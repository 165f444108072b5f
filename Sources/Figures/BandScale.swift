import Geometry

/// Divides a length into equal bands with the same gap between neighbours: one for each category.
public struct BandScale: Hashable, Sendable {
  public let count: Int
  public let start, end: Length
  /// The share of each step that stays empty.
  public let padding: Double

  public init(count: Int, from start: Length, to end: Length, padding: Double = 0.2) {
    (self.count, self.start, self.end, self.padding) = (count, start, end, padding)
  }

  /// Distance between the starts of neighbours.
  public var step: Length { count > 0 ? (end - start) / Double(count) : .zero }
  public var bandwidth: Length { step * (1 - padding) }

  /// Where a band starts.
  public func callAsFunction(_ index: Int) -> Length { start + step * (Double(index) + padding / 2) }
  public func centre(_ index: Int) -> Length { start + step * (Double(index) + 0.5) }
}
