/// Linear equations in which few unknowns stand, of which only one thing is asked: whose value do they fix?
///
/// An unknown is fixed where it is nothing in every solution of the equations made equal to nothing. One such solution is
/// found, with numbers at random for what the equations leave free; that an unknown of it is nothing by chance is as
/// likely as drawing one number of 2⁵³, and then a cell too many is hidden, never one too few.
struct SparseSystem {
  struct Term: Hashable {
    var unknown: Int
    var factor: Double
  }

  private struct Pivot {
    var unknown: Int
    var equation: [Term]
  }

  /// Each in the order of its unknowns; empty once it served as a pivot.
  private var equations: [[Term]]
  /// For each unknown, the equations that it stands in, or stood.
  private var places: [[Int]]
  /// For each unknown, how many equations it stands in.
  private var counts: [Int]

  private static let nothing = 1e-9

  /// Unknowns are numbered from 0; each stands once in an equation. What an equation adds up to does not matter.
  init(_ equations: [[Term]], unknowns: Int) {
    self.equations = equations.map { $0.sorted { $0.unknown < $1.unknown } }
    places = Array(repeating: [], count: unknowns)
    counts = Array(repeating: 0, count: unknowns)
    for (index, equation) in equations.enumerated() {
      for term in equation { enter(term.unknown, in: index) }
    }
  }

  /// The unknowns that have one value in all solutions, in rising order.
  func determined() -> [Int] {
    var system = self
    let pivots = system.eliminate()
    var solution = counts.indices.map(Self.random)
    for pivot in pivots.reversed() {
      var (sum, own) = (0.0, 1.0)
      for term in pivot.equation {
        let isOwn = term.unknown == pivot.unknown
        if isOwn { own = term.factor } else { sum += term.factor * solution[term.unknown] }
      }
      solution[pivot.unknown] = -sum / own
    }
    return pivots.map(\.unknown).filter { abs(solution[$0]) < Self.nothing }.sorted()
  }

  /// From 1 to 2; the same for a number at each run (Steele, Lea and Flood, "Fast splittable pseudorandom number
  /// generators", 2014).
  private static func random(_ number: Int) -> Double {
    var z = UInt64(number + 1) &* 0x9E37_79B9_7F4A_7C15
    z = (z ^ (z >> 30)) &* 0xBF58_476D_1CE4_E5B9
    z = (z ^ (z >> 27)) &* 0x94D0_49BB_1331_11EB
    return 1 + Double((z ^ (z >> 31)) >> 11) / 0x1p53
  }

  // MARK: Elimination

  /// Gauss's elimination; the next unknown is one in the fewest equations, so that those left stay short (Markowitz,
  /// "The elimination form of the inverse", 1957).
  private mutating func eliminate() -> [Pivot] {
    var pivots: [Pivot] = []
    var lone = counts.indices.filter { counts[$0] == 1 }
    while let unknown = lone.popLast() ?? rarest() {
      guard let pivot = shortest(with: unknown) else { continue }
      let equation = equations[pivot]
      for term in equation { leave(term.unknown, &lone) }
      equations[pivot] = []
      for other in places[unknown] { clear(unknown, of: other, with: equation, &lone) }
      pivots.append(Pivot(unknown: unknown, equation: equation))
    }
    return pivots
  }

  private func rarest() -> Int? {
    counts.indices.filter { counts[$0] > 0 }.min { counts[$0] < counts[$1] }
  }

  private func shortest(with unknown: Int) -> Int? {
    places[unknown].filter { factor(unknown, in: equations[$0]) != nil }.min {
      (equations[$0].count, $0) < (equations[$1].count, $1)
    }
  }

  private mutating func enter(_ unknown: Int, in equation: Int) {
    places[unknown].append(equation)
    counts[unknown] += 1
  }

  private mutating func leave(_ unknown: Int, _ lone: inout [Int]) {
    counts[unknown] -= 1
    if counts[unknown] == 1 { lone.append(unknown) }
  }

  /// Takes as much of `pivot` from an equation as makes the unknown vanish there.
  private mutating func clear(_ unknown: Int, of other: Int, with pivot: [Term], _ lone: inout [Int]) {
    let old = equations[other]
    guard let from = factor(unknown, in: old), let by = factor(unknown, in: pivot) else { return }
    var sum: [Term] = []
    sum.reserveCapacity(old.count + pivot.count)
    var rest = old[...]
    for term in pivot {
      while let next = rest.first, next.unknown < term.unknown { sum.append(rest.removeFirst()) }
      let taken = Term(unknown: term.unknown, factor: -term.factor * from / by)
      guard let next = rest.first, next.unknown == term.unknown else {
        sum.append(taken)
        enter(term.unknown, in: other)
        continue
      }
      rest.removeFirst()
      let factor = next.factor + taken.factor
      if abs(factor) > Self.nothing {
        sum.append(Term(unknown: term.unknown, factor: factor))
      } else {
        leave(term.unknown, &lone)
      }
    }
    equations[other] = sum + rest
  }

  private func factor(_ unknown: Int, in equation: [Term]) -> Double? {
    equation.first { $0.unknown == unknown }?.factor
  }
}
