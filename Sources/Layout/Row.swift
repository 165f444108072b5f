import Geometry
import Pages

/// Cells side by side, their tops aligned. A row is never divided.
public struct Row: WholeBlock {
  public struct Cell: Sendable {
    /// Columns of the page grid.
    public var columns: Int
    /// Columns left empty before it.
    public var skipped: Int
    public var blocks: [any Block]

    public init(columns: Int, skipping skipped: Int = 0, _ blocks: [any Block]) {
      (self.columns, self.skipped, self.blocks) = (columns, skipped, blocks)
    }
  }

  public var placement: Placement
  public var cells: [Cell]

  public init(_ cells: [Cell], placement: Placement = Placement(above: 28, below: 14)) {
    (self.cells, self.placement) = (cells, placement)
    let source = cells.lazy.flatMap(\.blocks).compactMap(\.placement.source).first
    self.placement.source = placement.source ?? source
  }

  public var readsPages: Bool { cells.contains { $0.blocks.contains { $0.readsPages } } }

  public func whole(width: Length, kit: LayoutKit) throws -> Frame {
    let stacks = try cells.map { try Stack($0.blocks, width: kit.grid.width(columns: $0.columns), kit: kit) }
    let height = stacks.map(\.height).max() ?? .zero
    var frame = Frame(size: Size(width: width, height: height))
    var column = 0
    for (cell, stack) in zip(cells, stacks) {
      column += cell.skipped
      let place = Point(x: kit.x(column: column), y: .zero)
      frame.place(try stack.frame(height: height, kit: kit), at: place)
      column += cell.columns
    }
    return frame
  }
}

/// Blocks one above the other, undivided. The last one takes up what height is left, if it can.
struct Stack {
  private let width: Length
  private let fixed: Frame
  private let last: (block: any StretchableBlock, top: Length)?
  let height: Length

  /// Lays all blocks but a stretchable last one, which is only measured: it is drawn once, at its final height.
  init(_ blocks: [any Block], width: Length, kit: LayoutKit) throws {
    self.width = width
    let stretchable = blocks.last as? any StretchableBlock
    let fixedBlocks = stretchable == nil ? blocks : blocks.dropLast()
    let flow = try Flow.lay(fixedBlocks, size: Size(width: width, height: 10_000), kit: kit)
    fixed = flow.frames.first ?? Frame(size: Size(width: width, height: .zero))
    guard let stretchable else {
      (last, height) = (nil, fixed.height)
      return
    }
    let gap = max(fixedBlocks.last?.placement.below ?? .zero, stretchable.placement.above)
    let top = fixedBlocks.isEmpty ? .zero : (fixed.height + gap).roundedUp(to: kit.step)
    last = (stretchable, top)
    height = top + (try stretchable.naturalHeight(width: width, kit: kit))
  }

  func frame(height: Length, kit: LayoutKit) throws -> Frame {
    var frame = fixed
    frame.size.height = height
    if let (block, top) = last {
      let size = Size(width: width, height: height - top)
      frame.place(try block.frame(size: size, kit: kit), at: Point(x: .zero, y: top))
    }
    return frame
  }
}
