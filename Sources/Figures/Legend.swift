import Geometry
import Pages

/// A sample of a fill, or of another mark, with its name.
public struct LegendEntry: Hashable, Sendable {
  public enum Shape: Hashable, Sendable { case swatch, tick, dot, ring }

  public var paint: Paint
  public var name: String
  public var shape: Shape

  public init(_ paint: Paint, _ name: String, shape: Shape = .swatch) {
    (self.paint, self.name, self.shape) = (paint, name, shape)
  }
}

/// Entries in rows, from left to right, as many on a row as it holds.
public struct Legend: Hashable, Sendable {
  public var entries: [LegendEntry]

  public init(_ entries: [LegendEntry]) { self.entries = entries }

  static let swatch = Size(width: 9, height: 6)
  private static let rowHeight: Length = 10.5
  private static let gap: Length = 12

  public func frame(width: Length, kit: Kit) throws -> Frame {
    let cells = try entries.map { try Self.cell($0, width: width, kit: kit) }
    var places: [Point] = []
    var pen = Point.zero
    var rowHeight = Length.zero
    for cell in cells {
      if pen.x > .zero, pen.x + cell.width > width {
        pen = Point(x: .zero, y: pen.y + rowHeight)
        rowHeight = .zero
      }
      places.append(pen)
      pen.x = pen.x + cell.width + Self.gap
      rowHeight = max(rowHeight, cell.height)
    }
    var frame = Frame(size: Size(width: width, height: pen.y + rowHeight))
    for (cell, place) in zip(cells, places) { frame.place(cell, at: place) }
    return frame
  }

  private static func cell(_ entry: LegendEntry, width: Length, kit: Kit) throws -> Frame {
    let left = swatch.width + 4
    let text = try kit.wrapped(
      kit.language.typography(entry.name), kit.theme.text.axis.colored(kit.theme.colors.ink),
      measure: width - left)
    let height = max(text.height + (rowHeight - kit.theme.text.axis.leading), rowHeight)
    var cell = Frame(size: Size(width: left + text.width, height: height))
    cell.add(sample(entry, kit))
    cell.place(text, at: Point(x: left, y: (rowHeight - kit.theme.text.axis.leading) / 2))
    return cell
  }

  private static func sample(_ entry: LegendEntry, _ kit: Kit) -> Shape {
    switch entry.shape {
    case .swatch:
      let box = Rect(origin: Point(x: .zero, y: (rowHeight - swatch.height) / 2), size: swatch)
      return Shape(.rectangle(box), fill: entry.paint, stroke: Stroke(kit.theme.colors.outline, 0.35))
    case .dot, .ring:
      let circle = Path.circle(centre: Point(x: swatch.width / 2, y: rowHeight / 2), radius: 2.8)
      guard entry.shape == .ring, case .color(let color) = entry.paint else {
        return Shape(circle, fill: entry.paint)
      }
      return Shape(circle, fill: .color(.white), stroke: Stroke(color, 1.2))
    case .tick:
      let box = Rect(x: swatch.width / 2 - 1, y: (rowHeight - 8) / 2, width: 2, height: 8)
      return Shape(.rectangle(box), fill: entry.paint)
    }
  }
}
