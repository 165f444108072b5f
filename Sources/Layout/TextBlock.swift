import Geometry
import Pages
import Typesetting

/// Running text in one column, or in two that are balanced; it may go on over pages.
public struct TextBlock: ReadyBlock {
  public var placement: Placement
  public var items: [TextItem]
  /// 1 or more, side by side.
  public var columns: Int

  public init(_ items: [TextItem], columns: Int = 1, placement: Placement = Placement(above: 14, below: 21)) {
    (self.items, self.columns, self.placement) = (items, columns, placement)
  }

  /// The lead paragraph under a page title.
  public static func lead(_ text: StyledText, node: NodeID) -> TextBlock {
    TextBlock([.lead(text, node: node)], placement: Placement(above: 14, below: 28, keepsWithNext: true))
  }

  public func ready(width: Length, kit: LayoutKit) throws -> any Block {
    let measure = (width - kit.grid.gutter * Double(columns - 1)) / Double(columns)
    var lines: [Galley.Line] = []
    for (index, item) in items.enumerated() {
      lines += try item.lines(measure: measure, after: index > 0 ? items[index - 1] : nil, kit: kit)
    }
    let galley = Galley(lines: lines)
    return columns == 1
      ? GalleyBlock(placement: placement, galley: galley)
      : ColumnsBlock(placement: placement, galley: galley, columns: columns, measure: measure)
  }
}

/// A galley in columns of equal height, filled page after page, balanced on the last.
struct ColumnsBlock: Block {
  var placement: Placement
  var galley: Galley
  var columns: Int
  var measure: Length

  func next(in region: Region, kit: LayoutKit) throws -> Portion {
    let count = galley.lines.count
    let ends = balanced(within: region.height, step: kit.step / 2) ?? filled(to: region.height)
    guard let end = ends.last, end > 0 || count == 0 else {
      return region.isFresh ? try single.next(in: region, kit: kit) : .waits
    }
    let frame = frame(ends, gutter: kit.grid.gutter, width: region.width)
    guard end < count else { return .laid(frame, rest: nil) }
    var rest = self
    rest.galley = Galley(lines: Array(galley.lines[end...]))
    return .laid(frame, rest: rest)
  }

  private var single: GalleyBlock { GalleyBlock(placement: placement, galley: galley) }

  /// The ends of the lowest columns that hold everything; `nil` where the region is too short.
  private func balanced(within limit: Length, step: Length) -> [Int]? {
    let total = galley.height(galley.lines.indices)
    var height = (total / Double(columns)).roundedUp(to: step)
    while height <= limit + .hair {
      let ends = filled(to: height)
      if ends.last == galley.lines.count { return ends }
      height = height + step
    }
    return nil
  }

  private func filled(to height: Length) -> [Int] {
    var ends: [Int] = []
    for column in 0..<columns {
      let last = column == columns - 1
      ends.append(galley.end(from: ends.last ?? 0, height: height, endsPage: last))
    }
    return ends
  }

  private func frame(_ ends: [Int], gutter: Length, width: Length) -> Frame {
    var frame = Frame(size: Size(width: width, height: .zero))
    var start = 0
    for (index, end) in ends.enumerated() {
      let column = galley.frame(start..<end, width: measure)
      frame.place(column, at: Point(x: (measure + gutter) * Double(index), y: .zero))
      frame.size.height = max(frame.height, column.height)
      start = end
    }
    frame.baseline = galley.lines.first?.height ?? .zero
    return frame
  }
}
