/// A closed walk along arcs, with the territory on its left.
struct Outline: Hashable, Sendable {
  struct Key: Hashable, Sendable {
    var level: String
    var code: String
    var panel: String
  }

  struct Step: Hashable, Sendable {
    var arc: Int
    var reversed: Bool
  }

  var steps: [Step]
}

extension Outline {
  /// The outlines of every territory in every panel that shows a part of it.
  static func all(
    levels: [String], panels: [Atlas.Panel], ancestors: [String: [String?]], arcs: [Atlas.Arc]
  ) -> [Key: [Outline]] {
    let holders = ancestors.mapValues { chain in
      zip(levels, chain).compactMap { level, code in code.map { Holder(level: level, code: $0) } }
    }
    var steps: [Key: [Step]] = [:]
    for panel in panels {
      let shown = Set(panel.codes)
      for (index, arc) in arcs.enumerated() where arc.panel == panel.zoomOf ?? panel.id {
        let left = shown.contains(arc.left) ? holders[arc.left] ?? [] : []
        let right = arc.right.flatMap { shown.contains($0) ? holders[$0] : nil } ?? []
        // What lies on both sides is crossed by the arc, not bounded by it.
        for holder in left where !right.contains(holder) {
          steps[holder.key(panel), default: []].append(Step(arc: index, reversed: false))
        }
        for holder in right where !left.contains(holder) {
          steps[holder.key(panel), default: []].append(Step(arc: index, reversed: true))
        }
      }
    }
    return steps.mapValues { chained($0, arcs) }
  }

  private struct Holder: Hashable {
    var level: String
    var code: String

    func key(_ panel: Atlas.Panel) -> Key { Key(level: level, code: code, panel: panel.id) }
  }

  /// Puts steps end to end until each walk closes. A walk that meets itself is cut there, so that no ring
  /// touches itself.
  private static func chained(_ steps: [Step], _ arcs: [Atlas.Arc]) -> [Outline] {
    let ends = steps.map { reach(of: $0, arcs) }
    var leaving: [MapPoint: [Int]] = [:]
    for index in steps.indices.reversed() { leaving[ends[index].start, default: []].append(index) }
    var outlines: [Outline] = []
    for first in steps.indices where leaving[ends[first].start]?.contains(first) == true {
      var walk: [Int] = []
      var place = ends[first].start
      while let next = leaving[place]?.popLast() {
        walk.append(next)
        place = ends[next].end
        if let loop = walk.lastIndex(where: { ends[$0].start == place }) {
          outlines.append(Outline(steps: walk[loop...].map { steps[$0] }))
          walk.removeSubrange(loop...)
        }
      }
    }
    return outlines
  }

  private static func reach(of step: Step, _ arcs: [Atlas.Arc]) -> (start: MapPoint, end: MapPoint) {
    let line = arcs[step.arc].details.first ?? []
    let (first, last) = (line.first ?? MapPoint(x: 0, y: 0), line.last ?? MapPoint(x: 0, y: 0))
    return step.reversed ? (last, first) : (first, last)
  }
}
