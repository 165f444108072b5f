/// A part of an atlas.
extension Atlas {
  /// The atlas of some territories of the finest level alone: panels fitted to them, zooms kept where there is more
  /// around what they enlarge.
  public func extract(_ codes: Set<String>) -> Atlas {
    let kept = arcs.compactMap { $0.extract(codes) }
    let held = levels.indices.map { level in Set(codes.compactMap { ancestors[$0]?[level] }) }
    let shown = panels.compactMap { $0.extract(codes, arcs: kept) }
    let ids = Set(shown.map(\.id))
    let panels = shown.filter { panel in
      guard let main = panel.zoomOf else { return true }
      let wider = shown.first { $0.id == main }?.codes.count ?? 0
      return ids.contains(main) && wider > panel.codes.count
    }
    return Atlas(
      levels: levels, panels: panels,
      territories: territories.filter { territory in
        levels.firstIndex(of: territory.level).map { held[$0].contains(territory.code) } ?? false
      },
      arcs: kept, tolerances: tolerances, source: source)
  }

  /// The atlas with a frame that enlarges these territories of the finest level, in the place of its own zooms. The frame
  /// shows what lies in the panel that holds most of them; for none of them, the atlas as it is.
  public func enlarging(_ codes: Set<String>, title: String) -> Atlas {
    let places = panels.filter { $0.zoomOf == nil }
    func held(_ panel: Panel) -> Int { panel.codes.count(where: codes.contains) }
    guard let main = places.max(by: { held($0) < held($1) }), held(main) > 0 else { return self }
    var zoom = main
    (zoom.id, zoom.title, zoom.zoomOf) = ("zoom of \(main.id)", title, main.id)
    guard let fitted = zoom.extract(codes, arcs: arcs) else { return self }
    return Atlas(
      levels: levels, panels: places + [fitted], territories: territories, arcs: arcs, tolerances: tolerances,
      source: source)
  }

  /// The territories of the finest level that one of any level holds; none for an unknown code.
  public func members(of code: String, level: String) -> Set<String> {
    Set(ancestors.keys.filter { holder(of: $0, at: level) == code })
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
    copy.codes = self.codes.filter(codes.contains)
    guard !copy.codes.isEmpty else { return nil }
    let shown = Set(copy.codes)
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
