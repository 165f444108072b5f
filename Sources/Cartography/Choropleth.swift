import Diagnostics
import Figures
import Geometry
import Language
import Pages
import Quantities
import Statistics
import Typesetting

/// A map that colours each territory by the class of its published value.
///
/// At the width of the page it carries its legend at right: the distribution of the values, then the classes in words.
/// Narrower, a strip of classes stands under the map; narrower still, labels give way.
public struct Choropleth: Picture {
  public enum Labels: String, Hashable, Sendable, CaseIterable {
    case none
    /// The highest and lowest territories, beside the map.
    case extremes
    /// Every territory: inside where its name and value fit, else beside the map.
    case all
  }

  /// What stands for a territory.
  public enum Form: Hashable, Sendable {
    case shapes
    /// Equal squares.
    case tiles
    /// Circles near their places, their areas a second measure.
    case circles
  }

  /// A value with the name that the page gives it: "France", "médiane".
  public struct Centre: Hashable, Sendable {
    public var value: Double
    public var name: String?

    public init(_ value: Double, name: String? = nil) { (self.value, self.name) = (value, name) }
  }

  /// How classes are told apart.
  public enum Printing: String, Hashable, Sendable, CaseIterable {
    case color
    /// Black lines that grow from class to class, for print in black.
    case patterns
  }

  /// What an author chooses beside the classes.
  public struct Style: Hashable, Sendable {
    public var labels = Labels.extremes
    /// Codes of territories outlined in the accent colour: the one that a sheet is about.
    public var marked: Set<String> = []
    public var form = Form.shapes
    /// The value where two colours meet; `nil` for one colour from pale to dark.
    public var around: Centre?
    /// From low to high, in place of the theme's.
    public var palette: [Color]?
    public var printing = Printing.color
    /// A colour for each value in place of classes.
    public var isContinuous = false
    /// A scale bar in every frame.
    public var showsScales = false
    /// How the values are spread, over the classes of a legend at the side.
    public var showsDistribution = true

    public init() {}
  }

  public let atlas: Atlas
  public let classes: ValueClasses
  public let style: Style
  public let tables: [Tabulation]
  let values: TerritoryValues
  /// Whether large territories look rich.
  private let isTotal: Bool
  /// The values of the whole that the map shows a part of: its scale and its median. `nil`: it is no part.
  let whole: [Double]?
  /// What circles stand for: those on the areas, or in their place.
  let circles: TerritoryValues?

  /// - Parameters:
  ///   - table: rows of territories; those of `level` are mapped, the others give total and what is not located.
  ///   - circles: the column that circles stand for, on the areas or in their place; squares have none.
  ///   - breaks: bounds between classes, see `ValueClasses`.
  ///   - whole: the values of all territories, where the table holds those of a part.
  ///   - level: `departement` or `region`; `nil` for that of the last member row.
  ///   - isShare: the measure is a part of one whole for all territories: a total over a constant.
  ///   - allowTotals: accepts a measure that is not a rate. A total paints a large territory like a rich one.
  /// - Throws: `Failure` with code `choropleth-of-total`.
  public init(
    _ table: Tabulation, column: Int = 0, circles: Int? = nil, atlas: Atlas, breaks: [Double],
    whole: [Double]? = nil, level: String? = nil, style: Style = Style(), isShare: Bool = false,
    allowTotals: Bool = false
  ) throws {
    values = TerritoryValues(table, column: column, level: level, atlas: atlas)
    (self.atlas, self.style, self.whole, tables) = (atlas, style, whole, [table])
    self.circles =
      style.form == .tiles
      ? nil : circles.map { TerritoryValues(table, column: $0, level: level, atlas: atlas, isFilled: false) }
    let numbers = whole ?? values.ranked.map(\.quantity.value)
    classes =
      style.isContinuous
      ? ValueClasses(shadesOf: numbers)
      : ValueClasses(breaks: breaks).divided(at: style.around?.value, numbers)
    isTotal = isShare || values.column.kind != .rate
    guard allowTotals || !isTotal else {
      throw Failure(MapMessage.choroplethOfTotal(values.column, isShare: isShare))
    }
  }

  public func naturalHeight(width: Length, kit: Kit) throws -> Length {
    let height = try mapHeight(width: width, kit: kit)
    return rounded(height + (try listHeight(width: width, kit: kit)), kit)
  }

  /// Without the list.
  private func mapHeight(width: Length, kit: Kit) throws -> Length {
    let strip = try stripHeight(width: width, kit: kit)
    let height = ChoroplethLayout.naturalHeight(width: width, strip: strip)
    return rounded(max(height, try partsHeight(width: width, kit: kit)), kit)
  }

