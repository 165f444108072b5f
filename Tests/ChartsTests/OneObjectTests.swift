import Figures
import Geometry
import Language
import Pages
import Quantities
import Statistics
import Testing

@testable import Charts

/// The picture, the words and the table of a figure come from the same cells: where one changes, all change.
@Suite struct OneObjectTests {
  private static let columns = [
    Sample.column("Mesure A", Sample.perHead, .rate), Sample.column("Mesure B", Sample.perHead, .rate),
  ]

  static func table(first: Double) -> Tabulation {
    Sample.table(
      [[first, first / 2 + 3], [30, 15], [25, 10], [12, 14], [18, 22], [21, 9]], columns, total: [20, 20])
  }

  private static func one(first: Double) -> Tabulation {
    Sample.table([[first], [30], [25], [12], [18], [21]], [Self.columns[0]], total: [first + 106])
  }

  private static func lines(first: Double) -> [LineChart.Line] {
    [LineChart.Line("A", Sample.series([10, 20, first])), LineChart.Line("B", Sample.series([5, 8, 9]))]
  }

  static let kinds = [
    "strip", "dumbbell", "share", "dots", "bullet", "boxes", "slope", "bump", "scatter", "waterfall",
    "grouped", "stacked",
    "percent", "diverging", "lollipop", "line", "step", "area", "multiples", "sparkline", "histogram",
    "ranked", "columns", "bar multiples", "histogram multiples", "flow", "stack",
  ]

  private func picture(_ kind: String, _ first: Double) throws -> any Picture {
    let (table, one, lines) = (Self.table(first: first), Self.one(first: first), Self.lines(first: first))
    switch kind {
    case "strip": return Strip(table, own: "01")
    case "dumbbell": return Dumbbell(table)
    case "share": return ShareBar(one)
    case "dots": return DotPlot(table)
    case "bullet": return Bullet(table)
    case "boxes": return BoxPlot(table)
    case "slope": return Slope(table)
    case "bump": return Slope(table, form: .bump)
    case "scatter": return Scatter(table)
    case "waterfall": return Waterfall(one)
    case "line": return LineChart(lines)
    case "step": return LineChart(lines, form: .step)
    case "area": return LineChart(lines, form: .area)
    case "multiples": return Multiples(lines)
    case "sparkline": return SparkRows(lines)
    case "histogram": return Histogram(one)
    case "ranked": return RankedBars(one)
    case "columns": return ColumnChart(table)
    case "bar multiples": return BarMultiples(Sample.groups([[first, 30], [25, 12]]))
    case "histogram multiples":
      return HistogramMultiples(Sample.groups([[first, first + 2, 30], [25, 12]]))
    case "flow": return FlowChart(Sample.series([10, 20, 20 + first]))
    case "stack": return StackedBars(Sample.groups([[first, 30], [25, 12]]))
    default: return BarRows(table, form: try #require(BarRows.Form(rawValue: kind)))
    }
  }

  @Test(arguments: kinds) func allChangeWithTheData(kind: String) throws {
    let (before, after) = (try picture(kind, 11), try picture(kind, 4242))
    let size = Size(width: 482, height: try before.naturalHeight(width: 482, kit: Sample.kit))
    #expect(
      try before.frame(size: size, kit: Sample.kit) != after.frame(size: size, kit: Sample.kit), "picture")
    #expect(before.alternative(language: .french) != after.alternative(language: .french), "alternative")
    #expect(before.reading(language: .french) != after.reading(language: .french), "reading")
    #expect(before.tables != after.tables, "table")
    #expect(!before.tables.isEmpty)
  }

  /// The words name what the table holds: the highest value, in the language asked for.
  @Test(arguments: kinds) func wordsAreInTheReportsLanguage(kind: String) throws {
    let picture = try picture(kind, 42)
    let (french, english) = (picture.alternative(language: .french), picture.alternative(language: .english))
    #expect(french != english)
    #expect(!french.contains("{") && !english.contains("{"))
  }

  @Test(arguments: kinds) func theReadingHoldsTheValue(kind: String) throws {
    guard kind != "bump", kind != "histogram", kind != "boxes" else { return }
    let reading = try #require(try picture(kind, 4242).reading(language: .french))
    let number = "4\u{202F}242"
    #expect(reading.contains(number) || reading.contains("4,242") || reading.contains("4 242"), "\(reading)")
  }

  @Test func picturesAreTheSameInEveryRun() throws {
    for kind in Self.kinds {
      let size = Size(width: 350, height: 300)
      let frames = try (0..<3).map { _ in try picture(kind, 42).frame(size: size, kit: Sample.kit) }
      #expect(Set(frames).count == 1, "\(kind)")
    }
  }
}
