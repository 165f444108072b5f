import Diagnostics
import Geometry
import Pages

/// A part of a report that can be laid out: a title, running text, a figure, a table …
///
/// Blocks are values. Laying one out gives a frame and, where the region was too short, a block that holds the rest.
/// In a frame of text, the box of a line ends at its baseline; so a block's top stands on a baseline of the grid, and
/// its first line one leading below.
public protocol Block: Sendable {
  /// How it stands among its neighbours.
  var placement: Placement { get set }

  /// Whether it prints page numbers, and so must be laid again when they change.
  var readsPages: Bool { get }

  /// Lays as much as the region holds.
  func next(in region: Region, kit: LayoutKit) throws -> Portion
}

extension Block {
  public var readsPages: Bool { false }
}

/// A block that can be drawn at any height from its natural one upwards: a picture, a box.
public protocol StretchableBlock: WholeBlock {
  func naturalHeight(width: Length, kit: LayoutKit) throws -> Length
  func frame(size: Size, kit: LayoutKit) throws -> Frame
}

extension StretchableBlock {
  public func whole(width: Length, kit: LayoutKit) throws -> Frame {
    try frame(size: Size(width: width, height: naturalHeight(width: width, kit: kit)), kit: kit)
  }
}

/// How a block stands among its neighbours.
public struct Placement: Hashable, Sendable {
  /// The least distance from the block above; none at the top of a page. Distances collapse: the larger counts.
  public var above: Length
  public var below: Length
  /// Stays on the page of the start of the next block.
  public var keepsWithNext: Bool
  public var startsPage: Bool
  /// What of the report asked for it: where to point when it cannot be laid out.
  public var source: Span?

  public init(
    above: Length = 14, below: Length = 14, keepsWithNext: Bool = false, startsPage: Bool = false,
    source: Span? = nil
  ) {
    (self.above, self.below, self.keepsWithNext) = (above, below, keepsWithNext)
    (self.startsPage, self.source) = (startsPage, source)
  }
}

/// The space offered to a block.
public struct Region: Hashable, Sendable {
  public var width: Length
  public var height: Length
  /// Nothing stands in it yet: waiting for the next one would not give more room.
  public var isFresh: Bool

  public init(width: Length, height: Length, isFresh: Bool) {
    (self.width, self.height, self.isFresh) = (width, height, isFresh)
  }
}

/// What came of a region.
public enum Portion: Sendable {
  /// A frame as wide as the region, and what is left for the next region.
  case laid(Frame, rest: (any Block)?)
  /// Nothing fits here.
  case waits
}

extension Length {
  /// What two lengths may differ by and still count as equal.
  static let hair: Length = 0.01
}
