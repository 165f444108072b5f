import Diagnostics
import Figures
import Geometry
import Language
import Pages
import Quantities
import Statistics
import Typesetting

/// A map of proportional circles: the area of each stands for the value of its territory.
///
/// What has a value but no place on the map is drawn beside it at the same scale, so that circles and total agree.
public struct SymbolMap: Picture {
  public let atlas: Atlas
  public let tables: [Tabulation]
  let values: TerritoryValues

  /// - Parameters:
  ///   - table: rows of territories; those of `level` are mapped, unlocated ones are drawn beside the map.
  ///   - level: `departement` or `region`; `nil` for that of the last member row.
  public init(_ table: Tabulation, column: Int = 0, atlas: Atlas, level: String? = nil) {
    values = TerritoryValues(table, column: column, level: level, atlas: atlas)
    (self.atlas, tables) = (atlas, [table])
  }

  public func naturalHeight(width: Length, kit: Kit) throws -> Length {
    (width * 0.64).roundedUp(to: kit.theme.page.baseline / 2)
  }

  public func frame(size: Size, kit: Kit) throws -> Frame {
    try kit.listing(size, as: .unplacedOnMap) { size in
      try SymbolMapDrawing(map: self, kit: kit, size: size).drawn()
    }
  }

  public func alternative(language: Language) -> String {
    MapSentences(values, language: language).alternative
  }

  public func subtitle(language: Language) -> String? {
    MapSentences(values, language: language).subtitle
  }

  public func reading(language: Language) -> String? { MapSentences(values, language: language).reading }

  public func unlocatedNote(language: Language) -> String? {
    MapSentences(values, language: language).unlocated
  }
}

/// Areas proportional to values.
struct CircleScale: Hashable, Sendable {
  private let largest: Double
  let largestRadius: Length

  init(largest: Double, radius: Length) {
    (self.largest, largestRadius) = (max(largest, 1e-12), radius)
  }

  func radius(_ value: Double) -> Length { largestRadius * (max(value, 0) / largest).squareRoot() }

  /// Three round values for the legend: the largest of 1, 2 or 5 × 10ⁿ that occurs, its fifth and its twenty-fifth.
  var legendValues: [Double] {
    var step = 1.0
    while step * 10 <= largest { step *= 10 }
    while step > largest { step /= 10 }
    let first = [5.0, 2, 1].map { $0 * step }.first { $0 <= largest } ?? step
    return [first, first / 5, first / 25]
  }
}
