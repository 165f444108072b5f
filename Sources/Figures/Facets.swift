import Geometry
import Pages

/// Small plots side by side on the same axes, so that they compare.
public struct Facets: Sendable {
  public var plots: [Plot]
  /// The least width of one.
  public var least: Length
  /// The height of each plot without what stands around it.
  public var plotHeight: Length

  public init(_ plots: [Plot], least: Length = 104, plotHeight: Length = 62) {
    (self.plots, self.least, self.plotHeight) = (plots, least, plotHeight)
  }

  private static let gap: Length = 12
  /// Below a plot without a foot: half of its lowest number.
  static let bareFoot: Length = 4.5

  /// As many as fit, spread so that no row is nearly empty.
  private func columns(_ width: Length, _ kit: Kit) throws -> Int {
    let room = try width - numbers(kit)
    let most = max(1, Int(((room + Self.gap).points / (least + Self.gap).points).rounded(.down)))
    let rows = (plots.count + most - 1) / max(most, 1)
    return max(1, (plots.count + rows - 1) / max(rows, 1))
  }

  public func height(width: Length, kit: Kit) throws -> Length {
    guard !plots.isEmpty else { return 0 }
    let columns = try columns(width, kit)
    let rows = (plots.count + columns - 1) / columns
    return (try rowHeight(width, kit) * Double(rows) + foot(kit) + 3).roundedUp(to: 7)
  }

  /// The room of the vertical axis, left of the first column.
  private func numbers(_ kit: Kit) throws -> Length { try plots.first?.numberRoom(kit) ?? .zero }

  /// The height of the horizontal axis under the last plots.
  private func foot(_ kit: Kit) throws -> Length {
    guard let axis = plots.first?.x else { return .zero }
    return try axis.foot(axis.scale(from: .zero, to: least), width: least, kit: kit).height
  }

  private func rowHeight(_ width: Length, _ kit: Kit) throws -> Length {
    plotHeight + kit.theme.text.axis.leading * Double(try titleLines(width, kit)) + 14
  }

  /// As many as the longest name needs, so that all plots are of one height.
  private func titleLines(_ width: Length, _ kit: Kit) throws -> Int {
    let columns = try columns(width, kit)
    let room = try (width - numbers(kit) - Self.gap * Double(columns - 1)) / Double(columns)
    let style = kit.theme.text.axis.weight(600)
    return try plots.map { plot in
      let title = kit.language.typography(plot.title ?? "")
      let height = try kit.wrapped(title, style, measure: room).height
      return Int(height.ratio(to: style.leading).rounded())
    }.max() ?? 1
  }

  public func frame(size: Size, kit: Kit) throws -> Frame {
    var frame = Frame(size: size)
    guard !plots.isEmpty else { return frame }
    let columns = try columns(size.width, kit)
    let rows = (plots.count + columns - 1) / columns
    let numbers = try numbers(kit)
    let foot = try foot(kit)
    let lines = try titleLines(size.width, kit)
    let width = (size.width - numbers - Self.gap * Double(columns - 1)) / Double(columns)
    let height = (size.height - foot) / Double(rows)
    for (index, plot) in plots.enumerated() {
      let (row, column) = (index / columns, index % columns)
      // The last of each column carries the horizontal axis.
      let isLast = index + columns >= plots.count
      var facet = plot
      facet.titleLines = lines
      (facet.showsY, facet.showsX) = (column == 0, isLast)
      facet.left = column == 0 ? numbers : .zero
      let room = Size(
        width: width + (column == 0 ? numbers : .zero), height: height - 8 + (isLast ? foot : Self.bareFoot))
      let x = column == 0 ? Length.zero : numbers + (width + Self.gap) * Double(column)
      frame.place(try facet.frame(size: room, kit: kit), at: Point(x: x, y: height * Double(row)))
    }
    return frame
  }
}
