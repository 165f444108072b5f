import ArgumentParser
import Diagnostics
import Statistics

/// `velin breaks`: the bounds of classes, for an author who chooses them.
struct Breaks: ParsableCommand {
  static let configuration = CommandConfiguration(
    abstract: "Prints the bounds of classes of a column, one a line, from its lowest value to its highest.",
    discussion: """
      A class holds its lower bound and not its upper one; the last class holds both. Bounds are printed with all \
      their digits. Methods follow R: quantile (type 7), equal, jenks (`fisher` of classInt, exact), stddev (`sd` of \
      classInt), q6 (quantiles 5, 27.5, 50, 72.5 and 95 %), geometric. Of a table that is attached to a figure, the \
      rows of members count alone, unless `--where row=…` asks for others.
      """)

  /// The methods by the names that a report uses too.
  enum Method: String, CaseIterable, ExpressibleByArgument {
    case quantile, equal, jenks, stddev, q6, geometric

    func classes(_ count: Int) -> ClassMethod {
      switch self {
      case .quantile: .quantile(count)
      case .equal: .equal(count)
      case .jenks: .jenks(count)
      case .stddev: .standardDeviation(count)
      case .q6: .q6
      case .geometric: .geometric(count)
      }
    }
  }

  @Argument(help: "A table of comma-separated values with a header.")
  var file: String

  @Argument(help: "The column of numbers.")
  var column: String

  @Option(help: "How classes are cut: quantile, equal, jenks, stddev, q6, geometric.")
  var method = Method.quantile

  @Option(help: "How many classes, from 2 to 100; q6 has six.")
  var classes = 5

  @Option(
    name: .customLong("where"),
    help: ArgumentHelp("Only rows that hold this text in that column.", valueName: "column=text"))
  var filters: [String] = []

  @Flag(help: "Move the inner bounds to round numbers near them.")
  var rounded = false

  @OptionGroup var options: RunOptions

  func validate() throws {
    guard (2...100).contains(classes) else {
      throw ValidationError("found `--classes \(classes)`, expected a number from 2 to 100")
    }
  }

  func run() throws {
    try Session.run(options, about: file) { session in
      session.log.note(file)
      let numbers = try NumericColumn(column, of: file, where: try conditions())
      for edge in try edges(of: numbers.values) { try Console.printLine(Self.text(edge)) }
    }
  }

  private func edges(of values: [Double]) throws -> [Double] {
    let edges = try method.classes(classes).edges(of: values)
    guard rounded, let low = edges.first, let high = edges.last else { return edges }
    return [low] + Array(edges.dropFirst().dropLast()).rounded(within: low...high) + [high]
  }

  private func conditions() throws -> [(column: String, text: String)] {
    try filters.map { filter in
      guard let equals = filter.firstIndex(of: "="), equals > filter.startIndex else {
        throw Failure(
          Diagnostic(
            .error, .usage, code: "bad-filter", "found `--where \(filter)`, expected `--where column=text`",
            hint: "for instance `--where level=departement`"))
      }
      return (String(filter[..<equals]), String(filter[filter.index(after: equals)...]))
    }
  }

  /// The shortest text that reads as the same number: `200`, `253.48192771084337`.
  private static func text(_ value: Double) -> String {
    let text = String(value)
    return text.hasSuffix(".0") ? String(text.dropLast(2)) : text
  }
}
