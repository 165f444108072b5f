import Figures
import Geometry
import Language
import Pages
import Quantities
import Statistics
import Testing

@testable import Charts

/// Data sets of every sort, the same in every run: ties, zeros, negatives, one value, none, what is not a number, from
/// 1e-9 to 1e12, withheld values, names of one letter and of a hundred.
struct RandomData {
  private var dice: Dice
  let table: Tabulation
  let groups: Tabulation
  let lines: [LineChart.Line]
  let width: Length
  let isLog: Bool

  init(seed: UInt64) {
    dice = Dice(state: seed &* 0x9E37_79B9_7F4A_7C15)
    let shape = Int.random(in: 0..<9, using: &dice)
    let count = [0, 1, 2, 3, 4, 6, 9, 18].randomElement(using: &dice) ?? 1
    let unit =
      [Unit.euro, Sample.perHead, .share, Unit(.count("aides"))].randomElement(using: &dice) ?? .euro
    let kind: Kind = unit == .euro ? .stock : unit == Unit(.count("aides")) ? .count : .rate
    width = [103, 160, 236, 350, 482].randomElement(using: &dice) ?? 482
    isLog = Bool.random(using: &dice)
    var made = dice
    let columns = (0..<3).map { Sample.column("Mesure \($0) du dispositif", unit, kind) }
    func cell() -> Published<Quantity> {
      Self.value(shape, &made).map { Quantity($0, unit, kind) }
    }
    var rows = (0..<count).map { index in
      Tabulation.Row(member: Self.member(index, "departement", &made), values: columns.map { _ in cell() })
    }
    if Bool.random(using: &made) {
      let whole = Member(level: "FR", code: "FR", label: "France")
      rows.append(Tabulation.Row(member: whole, role: .total, values: columns.map { _ in cell() }))
    }
    table = Tabulation(columns: columns, rows: rows, snapshot: Sample.snapshot)
    var grouped: [Tabulation.Row] = []
    for group in 0..<min(count, 6) {
      grouped.append(
        Tabulation.Row(member: Self.member(group, "region", &made), role: .group, values: [cell()]))
      for inner in 0..<Int.random(in: 1...9, using: &made) {
        grouped.append(
          Tabulation.Row(member: Self.member(inner, "departement", &made), depth: 1, values: [cell()]))
      }
    }
    groups = Tabulation(columns: [columns[0]], rows: grouped, snapshot: Sample.snapshot)
    lines = (0..<Int.random(in: 0...8, using: &made)).map { line in
      let points = (0..<count).map { index in
        Series.Point(date: CalendarDate(dayNumber: 18_300 + index * (1 + shape * 3)), value: cell())
      }
      let name = Self.member(line, "region", &made).shortLabel
      return LineChart.Line(name, Series(column: columns[0], points: points, snapshot: Sample.snapshot))
    }
  }

  private static func value(_ shape: Int, _ dice: inout Dice) -> Published<Double> {
    switch Int.random(in: 0..<25, using: &dice) {
    case 0: return .secret
    case 1: return .unavailable
    default: break
    }
    switch shape {
    case 0: return .value(7)
    case 1: return .value(0)
    case 2: return .value(Double(Int.random(in: -3...3, using: &dice)))
    case 3: return .value(Double.random(in: -1e6...1e6, using: &dice))
    case 4:
      return .value(Int.random(in: 0..<4, using: &dice) == 0 ? .nan : Double.random(in: 0...9, using: &dice))
    case 5: return .value([1e-9, 3e-9, 1e-6, 1, 1e6, 1e12].randomElement(using: &dice) ?? 1)
    case 6: return .value(Double.random(in: 0...1, using: &dice) * 1e-9)
    case 7: return .value(1e12 - Double(Int.random(in: 0..<9, using: &dice)))
    default: return .value(Double.random(in: 100...1100, using: &dice))
    }
  }

  private static func member(_ index: Int, _ level: String, _ dice: inout Dice) -> Member {
    let names = [
      "A", "Ain", "Provence-Alpes-Côte d’Azur", String(repeating: "Longueterre", count: 9),
      "Activités des ménages en tant qu’employeurs ; activités indifférenciées des ménages pour usage propre",
    ]
    let name = names.randomElement(using: &dice) ?? "A"
    let short = Bool.random(using: &dice) ? String(name.prefix(20)) : name
    return Member(
      level: level, code: "\(level.prefix(1))\(index)", label: "\(name) \(index)",
      shortLabel: "\(short) \(index)", article: 2)
  }

