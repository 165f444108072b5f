import Cairo
import Diagnostics
import Geometry
import Pages

/// Draws frames on a context: an exhaustive switch over their items, without any decision of layout.
struct FramePainter {
  let context: Context
  let faces: FaceStore
  let drawings: DrawingStore
  /// Told the owner of each thing before it is drawn, and whether it is text.
  var onDraw: (Owner, _ isText: Bool) throws -> Void = { _, _ in }
  /// Takes a shape of plain colours, which it may write more cheaply than Cairo does; says whether it did.
  var onPlainShape: (Shape, Owner) throws -> Bool = { _, _ in false }
  /// What makes a file's text whole; `nil` where nobody reads it.
  var readable: ReadableText?

  /// Draws a frame with its top left corner at the origin. What nobody owns is layout.
  func draw(_ frame: Frame, owner: Owner = .artifact(.layout)) throws {
    for placed in frame.items { try draw(placed, owner: placed.owner ?? owner) }
  }

  private func draw(_ placed: Frame.Placed, owner: Owner) throws {
    switch placed.item {
    case .group(let frame, let transform, let clip):
      try at(placed.origin, transform) {
        guard let clip else { return try draw(frame, owner: owner) }
        try self.clip(to: clip)
        // What is written apart from Cairo knows nothing of its clip.
        var clipped = self
        clipped.onPlainShape = { _, _ in false }
        try clipped.draw(frame, owner: owner)
      }
    case .glyphs(let run):
      guard !run.glyphs.isEmpty else { return }
      try onDraw(owner, true)
      try context.show(run, of: owner, at: placed.origin, faces: faces, readable: readable)
    case .shape(let shape):
      try at(placed.origin, .identity) {
        if PathOperators.suit(shape), try onPlainShape(shape, owner) { return }
        try onDraw(owner, false)
        try context.draw(shape)
      }
    case .link: break
    case .use(let id, let transform):
      try onDraw(owner, false)
      try at(placed.origin, transform) { try paint(id) }
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
    try context.setSource(Pattern(surface: recording.surface))
    // Cairo 1.16 loses a marked page that is painted without bounds.
    context.trace(.rectangle(Rect(origin: .zero, size: recording.size)))
    try context.clip()
    try context.paint()
  }
}
