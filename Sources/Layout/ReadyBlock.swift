import Diagnostics
import Geometry
import Pages

/// A block of which much can be made before its place is known: rows of a table set, lines of a text broken.
public protocol ReadyBlock: Block {
  /// The same block with all made that depends on the width alone.
  func ready(width: Length, kit: LayoutKit) throws -> any Block
}

extension ReadyBlock {
  public func next(in region: Region, kit: LayoutKit) throws -> Portion {
    try ready(width: region.width, kit: kit).next(in: region, kit: kit)
  }
}

/// A block that is never divided, and whose frame depends on the width it is given alone: a figure, a row, tiles.
public protocol WholeBlock: ReadyBlock {
  /// The frame for a width, at its natural height.
  func whole(width: Length, kit: LayoutKit) throws -> Frame
}

extension WholeBlock {
  public func ready(width: Length, kit: LayoutKit) throws -> any Block {
    ReadyFrame(placement: placement, frame: try whole(width: width, kit: kit))
  }
}

/// A whole block that is laid out.
private struct ReadyFrame: Block {
  var placement: Placement
  var frame: Frame

  func next(in region: Region, kit: LayoutKit) -> Portion {
    frame.height <= region.height + .hair ? .laid(frame, rest: nil) : .waits
  }
}

/// A block that is being made ready while others are still composed.
///
/// One that cannot be made, or that must know page numbers, stays as it was: its turn comes, and what is wrong is told
/// at its place.
public struct BegunBlock: Block {
  public var placement: Placement
  private let block: any Block
  private let ready: Begun<Result<any Block, any Error>>

  /// A block as wide as the page's text; `nil` for one that has nothing to be made ahead.
  public init?(_ block: any Block, kit: LayoutKit) {
    guard !block.readsPages, let ready = block as? any ReadyBlock else { return nil }
    placement = block.placement
    self.block = block
    self.ready = Begun { Result { try ready.ready(width: kit.grid.measure, kit: kit) } }
  }

  public func next(in region: Region, kit: LayoutKit) throws -> Portion {
    guard case .success(let made) = ready.value else { return try block.next(in: region, kit: kit) }
    return try made.next(in: region, kit: kit)
  }

  /// Throws what keeps it from being made: for a report that is not laid out because something else is wrong with it.
  public func check() throws { try placing(at: placement.source) { _ = try ready.value.get() } }
}
