import Geometry

/// A piece of text where it stands in a frame: what tests and goldens look at.
public struct PlacedText: Hashable, Sendable {
  public var text: String
  /// Start of the baseline, in the coordinates of the frame that was asked.
  public var origin: Point
  public var width: Length
  public var size: Length

  /// The box from 0.75 em above to 0.22 em below the baseline: what must not meet other text.
  public var box: Rect {
    Rect(x: origin.x, y: origin.y - size * 0.75, width: width, height: size * 0.97)
  }
}

extension Frame {
  /// Every glyph run with its place, in drawing order. Scaled and translated groups only: labels are never turned.
  public func texts(in transform: Transform = .identity) -> [PlacedText] {
    items.flatMap { placed -> [PlacedText] in
      switch placed.item {
      case .glyphs(let run):
        [
          PlacedText(
            text: run.text, origin: transform.apply(placed.origin), width: run.width * transform.a,
            size: run.size * transform.a)
        ]
      case .group(let frame, let inner, _):
        frame.texts(in: inner.then(.translation(placed.origin)).then(transform))
      case .shape, .link, .use: []
      }
    }
  }

  /// The names without room in the pictures of this frame, with the owner of each picture.
  public func omissions(of owner: Owner? = nil) -> [(owner: Owner?, names: [String])] {
    let own = unplaced.isEmpty ? [] : [(owner: owner, names: unplaced)]
    return own
      + items.flatMap { placed -> [(owner: Owner?, names: [String])] in
        guard case .group(let frame, _, _) = placed.item else { return [] }
        return frame.omissions(of: placed.owner ?? owner)
      }
  }

  /// Every shape's path with its paint, in the coordinates of this frame, in drawing order.
  public func shapes(in transform: Transform = .identity) -> [Shape] {
    items.flatMap { placed -> [Shape] in
      let here = Transform.translation(placed.origin).then(transform)
      switch placed.item {
      case .shape(var shape):
        shape.path = shape.path.applying(here)
        return [shape]
      case .group(let frame, let inner, _): return frame.shapes(in: inner.then(here))
      case .glyphs, .link, .use: return []
      }
    }
  }
}
