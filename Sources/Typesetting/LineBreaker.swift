/// Chooses the ends of lines for a whole paragraph at once (Knuth & Plass, "Breaking Paragraphs into Lines", 1981).
///
/// The demerits are those of TeX, with three changes: more than two hyphens in a row are a last resort, a last line
/// that is too short costs, and ragged text never takes a line more than it needs.
struct LineBreaker {
  struct Rules {
    /// In points.
    var measure: Double
    var indent: Double
    var justified: Bool
    /// The most that spaces may grow, as a multiple of their stretch.
    var tolerance = Double.infinity
  }

  enum Outcome {
    /// Indices of breakpoints, the last one included.
    case lines([Int])
    /// What stands before this breakpoint is wider than a line.
    case overfull(Int)
  }

  /// A way to set the text up to a breakpoint.
  private struct Node {
    var point: Int?
    var fitness: Int
    /// How many lines in a row end in a hyphen; 3 for three and more.
    var hyphens: Int
    var demerits: Double
    var previous: Int?
  }

  /// For no, one, two and more lines in a row that end in a hyphen: more than two only where nothing else can be.
  private static let hyphenDemerits = [0, 0, 60_000, 1e11]

  private let points: [Breakpoint]
  private let rules: Rules
  private var nodes: [Node] = [Node(point: nil, fitness: 1, hyphens: 0, demerits: 0, previous: nil)]
  private var active: [Int] = [0]

  static func lines(_ points: [Breakpoint], rules: Rules) -> Outcome {
    var breaker = LineBreaker(points: points, rules: rules)
    for index in points.indices {
      breaker.visit(index)
      if breaker.active.isEmpty { return .overfull(index) }
    }
    return .lines(breaker.best())
  }

  private init(points: [Breakpoint], rules: Rules) {
    (self.points, self.rules) = (points, rules)
  }

  private mutating func visit(_ index: Int) {
    let point = points[index]
    var arrivals: [Node] = []
    var staying: [Int] = []
    for node in active {
      let ratio = ratio(from: nodes[node], to: point)
      let overfull = ratio < -1
      if !overfull, ratio <= rules.tolerance {
        arrive(from: node, at: index, ratio: ratio, in: &arrivals)
      }
      // A hyphen makes a line wider than the rest of its word may be, so only other ends rule a start out.
      let tooWide = overfull && point.kind != .division
      if !tooWide, point.kind != .forced { staying.append(node) }
    }
    active = staying
    for node in arrivals {
      active.append(nodes.count)
      nodes.append(node)
    }
  }

  /// How much the spaces of a line grow (to 1 and more) or shrink (to −1), in units of their stretch or shrink.
  private func ratio(from node: Node, to point: Breakpoint) -> Double {
    let start = node.point.map { points[$0].atNext } ?? Extent()
    let indent = node.point == nil ? rules.indent : 0
    let room = rules.measure + point.hang - indent - (point.atEnd.natural - start.natural)
    // Sums of widths are inexact: a hundredth of a point is no overflow.
    if room.magnitude < 0.01 { return 0 }
    guard rules.justified else {
      return room < 0 ? -.infinity : point.kind == .forced ? 0 : room / (rules.measure / 4)
    }
    if room > 0 {
      return point.kind == .forced ? 0 : room / max(point.atEnd.stretch - start.stretch, 1e-6)
    }
    return room / max(point.atEnd.shrink - start.shrink, 1e-6)
  }

  private func arrive(from node: Int, at index: Int, ratio: Double, in arrivals: inout [Node]) {
    let (from, point) = (nodes[node], points[index])
    let hyphens = point.endsInHyphen ? min(from.hyphens + 1, 3) : 0
    let fitness = ratio < -0.5 ? 0 : ratio <= 0.5 ? 1 : ratio <= 1 ? 2 : 3
    var demerits = from.demerits + own(point, ratio)
    demerits += Self.hyphenDemerits[hyphens]
    if rules.justified, abs(fitness - from.fitness) > 1 { demerits += 10_000 }
    if index == points.count - 1 { demerits += ending(from, point) }
    let arrival = Node(
      point: index, fitness: fitness, hyphens: hyphens, demerits: demerits, previous: node)
    guard let rival = arrivals.firstIndex(where: { $0.fitness == fitness && $0.hyphens == hyphens }) else {
      return arrivals.append(arrival)
    }
    if demerits < arrivals[rival].demerits { arrivals[rival] = arrival }
  }

  /// The demerits of a line by itself.
  private func own(_ point: Breakpoint, _ ratio: Double) -> Double {
    let badness = min(100 * abs(ratio * ratio * ratio), 100_000)
    let line = 10 + badness
    // In ragged text a line more always costs more than any raggedness.
    return line * line + point.penalty * point.penalty + (rules.justified ? 0 : 1e10)
  }

  /// The demerits of how a paragraph ends: after a divided word, in a line too short to close it, and above all in
  /// the rest of a word alone.
  private func ending(_ from: Node, _ point: Breakpoint) -> Double {
    guard let before = from.point else { return 0 }
    let width = point.atEnd.natural - points[before].atNext.natural
    let wanted = min(rules.measure * 0.3, 60)
    let runt = width < wanted ? 20_000 + 80_000 * (1 - width / wanted) : 0
    let divided: Double = from.hyphens == 0 ? 0 : runt > 0 ? 1_000_000 : 5_000
    return runt + divided
  }

  private func best() -> [Int] {
    var node = active.min { nodes[$0].demerits < nodes[$1].demerits }
    var ends: [Int] = []
    while let at = node, let point = nodes[at].point {
      ends.append(point)
      node = nodes[at].previous
    }
    return ends.reversed()
  }
}
