import Diagnostics
import Quantities

/// What a report asks of the cubes: measures, their ratios and differences, in the closed algebra.
public struct Expression: Hashable, Sendable {
  /// What is taken of a measure.
  public enum Facet: String, Hashable, Sendable, CaseIterable {
    case value
    /// The difference with the previous snapshot.
    case change
    /// The change per day of the real interval.
    case pace
    /// The mean per day over exactly 28 days, interpolated between snapshots.
    case mean28
    case previous
  }

  indirect enum Node: Hashable, Sendable {
    case measure(cube: String, name: String, Facet)
    case population
    case ratio(Node, Node)
    case difference(Node, Node)
    /// The part of the whole: of France, or of the sum over a dimension.
    case share(Node)
    /// The value of a named territory, or of the whole country, whatever the cell.
    case inside(Node, Filter?)
  }

  /// `where section = I`
  public struct Filter: Hashable, Sendable {
    public var dimension: String
    public var code: String
  }

  /// As written.
  public let text: String
  public let span: Span?
  let node: Node
  public let filters: [Filter]
  public let date: CalendarDate?
}

extension Expression.Node {
  /// The cubes named, in order, each once.
  var cubes: [String] {
    switch self {
    case .measure(let cube, _, _): [cube]
    case .population: []
    case .share(let node), .inside(let node, _): node.cubes
    case .ratio(let a, let b), .difference(let a, let b): a.cubes + b.cubes.filter { !a.cubes.contains($0) }
    }
  }
}

extension Expression.Node {
  /// Whether it is a difference between two snapshots, or made from one.
  var spansInterval: Bool {
    switch self {
    case .measure(_, _, let facet): facet == .change
    case .ratio(let a, _), .inside(let a, _): a.spansInterval
    case .population, .difference, .share: false
    }
  }

  fileprivate var isShare: Bool {
    switch self {
    case .share: true
    case .inside(let a, _): a.isShare
    case .measure, .population, .ratio, .difference: false
    }
  }
}

extension Expression {
  /// Whether it is a part of one whole for all cells, and so large where a cell is large: `share(fds.amount)`.
  public var isShareOfWhole: Bool {
    if case .share = node { return filters.isEmpty }
    return false
  }

  /// Every cube that it names.
  public var cubes: [String] { node.cubes }

  /// The cube whose snapshot dates the figure; `nil` for population alone.
  public var cube: String? { node.cubes.first }

  /// Whether it is the part of a whole: `share(fds.amount)`.
  public var isShare: Bool { node.isShare }
}