  /// Every kind, drawn from these data.
  var pictures: [(kind: String, picture: any Picture)] {
    let one = Tabulation(
      columns: Array(table.columns.prefix(1)),
      rows: table.rows.map { row in
        var row = row
        row.values = Array(row.values.prefix(1))
        return row
      }, snapshot: table.snapshot)
    let scale: NumberAxis.Form = isLog ? .log : .sqrt
    let own = table.rows.first?.member.code
    return [
      ("strip", Strip(table, own: own)), ("strip without own", Strip(table)), ("dumbbell", Dumbbell(table)),
      ("share", ShareBar(one)), ("dots", DotPlot(table, references: [.median, .mean])),
      (
        "dots scaled",
        DotPlot(one, highlight: ["d1"], scale: scale, references: [.value(5, name: "Objectif national")])
      ),
      ("bullet", Bullet(table, ranges: [1, 10, 100])), ("boxes", BoxPlot(groups)),
      ("boxes of columns", BoxPlot(table, scale: scale)),
      ("slope", Slope(table, names: ["avant", "pendant", "après"], highlight: ["d1"])),
      ("bump", Slope(table, form: .bump, scale: scale)), ("waterfall", Waterfall(one)),
      ("scatter", Scatter(table, highlight: ["d2"], medians: true)),
      (
        "scatter scaled",
        Scatter(table, named: table.rows.map(\.member.code), scales: Scatter.Scales(x: scale, y: scale))
      ),
      ("line", LineChart(lines, references: [.median])),
      ("step", LineChart(lines, form: .step, scale: scale)),
      ("area", LineChart(lines, form: .area)), ("multiples", Multiples(lines)),
      ("sparkline", SparkRows(lines)),
    ]
      + BarRows.Form.allCases.map { ("bars \($0)", BarRows(table, form: $0, highlight: ["d1"])) }
      + [BinRule.freedmanDiaconis, .scott, .sturges, .count(12), .width(50), .edges([0, 1, 10, 1000])].map {
        ("histogram by a rule", Histogram(one, rule: $0))
      }
      + [
        ("columns", ColumnChart(table)), ("bar multiples", BarMultiples(table)),
        ("bar multiples of groups", BarMultiples(groups, highlight: ["d1"])),
        ("histogram multiples", HistogramMultiples(groups)),
        ("histogram multiples by a rule", HistogramMultiples(table, rule: .sturges)),
        ("strip trimmed", Strip(table, own: own, trimmed: true)),
        ("histogram", Histogram(table)), ("ranked", RankedBars(table)), ("stacked", StackedBars(groups)),
        ("annotated", annotated),
        (
          "flow",
          FlowChart(lines.first?.series ?? Sample.series([]), panels: isLog ? .flow : .flowAndCumulative)
        ),
      ]
  }

  private var annotated: LineChart {
    let days = lines.first?.series.points.map { Double($0.date.dayNumber) } ?? []
    guard let first = days.first, let last = days.last, last > first else { return LineChart(lines) }
    let middle = (first + last) / 2
    let value = lines[0].series.points[0].value.value?.value ?? 0
    return LineChart(
      lines,
      annotations: [
        .period(first...middle, name: "Premier confinement, très long à nommer"),
        .period(middle...last, name: "Deuxième"),
        .event(middle, name: "Annonce"), .event(first, name: "Début"),
        .level(value, name: "Objectif", color: .black),
        .remark(Datum(first, value), text: "Une remarque assez longue"),
      ])
  }
}

@Suite struct RandomTests {
  /// Three hundred data sets: nothing crashes, nothing is printed over another text or outside the figure, and every
  /// figure has words.
  @Test(arguments: Array(UInt64(1)...300)) func everyKindIsReadable(seed: UInt64) throws {
    let data = RandomData(seed: seed)
    for (kind, picture) in data.pictures {
      let height = try picture.naturalHeight(width: data.width, kit: Sample.kit)
      let frame = try picture.frame(size: Size(width: data.width, height: height), kit: Sample.kit)
      let isHeight = height.points.isFinite && height >= .zero
      #expect(isHeight, "\(kind)")
      if let found = collision(in: frame) { Issue.record("\(kind), width \(data.width): \(found)") }
      if let found = stray(in: frame) { Issue.record("\(kind), width \(data.width): \(found)") }
      // Of the words alone: an expectation describes all that it is written with, and a picture is long to describe.
      let words = picture.alternative(language: .french)
      #expect(!words.contains("{"), "\(kind)")
      _ = picture.reading(language: .french)
      _ = picture.subtitle(language: .french)
      _ = picture.alternative(language: .english)
    }
  }
}
