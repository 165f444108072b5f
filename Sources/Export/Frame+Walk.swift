import Geometry
import Pages

extension Frame {
  /// Each item in drawing order, groups before what they hold, with whom it belongs to and the way from its own
  /// coordinates to those of this frame.
  func walk(
    owner: Owner = .artifact(.layout), in transform: Transform = .identity,
    _ visit: (Frame.Item, Owner, Transform) -> Void
  ) {
    for placed in items {
      let owner = placed.owner ?? owner
      let here = Transform.translation(placed.origin).then(transform)
      visit(placed.item, owner, here)
      if case .group(let frame, let inner, _) = placed.item {
        frame.walk(owner: owner, in: inner.then(here), visit)
      }
    }
  }
}

extension Transform {
  /// The upright box around the image of a rectangle.
  func apply(_ r: Rect) -> Rect {
    let a = Rect(from: apply(r.origin), to: apply(Point(x: r.maxX, y: r.maxY)))
    let b = Rect(from: apply(Point(x: r.maxX, y: r.minY)), to: apply(Point(x: r.minX, y: r.maxY)))
    return a.union(b)
  }
}
