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

  /// An equation that gives the value of an unknown, once the others in it have theirs.
  fileprivate struct Pivot {
    var unknown: Int
    var equation: ArraySlice<Term>
  }

  /// Of all equations, one after the other.
  private var terms: [Term] = []
  /// Where each equation starts; the end last.
  private var starts = [0]
  private let unknowns: Int

  fileprivate static let nothing = 1e-9

  /// Unknowns are numbered from 0.
  init(unknowns: Int) { self.unknowns = unknowns }

  /// Adds a term to the equation that is begun, in the order of its unknowns; an unknown stands once in it.
  mutating func add(_ unknown: Int, factor: Double) {
    terms.append(Term(unknown: unknown, factor: factor))
    var at = terms.count - 1
    while at > starts[starts.count - 1], terms[at - 1].unknown > unknown {
      terms.swapAt(at - 1, at)
      at -= 1
    }
  }

  /// What the equation adds up to does not matter.
  mutating func endEquation() { starts.append(terms.count) }

  /// The unknowns that have one value in all solutions, in rising order.
  func determined() -> [Int] {
    var (pivots, rest) = peeled()
    if !rest.isEmpty {
      var elimination = Elimination(rest.map { Array(self[$0]) }, of: unknowns)
      pivots += elimination.pivots()
    }
    var solution = (0..<unknowns).map(Self.random)
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

  private subscript(equation: Int) -> ArraySlice<Term> { terms[starts[equation]..<starts[equation + 1]] }

  /// Takes away, as long as there is one, an equation with an unknown that stands in no other: nothing has to be
  /// computed. `rest`: the equations that are left.
  private func peeled() -> (pivots: [Pivot], rest: [Int]) {
    var counts = [Int](repeating: 0, count: unknowns)
    // Of each unknown, the numbers of its equations, each added without carry: of one equation alone, its number.
    var places = [Int](repeating: 0, count: unknowns)
    var isOpen = [Bool](repeating: true, count: starts.count - 1)
    for equation in isOpen.indices {
      for index in starts[equation]..<starts[equation + 1] {
        counts[terms[index].unknown] += 1
        places[terms[index].unknown] ^= equation
      }
    }
    var pivots: [Pivot] = []
    var lone = counts.indices.filter { counts[$0] == 1 }
    while let unknown = lone.popLast() {
      guard counts[unknown] == 1 else { continue }
      let equation = places[unknown]
      isOpen[equation] = false
      pivots.append(Pivot(unknown: unknown, equation: self[equation]))
      for index in starts[equation]..<starts[equation + 1] {
        let other = terms[index].unknown
        counts[other] -= 1
        places[other] ^= equation
        if counts[other] == 1 { lone.append(other) }
      }
    }
    return (pivots, isOpen.indices.filter { isOpen[$0] })
  }

  /// From 1 to 2; the same for a number at each run (Steele, Lea and Flood, "Fast splittable pseudorandom number
  /// generators", 2014).
  private static func random(_ number: Int) -> Double {
    var z = UInt64(number + 1) &* 0x9E37_79B9_7F4A_7C15
    z = (z ^ (z >> 30)) &* 0xBF58_476D_1CE4_E5B9
    z = (z ^ (z >> 27)) &* 0x94D0_49BB_1331_11EB
    return 1 + Double((z ^ (z >> 31)) >> 11) / 0x1p53
  }
}

/// Gauss's elimination; the next unknown is one in the fewest equations, so that those left stay short (Markowitz,
/// "The elimination form of the inverse", 1957).
private struct Elimination {
  typealias Term = SparseSystem.Term

  /// Each in the order of its unknowns; empty once it served as a pivot.
  private var equations: [[Term]]
  /// Equations that an unknown stands in, or stood, each with the place of the next; -1 ends them.
  private var places: [(equation: Int, next: Int)] = []
  /// For each unknown, the last of its places.
  private var lastPlace: [Int]
  /// For each unknown, how many equations it stands in.
  private var counts: [Int]
  /// The unknowns that stand anywhere.
  private var open: [Int] = []
  /// Room for the next equation.
  private var room: [Term] = []

  init(_ equations: [[Term]], of unknowns: Int) {
    self.equations = equations
    lastPlace = Array(repeating: -1, count: unknowns)
    counts = Array(repeating: 0, count: unknowns)
    for (index, equation) in equations.enumerated() {
      for term in equation { enter(term.unknown, in: index) }
    }
    open = counts.indices.filter { counts[$0] > 0 }
  }

  mutating func pivots() -> [SparseSystem.Pivot] {
    var pivots: [SparseSystem.Pivot] = []
    var lone = open.filter { counts[$0] == 1 }
    while let unknown = lone.popLast() ?? rarest() {
      guard let index = shortest(with: unknown) else { continue }
      let pivot = SparseSystem.Pivot(unknown: unknown, equation: equations[index][...])
      for term in pivot.equation { leave(term.unknown, &lone) }
      equations[index] = []
      var place = lastPlace[unknown]
      while place >= 0 {
        clear(of: places[place].equation, with: pivot, &lone)
        place = places[place].next
      }
      pivots.append(pivot)
    }
    return pivots
  }

  private mutating func rarest() -> Int? {
    open.removeAll { counts[$0] == 0 }
    var best: Int?
    for unknown in open {
      // One in a single equation never waits here.
      if counts[unknown] == 2 { return unknown }
      if let known = best, counts[known] <= counts[unknown] { continue }
      best = unknown
    }
    return best
  }

  private func shortest(with unknown: Int) -> Int? {
    var best: Int?
    var place = lastPlace[unknown]
    while place >= 0 {
      let equation = places[place].equation
      place = places[place].next
      guard factor(unknown, in: equation) != nil else { continue }
      let size = (equations[equation].count, equation)
      if let known = best, (equations[known].count, known) < size { continue }
      best = equation
    }
    return best
  }

  private mutating func enter(_ unknown: Int, in equation: Int) {
    places.append((equation, lastPlace[unknown]))
    lastPlace[unknown] = places.count - 1
    counts[unknown] += 1
  }

  private mutating func leave(_ unknown: Int, _ lone: inout [Int]) {
    counts[unknown] -= 1
    if counts[unknown] == 1 { lone.append(unknown) }
  }

  /// Takes as much of `pivot` from an equation as makes its unknown vanish there.
  private mutating func clear(of other: Int, with pivot: SparseSystem.Pivot, _ lone: inout [Int]) {
    guard let from = factor(pivot.unknown, in: other), let by = pivot.factor else { return }
    room.removeAll(keepingCapacity: true)
    var next = 0
    for term in pivot.equation {
      while next < equations[other].count, equations[other][next].unknown < term.unknown {
        room.append(equations[other][next])
        next += 1
      }
      var left = Term(unknown: term.unknown, factor: -term.factor * from / by)
      if next < equations[other].count, equations[other][next].unknown == term.unknown {
        left.factor += equations[other][next].factor
        next += 1
        if abs(left.factor) > SparseSystem.nothing { room.append(left) } else { leave(left.unknown, &lone) }
      } else {
        room.append(left)
        enter(left.unknown, in: other)
      }
    }
    room += equations[other][next...]
    swap(&room, &equations[other])
  }

  private func factor(_ unknown: Int, in equation: Int) -> Double? {
    equations[equation].first { $0.unknown == unknown }?.factor
  }
}

extension SparseSystem.Pivot {
  /// That of its unknown.
  fileprivate var factor: Double? { equation.first { $0.unknown == unknown }?.factor }
}
