extension Atlas {
  /// The coarsest level of detail whose loss stays under a quarter of a point on paper.
  ///
  /// - Parameter metres: ground distance that one point on paper stands for.
  public func detail(forGroundPerPoint metres: Double) -> Int {
    tolerances.lastIndex { $0 <= metres / 4 } ?? 0
  }

  /// Closed rings around a territory, to be filled by the even-odd rule; the last point is not repeated.
  public func rings(of code: String, level: String, panel: String, detail: Int) -> [[MapPoint]] {
    let inside = finest(of: code, level: level)
    let edges = arcs.filter { arc in
      arc.panel == panel && inside.contains(arc.left) != (arc.right.map(inside.contains) ?? false)
    }
    return Self.joined(edges.compactMap { $0.points(detail) })
  }

  /// Borders between territories of a level, and those to the outside.
  public func borders(level: String, panel: String, detail: Int) -> [[MapPoint]] {
    let owners = owners(level: level)
    return arcs.compactMap { arc in
      guard arc.panel == panel, owners[arc.left] != arc.right.flatMap({ owners[$0] }) else { return nil }
      return arc.points(detail)
    }
  }

  /// Codes of the finest level in a territory.
  private func finest(of code: String, level: String) -> Set<String> {
    Set(owners(level: level).filter { $0.value == code }.map(\.key))
  }

  /// For each code of the finest level, the territory of `level` that holds it.
  private func owners(level: String) -> [String: String] {
    var owners: [String: String] = [:]
    for territory in territories where territory.level == "departement" {
      owners[territory.code] = level == "departement" ? territory.code : territory.parent
    }
    return owners
  }

  /// Chains polylines end to end until each closes. Where more than two meet, any pairing encloses the same area.
  private static func joined(_ lines: [[MapPoint]]) -> [[MapPoint]] {
    var ends: [MapPoint: [Int]] = [:]
    for (index, line) in lines.enumerated() {
      if let first = line.first { ends[first, default: []].append(index) }
      if let last = line.last { ends[last, default: []].append(index) }
    }
    var used = Array(repeating: false, count: lines.count)
    var rings: [[MapPoint]] = []
    for start in lines.indices where !used[start] {
      used[start] = true
      var ring = lines[start]
      while let end = ring.last, end != ring.first, let next = ends[end]?.first(where: { !used[$0] }) {
        used[next] = true
        let line = lines[next].first == end ? lines[next] : lines[next].reversed()
        ring += line.dropFirst()
      }
      rings.append(Array(ring.dropLast()))
    }
    return rings
  }
}

extension Atlas.Arc {
  fileprivate func points(_ detail: Int) -> [MapPoint]? {
    details.isEmpty ? nil : details[min(max(detail, 0), details.count - 1)]
  }
}
