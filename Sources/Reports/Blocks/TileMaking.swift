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

  /// A tile of a measure: its value, its change with the real interval, its history.
  mutating func tile(_ label: String, _ word: Fence.Word) throws -> TileGrid.Tile {
    let expression = try expression(word)
    let (catalog, date) = (edition.catalog, edition.date)
    let series = try catalog.series(expression, edition: date)
    let tile = Tile(
      language.typography(label), value: series.points.last?.value ?? .unavailable, change: series.lastChange,
      days: series.snapshot.days,
      sparkline: series.points.count < Self.leastPoints ? nil : Sparkline(series))
    let node = structure.add(.paragraph, in: section)
    let kit = edition.kit
    let art = Artwork(
      height: { try tile.naturalHeight(width: $0, kit: kit) }, draw: { try tile.frame(size: $0, kit: kit) })
    return TileGrid.Tile(art, node: node)
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
