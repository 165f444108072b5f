extension Atlas {
  /// Which of the borders of a level: those between two of its territories, those to the outside, or both.
  public enum Side: Hashable, Sendable { case inner, outer, both }

  /// Closed rings around a territory; the last point does not repeat the first.
  ///
  /// The territory lies on the left: outer rings turn counter-clockwise (y northwards), holes clockwise.
  /// A panel shows the part of the territory that lies in its codes. No ring for an unknown code.
  public func rings(of code: String, level: String, panel: String, detail: Int) -> [[MapPoint]] {
    let outlines = outlines[Outline.Key(level: level, code: code, panel: panel)] ?? []
    return outlines.compactMap { outline in
      var ring: [MapPoint] = []
      for step in outline.steps {
        let line = points(of: step.arc, detail: detail)
        // Without the last point, where the next arc begins.
        if step.reversed {
          for index in line.indices.dropFirst().reversed() { ring.append(line[index]) }
        } else {
          ring += line.dropLast()
        }
      }
      return ring.isEmpty ? nil : ring
    }
  }

  /// Polylines between territories of a level, or between them and the outside of the panel (coast, foreign
  /// country, territories that a zoom leaves out).
  public func borders(level: String, panel: String, detail: Int, _ side: Side = .both) -> [[MapPoint]] {
    guard let frame = self.panel(panel) else { return [] }
    let owners = owners(level: level, in: frame)
    return arcsOfPanel[frame.zoomOf ?? frame.id, default: []].compactMap { index in
      let left = owners[arcs[index].left]
      let right = arcs[index].right.flatMap { owners[$0] }
      guard left != right, side.holds(isOuter: left == nil || right == nil) else { return nil }
      let line = points(of: index, detail: detail)
      return line.isEmpty ? nil : line
    }
  }

  /// Polylines between territories of a level that lie in the same territory of a higher level.
  public func borders(level: String, within holder: String, panel: String, detail: Int) -> [[MapPoint]] {
    guard let frame = self.panel(panel) else { return [] }
    let (owners, holders) = (owners(level: level, in: frame), owners(level: holder, in: frame))
    return arcsOfPanel[frame.zoomOf ?? frame.id, default: []].compactMap { index in
      let left = arcs[index].left
      guard let right = arcs[index].right, owners[left] != owners[right], let one = holders[left],
        one == holders[right]
      else { return nil }
      let line = points(of: index, detail: detail)
      return line.isEmpty ? nil : line
    }
  }

  /// The edge of all land that a panel shows.
  public func coast(panel: String, detail: Int) -> [[MapPoint]] {
    borders(level: finestLevel, panel: panel, detail: detail, .outer)
  }

  /// The pairs of territories of a level that have a border in common, each once, in order.
  func neighbours(level: String) -> [(String, String)] {
    let pairs = arcs.compactMap { arc -> [String]? in
      guard let left = holder(of: arc.left, at: level),
        let right = arc.right.flatMap({ holder(of: $0, at: level) }),
        left != right
      else { return nil }
      return [min(left, right), max(left, right)]
    }
    return Set(pairs).sorted { ($0[0], $0[1]) < ($1[0], $1[1]) }.map { ($0[0], $0[1]) }
  }

  private func points(of arc: Int, detail: Int) -> [MapPoint] {
    let details = arcs[arc].details
    return details.isEmpty ? [] : details[min(max(detail, 0), details.count - 1)]
  }

  /// For each code of a panel, the territory of `level` that holds it.
  private func owners(level: String, in panel: Panel) -> [String: String] {
    var owners: [String: String] = [:]
    for code in panel.codes { owners[code] = holder(of: code, at: level) }
    return owners
  }
}

extension Atlas.Side {
  fileprivate func holds(isOuter: Bool) -> Bool {
    switch self {
    case .inner: !isOuter
    case .outer: isOuter
    case .both: true
    }
  }
}
