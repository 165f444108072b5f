import Geometry

/// A finished layout: a size, a baseline and placed items. Layout's only product, the exporters' only input.
public struct Frame: Hashable, Sendable {
  public enum Item: Hashable, Sendable {
    case group(Frame, Transform, clip: Path?)
    case glyphs(GlyphRun)
    case shape(Shape)
    /// A link area of this size.
    case link(Size, Link)
    /// A drawing recorded once in the document, placed here.
    case use(Drawing.ID, Transform)
  }

  public struct Placed: Hashable, Sendable {
    /// For glyphs, the start of the baseline; for all else, the origin of the item's own coordinates.
    public var origin: Point
    /// `nil`: the owner of the enclosing group.
    public var owner: Owner?
    public var item: Item
  }

  public var size: Size
  /// From the top to the first baseline; the height where nothing stands on a baseline.
  public var baseline: Length
  public private(set) var items: [Placed] = []
  /// Names that a picture had no room for, and lists in its own text.
  public var unplaced: [String] = []

  public init(size: Size, baseline: Length? = nil) {
    self.size = size
    self.baseline = baseline ?? size.height
  }

  public var isEmpty: Bool { items.isEmpty }
  public var width: Length { size.width }
  public var height: Length { size.height }

  public mutating func add(_ item: Item, at origin: Point = .zero, owner: Owner? = nil) {
    items.append(Placed(origin: origin, owner: owner, item: item))
  }

  public mutating func add(_ run: GlyphRun, at baselineStart: Point, owner: Owner? = nil) {
    add(.glyphs(run), at: baselineStart, owner: owner)
  }

  public mutating func add(_ shape: Shape, owner: Owner? = nil) { add(.shape(shape), owner: owner) }

  /// Places a frame with its top left corner at `origin`. An empty frame leaves nothing.
  public mutating func place(_ frame: Frame, at origin: Point, owner: Owner? = nil) {
    guard !frame.isEmpty else { return }
    add(.group(frame, .identity, clip: nil), at: origin, owner: owner)
  }

  /// The same picture, with every item owned by nobody (a head repeated on the next page).
  public func asArtifact(_ kind: Artifact) -> Frame {
    var copy = self
    copy.items = items.map { placed in
      var placed = placed
      placed.owner = .artifact(kind)
      if case .group(let frame, let transform, let clip) = placed.item {
        placed.item = .group(frame.asArtifact(kind), transform, clip: clip)
      }
      return placed
    }
    return copy
  }
}

/// Where a link leads.
public enum Link: Hashable, Sendable {
  case address(String)
  /// To the page and height where this node first stands.
  case node(NodeID)
}

/// A picture recorded once and used many times (the base map of a hundred sheets).
public struct Drawing: Hashable, Sendable {
  public struct ID: Hashable, Sendable {
    public let name: String
    public init(_ name: String) { self.name = name }
  }

  public var id: ID
  public var frame: Frame

  public init(id: ID, frame: Frame) {
    self.id = id
    self.frame = frame
  }
}
