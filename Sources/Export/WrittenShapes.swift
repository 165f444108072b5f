import Memos
import Pages

/// Shapes of many points as they were written before: the lines of a base map come again with every map.
final class WrittenShapes {
  private struct Key: Hashable {
    let shape: Shape

    /// Of few points: equality looks at all.
    func hash(into hasher: inout Hasher) {
      hasher.combine(shape.path.elements.count)
      hasher.combine(shape.path.elements.first)
      hasher.combine(shape.fill)
    }
  }

  private var known = RecentAnswers<Key, PathOperators.Written>(most: 64)

  func written(_ shape: Shape) -> PathOperators.Written {
    guard PathOperators.isLong(shape) else { return PathOperators.Written(shape) }
    let key = Key(shape: shape)
    if let known = known.find(key) { return known }
    let written = PathOperators.Written(shape)
    known.keep(written, for: key)
    return written
  }
}
