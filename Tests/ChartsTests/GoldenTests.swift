import Figures
import Geometry
import Language
import Pages
import Quantities
import Statistics
import Testing

@testable import Charts

/// One frame of each kind, on data that a person can check by eye.
@Suite struct GoldenTests {
  private static let rate = Sample.column("Montant par habitant", Sample.perHead, .rate)

  private static let two = Sample.table(
    [[420, 310], [265, 280], [nil, 190], [150, 150], [88, 97]],
    [rate, Sample.column("Montant l’an passé", Sample.perHead, .rate)])

  private static let one = Sample.table(
    [[12e6], [48e6], [-7e6], [nil], [3e6]], [Sample.column("Variation", .euro, .flow, isChange: true)],
    total: [60e6])

  private static let classes = Sample.table(
    [[6e6], [14e6], [39e6], [21e6], [20e6]], [Sample.column()], total: [140e6])

  /// Squares, a sequence that goes to and fro, and a rising amount.
  private static func row(_ index: Int) -> [Double?] {
    let (square, turn) = (index * index, (index * 7) % 24)
    return [Double(100 + square), Double(50 + turn), Double(index + 1) * 1e6]
  }

  private static let many: Tabulation = {
    let columns = [
      rate, Sample.column("Montant par aide", Sample.perHead, .rate), Sample.column("Montant versé"),
    ]
    return Sample.table((0..<24).map(row), columns)
  }()

  /// One value far above the others.
  private static let skewed = Sample.table([[3], [4], [5], [6], [7], [90]], [rate])

  private static let groups = Sample.groups([[420, 310, 120], [265, nil], [190]])

  private static let lines = [
    LineChart.Line("Bretagne", Sample.series([10e6, 22e6, 31e6, nil, 55e6, 58e6])),
    LineChart.Line("Normandie", Sample.series([8e6, 12e6, 19e6, 30e6, 33e6, 41e6])),
  ]

  struct Kind: Sendable {
    var name: String
    var picture: any Picture

    init(_ name: String, _ picture: any Picture) { (self.name, self.picture) = (name, picture) }
  }

  private static let rows: [Kind] = [
    Kind("strip", Strip(many, own: "07")), Kind("strip-trimmed", Strip(skewed, own: "06", trimmed: true)),
    Kind("dumbbell", Dumbbell(two, names: ["Cette année", "L’an passé"])),
    Kind("share", ShareBar(classes)),
    Kind("dots", DotPlot(two, references: [.median])),
    Kind("bullet", Bullet(two, ranges: [200, 300])),
    Kind("boxes", BoxPlot(many)),
    Kind("waterfall", Waterfall(one)),
    Kind("sparkline", SparkRows(lines)),
    Kind("ranked", RankedBars(Sample.table([[9], [4], [nil]], [rate], total: [13]))),
  ]

  private static let bars: [Kind] = [
    Kind("grouped", BarRows(two, form: .grouped)),
    Kind("stacked", BarRows(two, form: .stacked)),
    Kind("percent", BarRows(two, form: .percent)),
    Kind("diverging", BarRows(one, form: .diverging)),
    Kind("lollipop", BarRows(two, form: .lollipop, highlight: ["02"])),
  ]

  private static let plots: [Kind] = [
    Kind("slope", Slope(two, names: ["avant", "après"], highlight: ["02"])),
    Kind("bump", Slope(two, form: .bump, names: ["avant", "après"])),
    Kind("scatter", Scatter(many, highlight: ["07"], medians: true)),
    Kind("line", annotated),
    Kind("step", LineChart([lines[1]], form: .step)),
    Kind("area", LineChart(lines, form: .area)),
    Kind("multiples", Multiples(lines)), Kind("columns", ColumnChart(two)),
    Kind("multiples-bars", BarMultiples(groups, highlight: ["02"])),
    Kind("multiples-histogram", HistogramMultiples(groups, highlight: ["Région 1"])),
    Kind("flow", FlowChart(flow)), Kind("months", StackedBars(Sample.months())),
    Kind("histogram-scott", Histogram(many, rule: .scott)),
    Kind("histogram-density", Histogram(many, rule: .edges([100, 150, 300, 700]))),
  ]

  private static let flow = Sample.series((0..<20).map { Double($0 * $0) * 1e6 })

  private static var annotated: LineChart {
    let day = Double(Sample.snapshot.date.dayNumber)
    let period = Annotation.period(day - 21...day - 10, name: "confinement")
    let event = Annotation.event(day - 30, name: "annonce")
    return LineChart(
      lines, annotations: [period, event], references: [.value(45e6, name: "objectif")])
  }

  @Test(arguments: rows + bars + plots) func isAsRecorded(kind: Kind) throws {
    for width: Length in [482, 236] {
      let frame = try Sample.frame(kind.picture, width: width)
      #expect(collision(in: frame) == nil)
      try expectGolden(frame, "\(kind.name)-\(Int(width.points))")
    }
  }
}