  /// That of the legend or of a small map with its frames, and of the list under it.
  public func leastHeight(width: Length, kit: Kit) throws -> Length {
    try partsHeight(width: width, kit: kit) + listHeight(width: width, kit: kit)
  }

  private func partsHeight(width: Length, kit: Kit) throws -> Length {
    let strip = try stripHeight(width: width, kit: kit)
    return try drawing(Size(width: width, height: 0), strip: strip, kit: kit).leastHeight
  }

  /// What the list takes of names without room on a map of its natural height.
  private func listHeight(width: Length, kit: Kit) throws -> Length {
    guard style.labels != .none || style.form != .shapes else { return 0 }
    let size = Size(width: width, height: try mapHeight(width: width, kit: kit))
    let strip = try stripHeight(width: width, kit: kit)
    let unplaced = try drawing(size, strip: strip, kit: kit).drawn(size: size).unplaced
    return try kit.list(unplaced, as: .unplacedOnMap, width: width)?.height ?? 0
  }

  private func rounded(_ height: Length, _ kit: Kit) -> Length {
    height.roundedUp(to: kit.theme.page.baseline / 2)
  }

  private func drawing(_ size: Size, strip: Length, kit: Kit) throws -> ChoroplethDrawing {
    ChoroplethDrawing(map: self, kit: kit, layout: ChoroplethLayout(size: size, strip: strip))
  }

  /// The height of the legend under a narrow map; a wide one has it beside.
  private func stripHeight(width: Length, kit: Kit) throws -> Length {
    guard width < ChoroplethLayout.sideLegendWidth else { return 0 }
    let palette = ClassPalette(classes, style: style, colors: kit.theme.colors)
    let text = ValueText(values, language: kit.language)
    return try ClassStrip(map: self, kit: kit, palette: palette, text: text).height(width: width)
  }

  public func frame(size: Size, kit: Kit) throws -> Frame {
    try kit.listing(size, as: .unplacedOnMap, share: 0.8) { size in
      let strip = try stripHeight(width: size.width, kit: kit)
      return try drawing(size, strip: strip, kit: kit).drawn(size: size)
    }
  }

  /// The lowest and highest value of the scale.
  var ends: ClosedRange<Double>? {
    let numbers = whole ?? values.ranked.map(\.quantity.value)
    guard let low = numbers.min(), let high = numbers.max() else { return nil }
    return low...high
  }

  /// The median of all territories, also where the map shows a part of them.
  var median: Double? { whole.map { Quantiles($0).median } ?? values.median?.value }

  /// Index of the class of a territory; `nil` where no value is published.
  public func classIndex(of code: String) -> Int? {
    values.value(of: code).value.map { classes.index(of: $0.value) }
  }

  /// How many territories each class holds, lowest first.
  public var classCounts: [Int] {
    var counts = Array(repeating: 0, count: classes.count)
    for row in values.ranked { counts[classes.index(of: row.quantity.value)] += 1 }
    return counts
  }

  public func alternative(language: Language) -> String {
    let sentences = MapSentences(values, of: whole, language: language)
    let counts = style.isContinuous ? nil : sentences.counts(classCounts, of: classes)
    let sizes = circles.map { circles in
      let name = "\(MapWords(language).circles)\(language.words.colon)\(circles.column.label)."
      return [language.typography(name), MapSentences(circles, language: language).extremes]
    }
    return ([sentences.alternative, counts] + (sizes ?? [])).compactMap { $0 }.joined(separator: " ")
  }

  /// Says that a total is coloured, where an author overruled the rule against it.
  public func totalNote(language: Language) -> String? {
    isTotal ? language.typography(MapWords(language).totalColoured) : nil
  }

  public func subtitle(language: Language) -> String? {
    let measure = circles.map { circles in
      let measure = ValueText(circles, language: language).measure(circles.column)
      return "\(MapWords(language).circleArea)\(language.words.colon)\(measure)"
    }
    let parts = [MapSentences(values, language: language).subtitle, centre(language), measure]
    return language.typography(parts.compactMap { $0 }.joined(separator: ". "))
  }

  /// "Deux couleurs, de part et d’autre de 317 (France)".
  private func centre(_ language: Language) -> String? {
    guard let centre = style.around, style.printing == .color else { return nil }
    let value = ValueText(values, language: language).number(centre.value)
    let named = value + (centre.name.map { " (\($0))" } ?? "")
    return MapWords(language).twoColors.replacing("{value}", with: named)
  }

  public func reading(language: Language) -> String? {
    MapSentences(values, of: whole, language: language).reading
  }

  /// What is left out of the map because it has no place on it; `nil` where all is located.
  public func unlocatedNote(language: Language) -> String? {
    MapSentences(circles ?? values, language: language).unlocated
  }
}
