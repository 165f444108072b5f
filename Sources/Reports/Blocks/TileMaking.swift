import Charts
import Figures
import Layout
import Pages
import Quantities
import Settings
import Statistics

extension Composer {
  /// Fewer snapshots make no history to look at.
  private static let leastPoints = 6

  /// A tile of a measure: its value, its change with the real interval, and its history or, after `|`, a comparison.
  mutating func tile(_ label: String, _ word: Fence.Word) throws -> TileGrid.Tile {
    let bar = word.text.utf8.firstIndex(of: 0x7C).map {
      word.text.utf8.distance(from: word.text.startIndex, to: $0)
    }
    let expression = try expression(bar.map { word.keeping($0).trimmed } ?? word)
    if !awaited.names.isDisjoint(with: expression.cubes) { return awaitedTile(label, isSmall: bar != nil) }
    let comparison = try bar.map { try text(word.dropping($0 + 1).trimmed) }
    let (catalog, date) = (edition.catalog, edition.date)
    let series = try catalog.series(expression, edition: date)
    let isHistory = comparison == nil && series.points.count >= Self.leastPoints
    let node = structure.add(.paragraph, in: section)
    let (label, sparkline) = (language.typography(label), isHistory ? Sparkline(series, mostBar: 12) : nil)
    let value = series.points.last?.value ?? .unavailable
    let tile = Tile(
      label, value: value, change: series.lastChange, days: series.snapshot.days,
      // What is not published has no rank.
      comparison: value.value == nil ? nil : comparison, sparkline: sparkline,
      trend: sparkline.map { trend($0, of: label) }, grade: comparison == nil ? .large : .small)
    return set(tile, node)
  }

  /// A tile of what has no figure yet.
  private mutating func awaitedTile(_ label: String, isSmall: Bool) -> TileGrid.Tile {
    let tile = Tile(language.typography(label), value: .unavailable, grade: isSmall ? .small : .large)
    return set(tile, structure.add(.paragraph, in: section))
  }

  private func set(_ tile: Tile, _ node: NodeID) -> TileGrid.Tile {
    let kit = edition.kit
    let art = Artwork(
      height: { try tile.naturalHeight(width: $0, kit: kit) }, draw: { try tile.frame(size: $0, kit: kit) })
    return TileGrid.Tile(art, node: node)
  }

  /// The figure of a tile's sparkline, with its words and its cells.
  private mutating func trend(_ sparkline: Sparkline, of label: String) -> NodeID {
    let words = sparkline.alternative(language: language)
    let figure = structure.add(.figure, in: section, title: label, alternative: words)
    figures.append(FigureData(node: figure, label: nil, title: label, tables: sparkline.tables))
    return figure
  }

  /// A setting of the front matter with its `{{ … }}` filled.
  func setting(_ setting: Setting) throws -> String {
    try text(Fence.Word(text: try setting.string(), span: setting.span))
  }
}

extension Series {
  /// The difference between the last two snapshots.
  var lastChange: Published<Quantity>? { flows.last?.value }
}
