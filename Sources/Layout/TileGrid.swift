import Geometry
import Pages

/// Key figures side by side, in rows of equal tiles. Never divided.
public struct TileGrid: WholeBlock {
  public struct Tile: Sendable {
    public var art: Artwork
    public var node: NodeID

    public init(_ art: Artwork, node: NodeID) { (self.art, self.node) = (art, node) }
  }

  public var placement = Placement(above: 28, below: 7)
  public var tiles: [Tile]
  /// How many stand side by side: 3 or 4.
  public var perRow: Int

  public init(_ tiles: [Tile], perRow: Int) { (self.tiles, self.perRow) = (tiles, perRow) }

  public func whole(width: Length, kit: LayoutKit) throws -> Frame {
    let gutter = kit.grid.gutter
    let tileWidth = (width - gutter * Double(perRow - 1)) / Double(perRow)
    let height = try (tiles.map { try $0.art.height(tileWidth) }.max() ?? .zero).roundedUp(to: kit.step)
    let rows = (tiles.count + perRow - 1) / perRow
    let pitch = height + kit.grid.baseline
    let total = pitch * Double(rows) - kit.grid.baseline
    var frame = Frame(size: Size(width: width, height: total))
    for (index, tile) in tiles.enumerated() {
      let (row, column) = index.quotientAndRemainder(dividingBy: perRow)
      let place = Point(x: (tileWidth + gutter) * Double(column), y: pitch * Double(row))
      let drawing = try tile.art.draw(Size(width: tileWidth, height: height))
      frame.place(drawing, at: place, owner: .node(tile.node))
    }
    return frame
  }
}
