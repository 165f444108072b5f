import Pages

extension PagedDocument {
  /// Stretches of pages that cost about as much to draw; one for a document of few pages.
  ///
  /// How many there are does not depend on the machine, so that files do not.
  var parts: [Range<Int>] {
    guard pages.count >= Self.fewPages else { return [0..<pages.count] }
    let costs = pages.map(\.frame.drawingCost)
    let half = costs.reduce(0, +) / 2
    var (middle, cost) = (1, costs[0])
    while middle < pages.count - 1, cost + costs[middle] / 2 < half {
      cost += costs[middle]
      middle += 1
    }
    return [0..<middle, middle..<pages.count]
  }

  private static var fewPages: Int { 6 }
}

extension Frame {
  /// In microseconds or so, measured on the weekly briefing: a run of glyphs costs Cairo more than its glyphs, and a long
  /// path is written without it.
  fileprivate var drawingCost: Int {
    var cost = 0
    walk { item, _, _ in
      switch item {
      case .glyphs(let run): cost += 9 + run.glyphs.count * 2 / 5
      case .shape(let shape):
        let points = shape.path.elements.count
        let isWritten = PathOperators.isLong(shape) && PathOperators.suit(shape)
        cost += isWritten ? points / 5 : 4 + points / 2
      case .use: cost += 1
      case .group, .link: break
      }
    }
    return cost
  }
}
