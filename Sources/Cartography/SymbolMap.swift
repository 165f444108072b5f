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
  let form: CircleForm

  /// - Parameters:
  ///   - table: rows of territories; those of `level` are mapped, unlocated ones are drawn beside the map.
  ///   - level: `departement` or `region`; `nil` for that of the last member row.
  public init(
    _ table: Tabulation, column: Int = 0, atlas: Atlas, level: String? = nil, form: CircleForm = .area
  ) {
    self.form = form
    values = TerritoryValues(table, column: column, level: level, atlas: atlas, isFilled: false)
    (self.atlas, tables) = (atlas, [table])
  }

  public func naturalHeight(width: Length, kit: Kit) throws -> Length {
    max(width * 0.64, try leastHeight(width: width, kit: kit)).roundedUp(to: kit.theme.page.baseline / 2)
  }

  /// That of its frames and of the legend.
  public func leastHeight(width: Length, kit: Kit) throws -> Length {
    let frames = Length.pt(20 * Double(atlas.panels.count { $0.zoomOf == nil && !$0.title.isEmpty }))
    let drawing = SymbolMapDrawing(map: self, kit: kit, size: Size(width: width, height: width * 0.64))
    return max(frames, width * 0.3, try drawing.legendHeight)
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
    let subtitle = MapSentences(values, language: language).subtitle
    guard form == .flannery else { return subtitle }
    return language.typography("\(subtitle). \(MapWords(language).flannery)")
  }

  public func reading(language: Language) -> String? { MapSentences(values, language: language).reading }

  public func unlocatedNote(language: Language) -> String? {
    MapSentences(values, language: language).unlocated
  }

  /// Says that a rate is drawn, where an author overruled the rule against it.
  public func rateNote(language: Language) -> String? {
    values.column.kind == .rate ? language.typography(MapWords(language).rateAsArea) : nil
  }
}
