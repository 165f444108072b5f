import Geometry
import Pages

/// A piece of text on a page with whom it belongs to.
public struct OwnedText: Hashable, Sendable {
  public var text: String
  /// Start of the baseline, from the top left of the page.
  public var origin: Point
  public var width: Length
  public var size: Length
  public var owner: Owner?

  public var node: NodeID? {
    if case .node(let node)? = owner { node } else { nil }
  }
}

extension Frame {
  /// Every glyph run in drawing order; one without an owner has that of the group around it.
  public func ownedTexts(in transform: Transform = .identity, owner outer: Owner? = nil) -> [OwnedText] {
    items.flatMap { placed -> [OwnedText] in
      let owner = placed.owner ?? outer
      switch placed.item {
      case .glyphs(let run):
        return [
          OwnedText(
            text: run.text, origin: transform.apply(placed.origin), width: run.width * transform.a,
            size: run.size * transform.a, owner: owner)
        ]
      case .group(let frame, let inner, _):
        let here = inner.then(.translation(placed.origin)).then(transform)
        return frame.ownedTexts(in: here, owner: owner)
      case .shape, .link, .use: return []
      }
    }
  }
}
