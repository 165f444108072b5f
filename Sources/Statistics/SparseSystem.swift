/// Linear equations in which few unknowns stand, of which only one thing is asked: whose value do they fix?
///
/// Gauss and Jordan's elimination. The next unknown to be eliminated is one in the fewest equations, so that those left
/// stay short (Markowitz, "The elimination form of the inverse", 1957).
struct SparseSystem {
  struct Term: Hashable {
    var unknown: Int
    var factor: Double
  }

  /// Each in the order of its unknowns.
  private var equations: [[Term]]
  /// For each unknown, the equations that it stands in.
  private var places: [Set<Int>]

  private static let nothing = 1e-9

  /// Unknowns are numbered from 0; each stands once in an equation. What an equation adds up to does not matter.
  init(_ equations: [[Term]], unknowns: Int) {
    self.equations = equations.map { $0.sorted { $0.unknown < $1.unknown } }
    places = Array(repeating: [], count: unknowns)
    for (index, equation) in self.equations.enumerated() {
      for term in equation { places[term.unknown].insert(index) }
    }
  }

  /// The unknowns that have one value in all solutions, in rising order.
  func determined() -> [Int] {
    var reduced = self
    return reduced.eliminate().filter { reduced.equations[$0].count == 1 }
      .map { reduced.equations[$0][0].unknown }.sorted()
  }

  /// Returns the equation that each eliminated unknown is left in.
  private mutating func eliminate() -> [Int] {
    var pivots: [Int] = []
    var left = Set(equations.indices)
    var waiting = places.indices.filter { !places[$0].isEmpty }
    while let next = waiting.indices.min(by: { places[waiting[$0]].count < places[waiting[$1]].count }) {
      let unknown = waiting.remove(at: next)
      let shortest = places[unknown].intersection(left).min {
        (equations[$0].count, $0) < (equations[$1].count, $1)
      }
      guard let pivot = shortest else { continue }
      left.remove(pivot)
      pivots.append(pivot)
      for other in places[unknown].sorted() where other != pivot { clear(unknown, of: other, with: pivot) }
    }
    return pivots
  }

  /// Takes as much of `pivot` from an equation as makes the unknown vanish there.
  private mutating func clear(_ unknown: Int, of other: Int, with pivot: Int) {
    guard let from = factor(unknown, in: other), let by = factor(unknown, in: pivot) else { return }
    let (old, new) = (equations[other], Self.sum(equations[other], equations[pivot], times: -from / by))
    equations[other] = new
    for term in old { places[term.unknown].remove(other) }
    for term in new { places[term.unknown].insert(other) }
  }

  private func factor(_ unknown: Int, in equation: Int) -> Double? {
    equations[equation].first { $0.unknown == unknown }?.factor
  }

  private static func sum(_ a: [Term], _ b: [Term], times factor: Double) -> [Term] {
    var sum: [Term] = []
    var (i, j) = (0, 0)
    while i < a.count || j < b.count {
      if j == b.count || (i < a.count && a[i].unknown < b[j].unknown) {
        sum.append(a[i])
        i += 1
      } else if i == a.count || b[j].unknown < a[i].unknown {
        sum.append(Term(unknown: b[j].unknown, factor: b[j].factor * factor))
        j += 1
      } else {
        let both = a[i].factor + b[j].factor * factor
        if abs(both) > nothing { sum.append(Term(unknown: a[i].unknown, factor: both)) }
        (i, j) = (i + 1, j + 1)
      }
    }
    return sum
  }
}
