import Geometry
import Pages

/// A drawing that suits itself to its place: what layout knows of charts, maps and tiles.
public struct Artwork: Sendable {
  /// The height that suits a width.
  public var height: @Sendable (Length) throws -> Length
  /// The drawing in exactly this size.
  public var draw: @Sendable (Size) throws -> Frame

  public init(
    height: @escaping @Sendable (Length) throws -> Length, draw: @escaping @Sendable (Size) throws -> Frame
  ) {
    (self.height, self.draw) = (height, draw)
  }

  /// A finished frame, never stretched.
  public init(_ frame: Frame) { self.init(height: { _ in frame.height }, draw: { _ in frame }) }
}

/// A drawing without title or notes.
public struct DrawnBlock: StretchableBlock {
  public var placement: Placement
  public var art: Artwork
  public var node: NodeID

  public init(_ art: Artwork, node: NodeID, placement: Placement = Placement(above: 21, below: 14)) {
    (self.art, self.node, self.placement) = (art, node, placement)
  }

  public func naturalHeight(width: Length, kit: LayoutKit) throws -> Length {
    try art.height(width).roundedUp(to: kit.step)
  }

  public func frame(size: Size, kit: LayoutKit) throws -> Frame {
    var frame = Frame(size: size)
    frame.place(try art.draw(size), at: .zero, owner: .node(node))
    return frame
  }
}

/// A finished frame.
public struct FixedBlock: Block {
  public var placement: Placement
  public var frame: Frame

  public init(_ frame: Frame, placement: Placement = Placement()) {
    (self.frame, self.placement) = (frame, placement)
  }

  public func next(in region: Region, kit: LayoutKit) throws -> Portion {
    frame.height <= region.height + .hair ? .laid(frame, rest: nil) : .waits
  }
}
