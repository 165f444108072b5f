/// A part of an atlas.
extension Atlas {
  /// The atlas of some territories of the finest level alone: panels fitted to them, zooms kept where there is more
  /// around what they enlarge.
  public func extract(_ codes: Set<String>) -> Atlas {
    let kept = arcs.compactMap { $0.extract(codes) }
    let held = Set(territories.filter { codes.contains($0.code) && $0.level == Self.finestLevel })
    let parents = Set(held.compactMap(\.parent))
    let shown = panels.compactMap { $0.extract(codes, arcs: kept) }
    let ids = Set(shown.map(\.id))
    let panels = shown.filter { panel in
      guard let main = panel.zoomOf else { return true }
      let wider = shown.first { $0.id == main }?.departements.count ?? 0
      return ids.contains(main) && wider > panel.departements.count
    }
    return Atlas(
      panels: panels,
      territories: territories.filter {
        $0.level == Self.finestLevel ? codes.contains($0.code) : parents.contains($0.code)
      },
      arcs: kept, tolerances: tolerances)
  }

  /// The territories of the finest level that one of any level holds; none for an unknown code.
  public func members(of code: String, level: String) -> Set<String> {
    Set(
      territories(level: Self.finestLevel)
        .filter { (level == Self.finestLevel ? $0.code : $0.parent) == code }.map(\.code))
  }
}

extension Atlas.Arc {
  /// The arc with a kept territory on its left; `nil` where it bounds none.
  fileprivate func extract(_ codes: Set<String>) -> Atlas.Arc? {
    var copy = self
    copy.right = right.flatMap { codes.contains($0) ? $0 : nil }
    if codes.contains(left) { return copy }
    guard let right = copy.right else { return nil }
    copy.left = right
    copy.right = nil
    copy.details = details.map { $0.reversed() }
    return copy
  }
}

extension Atlas.Panel {
  /// As large as what it still shows; `nil` where that is nothing.
  fileprivate func extract(_ codes: Set<String>, arcs: [Atlas.Arc]) -> Atlas.Panel? {
    var copy = self
    copy.departements = departements.filter(codes.contains)
    guard !copy.departements.isEmpty else { return nil }
    let shown = Set(copy.departements)
    let points = arcs.lazy
      .filter { arc in
        arc.panel == zoomOf ?? id && (shown.contains(arc.left) || arc.right.map(shown.contains) ?? false)
      }
      .flatMap { $0.details.first ?? [] }
    guard let first = points.first(where: { _ in true }) else { return nil }
    (copy.low, copy.high) = points.reduce((first, first)) { box, point in
      (
        MapPoint(x: min(box.0.x, point.x), y: min(box.0.y, point.y)),
        MapPoint(x: max(box.1.x, point.x), y: max(box.1.y, point.y))
      )
    }
    return copy
  }
}
