import Geometry
import Pages
import Typesetting

/// Where the parts of a row grid stand at a given width.
public struct RowLayout: Sendable {
  /// Across the plot.
  public let plot: ClosedRange<Length>
  /// Each row from its top to its bottom.
  let extents: [ClosedRange<Length>]
  private let names: [Frame]
  private let codes: [Frame]
  private let nameX: Length
  private let columns: [Placed]
  private let headBottom: Length
  /// The names that are not whole.
  var unplaced: [String] = []

  private struct Placed {
    var head: Frame?
    var cells: [Frame]
    /// The edge that its texts stand at.
    var x: Length
    var anchor: TextAnchor
  }

  private static let plotGap: Length = 10

  init(_ grid: RowGrid, _ names: [Frame], _ codes: [Frame], _ kept: [SetColumn], width: Length) {
    (self.names, self.codes) = (names, codes)
    let codeWidth = codes.map(\.width).max() ?? .zero
    nameX = codeWidth > .zero ? codeWidth + 6 : .zero
    var left = nameX + (names.map(\.width).max() ?? .zero) + Self.plotGap
    var right = width
    let gap = min(9 + max(0, width - 300) * 0.08, 24)
    var placed: [Placed] = []
    for set in kept where set.column.side == .before {
      left = left + set.width + 5
      placed.append(Placed(head: set.head, cells: set.cells, x: left - 5, anchor: .end))
    }
    for set in kept.reversed() where set.column.side == .after {
      let column = set.column
      let x = right - set.width * (1 - column.anchor.share)
      placed.append(Placed(head: set.head, cells: set.cells, x: x, anchor: column.anchor))
      right = right - set.width - (column.anchor == .start ? 5 : gap)
    }
    columns = placed
    let heads = placed.compactMap(\.head?.height).max() ?? .zero
    headBottom = max(grid.headroom, heads > .zero ? heads + 2 : .zero)
    var (top, extents): (Length, [ClosedRange<Length>]) = (headBottom, [])
    for (index, row) in grid.rows.enumerated() {
      let name = names.indices.contains(index) ? names[index].height + 3 : .zero
      let start = top + row.apart
      top = start + max(grid.pitch, name)
      extents.append(start...top)
    }
    self.extents = extents
    plot = min(left, right)...max(left, right)
    isRoomy = left < right
  }

  private let isRoomy: Bool
  var plotWidth: Length { isRoomy ? plot.upperBound - plot.lowerBound : .zero }

  public var height: Length { extents.last?.upperBound ?? headBottom }
  public var top: Length { extents.first?.lowerBound ?? headBottom }

  /// Half of a row's height.
  public func middle(_ row: Int) -> Length { (extents[row].lowerBound + extents[row].upperBound) / 2 }

  /// The rows as a scale: a row's number is placed at its middle.
  public var rows: RowScale { RowScale(middles: extents.indices.map(middle)) }

  /// Writes names, codes, cells and heads.
  public func drawTexts(in frame: inout Frame) {
    for (index, name) in names.enumerated() {
      let middle = middle(index)
      frame.place(name, at: Point(x: nameX, y: middle - name.height / 2))
      if codes.indices.contains(index) {
        let code = codes[index]
        frame.place(
          code, at: Point(x: (nameX - 6) / 2 - code.width / 2, y: middle - code.height / 2))
      }
    }
    for column in columns {
      for (index, cell) in column.cells.enumerated() {
        let x = column.x - cell.width * column.anchor.share
        frame.place(cell, at: Point(x: x, y: middle(index) - cell.height / 2))
      }
    }
    for (head, place) in heads { frame.place(head, at: place) }
  }

  /// Column heads and where they stand.
  public var heads: [(Frame, Point)] {
    columns.compactMap { column in
      column.head.map { head in
        (head, Point(x: column.x - head.width * column.anchor.share, y: headBottom - 3 - head.height))
      }
    }
  }
}

/// A column with its texts set.
struct SetColumn {
  let column: RowGrid.Column
  let head: Frame?
  let cells: [Frame]
  let width: Length

  init(_ column: RowGrid.Column, _ kit: Kit) throws {
    self.column = column
    let cells = try column.cells.map { try kit.typesetter.line($0) }
    let widest = cells.map(\.width).max() ?? .zero
    let head = try column.head.map { head in
      try kit.wrappedHead(head, measure: max(widest, 54), anchor: column.anchor)
    }
    (self.cells, self.head) = (cells, head)
    width = max(widest, head?.width ?? .zero)
  }
}

/// Rows of any height as a scale: a row's number stands at its middle.
public struct RowScale: PositionScale {
  public let middles: [Length]

  public var domain: ClosedRange<Double> { 0...Double(max(middles.count - 1, 0)) }

  public func callAsFunction(_ value: Double) -> Length {
    guard let first = middles.first, let last = middles.last else { return .zero }
    let index = min(max(value, 0), Double(middles.count - 1))
    guard index.isFinite, Int(index) + 1 < middles.count else { return value > 0 ? last : first }
    let (low, part) = (Int(index), index - index.rounded(.down))
    return middles[low] + (middles[low + 1] - middles[low]) * part
  }
}

extension Kit {
  /// A head in one style, broken into lines where it has several and where one is longer than the measure; no word is
  /// broken.
  func wrappedHead(_ head: StyledText, measure: Length, anchor: TextAnchor) throws -> Frame {
    guard let style = head.runs.first?.style else { return try typesetter.line(head) }
    let word = try widestPiece(head.plain.replacing("\n", with: " "), style)
    let lines = try head.plain.split(separator: "\n").map {
      try wrapped(String($0), style, measure: max(measure, word), anchor: anchor)
    }
    return Self.stacked(lines, anchor: anchor)
  }
}
