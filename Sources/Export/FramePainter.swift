import Cairo
import Diagnostics
import Geometry
import Pages

/// Draws frames on a context: an exhaustive switch over their items, without any decision of layout.
struct FramePainter {
  enum Links {
    /// Pictures have none, and Cairo crashes on links in a recording.
    case none
    case drawn(Destinations)
  }

  let context: Context
  let faces: FaceStore
  let drawings: DrawingStore
  /// What becomes of link areas.
  var links = Links.none
  /// Told the owner of each thing drawn, in drawing order.
  var onDraw: (Owner) -> Void = { _ in }

  /// Draws a frame with its top left corner at the origin. What nobody owns is layout.
  func draw(_ frame: Frame, owner: Owner = .artifact(.layout)) throws {
    for placed in frame.items { try draw(placed, owner: placed.owner ?? owner) }
  }

  private func draw(_ placed: Frame.Placed, owner: Owner) throws {
    switch placed.item {
    case .group(let frame, let transform, let clip):
      try at(placed.origin, transform) {
        if let clip { try self.clip(to: clip) }
        try draw(frame, owner: owner)
      }
    case .glyphs(let run):
      onDraw(owner)
      try context.show(run, at: placed.origin, faces: faces)
    case .shape(let shape):
      onDraw(owner)
      try at(placed.origin, .identity) { try context.draw(shape) }
    case .link(let size, let link):
      try draw(link, over: Rectangle(Rect(origin: placed.origin, size: size)))
    case .use(let id, let transform):
      onDraw(owner)
      try at(placed.origin, transform) { try paint(id) }
    }
  }

  private func draw(_ link: Link, over area: Rectangle) throws {
    switch (links, link) {
    case (.none, _): break
    case (.drawn, .address(let address)): try context.link(to: address, over: area)
    case (.drawn(let destinations), .node(let node)):
      guard destinations.places[node] != nil else { return }
      try context.link(toDestination: node.destination, over: area)
    }
  }

  private func at(_ origin: Point, _ transform: Transform, _ body: () throws -> Void) throws {
    try context.saved {
      context.translate(x: origin.x.points, y: origin.y.points)
      if transform != .identity { try context.transform(Matrix(transform)) }
      try body()
    }
  }

  private func clip(to path: Path) throws {
    context.trace(path)
    context.setFillRule(.nonZero)
    try context.clip()
  }

  private func paint(_ id: Drawing.ID) throws {
    let recording = try drawings.recording(of: id) { frame, context in
      try FramePainter(context: context, faces: faces, drawings: drawings).draw(frame)
    }
    try context.setSource(Pattern(surface: recording))
    try context.paint()
  }
}
