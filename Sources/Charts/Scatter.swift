import Figures
import Geometry
import Language
import Pages
import Quantities
import Statistics
import Typesetting

/// One dot a member: its first column across, its second upwards; a third, where there is one, is the dot's area.
public struct Scatter: Sendable {
  public struct Scales: Hashable, Sendable {
    public var x, y: NumberAxis.Form

    public init(x: NumberAxis.Form = .linear, y: NumberAxis.Form = .linear) { (self.x, self.y) = (x, y) }
  }

  let table: Tabulation
  let names: [String]
  let named: [String]?
  let highlight: [String]
  let scales: Scales
  let showsMedians: Bool
  let remarks: [Annotation]
  let bands: [Band]

  /// - Parameters:
  ///   - named: codes of the members to name; by default those far from the others.
  ///   - bands: of the vertical axis.
  ///   - medians: lines at the medians of both axes.
  public init(
    _ table: Tabulation, names: [String] = [], named: [String]? = nil, highlight: [String] = [],
    scales: Scales = Scales(), medians: Bool = false, remarks: [Annotation] = [], bands: [Band] = []
  ) {
    (self.table, self.names, self.named, self.highlight) = (table, names, named, highlight)
    (self.scales, self.showsMedians, self.remarks, self.bands) = (scales, medians, remarks, bands)
  }

  private struct Point {
    var row: Tabulation.Row
    var at: Datum
  }

  /// The members with both values, and a place on the scales.
  private var points: [Point] {
    table.rows.filter { $0.role == .member }.compactMap { row in
      guard let x = row.value(0).finite?.value, let y = row.value(1).finite?.value else { return nil }
      if scales.x == .log, x <= 0 { return nil }
      if scales.y == .log, y <= 0 { return nil }
      return Point(row: row, at: Datum(x, y))
    }
  }

  private func name(_ column: Int) -> String {
    if names.indices.contains(column) { return names[column] }
    return table.columns.indices.contains(column) ? table.columns[column].label : ""
  }

  private func form(_ column: Int, _ language: Language) -> NumberForm {
    let head = table.columns.indices.contains(column) ? table.columns[column] : nil
    return NumberForm(
      points.map { column == 0 ? $0.at.x : $0.at.y }, unit: head?.unit ?? Unit(.one),
      kind: head?.kind ?? .count,
      signed: head?.isChange == true, language: language)
  }
}

extension Scatter: Picture {
  public var tables: [Tabulation] { [table.naming(names)] }

  public func naturalHeight(width: Length, kit: Kit) throws -> Length {
    try plot(kit).height(plot: min(max(width * 0.5, 130), 240), width: width, kit: kit)
  }

  public func frame(size: Size, kit: Kit) throws -> Frame { try plot(kit).frame(size: size, kit: kit) }

  private func axis(_ column: Int, _ kit: Kit) -> NumberAxis {
    let numbers = form(column, kit.language)
    // An author's name says what a rate is given for; that of a measure may not.
    let isSaid =
      names.indices.contains(column) || name(column).hasSuffix(kit.language.perWords(numbers.unit))
    let unit = isSaid ? numbers.axisUnit : numbers.unitLabel
    let title = Sentences(kit.language).say(.axisTitle, ["name": name(column), "unit": unit])
    let values = points.map { column == 0 ? $0.at.x : $0.at.y } + (column == 0 ? [] : bands.flatMap(\.ends))
    return NumberAxis(
      values, numbers: numbers, form: column == 0 ? scales.x : scales.y, origin: false, title: title)
  }

  private func plot(_ kit: Kit) -> Plot {
    let colors = kit.theme.colors
    let largest = largest
    func radius(_ point: Point) -> Length {
      guard table.columns.count > 2 else { return 2.6 }
      return Self.radius(point.row.value(2).finite?.value.magnitude ?? 0, largest)
    }
    // The largest first, so that no dot hides another.
    let ordered = points.enumerated().sorted {
      (radius($1.element), $0.offset) < (radius($0.element), $1.offset)
    }.map(\.element)
    let marks = ordered.flatMap { point -> [Mark] in
      let strong = highlight.contains(point.row.member.code)
      let r = radius(point)
      return [
        .dot(point.at, radius: r + 0.4, .white, open: false),
        .dot(
          point.at, radius: r, (strong ? colors.accent : colors.bar).opacity(strong ? 1 : 0.85), open: false),
      ]
    }
    var plot = Plot(x: axis(0, kit), y: axis(1, kit), marks: marks)
    plot.labels = labelled.map { point in label(point, radius: radius(point), kit) }
    plot.sizes = sizes(kit)
    plot.annotations = bands.map { $0.level(form(1, kit.language), kit) } + medians(kit) + remarks
    plot.zeroLine = false
    return plot
  }

  /// The largest third value: its dot has a radius of 9 pt.
  private var largest: Double {
    points.map { $0.row.value(2).number.magnitude }.filter(\.isFinite).max() ?? 0
  }

  private static func radius(_ size: Double, _ largest: Double) -> Length {
    largest > 0 ? max(1.2, .pt(9 * (size / largest).squareRoot())) : 2.6
  }

  /// Two round values: one near the largest, one a fifth of it.
  private func sizes(_ kit: Kit) -> [SizeExample] {
    guard table.columns.count > 2, largest > 0 else { return [] }
    let round = Ticks(inside: 0...largest, count: 2).values.last { $0 > 0 } ?? largest
    let column = table.columns[2]
    return [round, round / 5].map { value in
      let amount = kit.language.amount(Quantity(value, column.unit, column.kind))
      return SizeExample(radius: Self.radius(value, largest), name: amount)
    }
  }

  private func label(_ point: Point, radius: Length, _ kit: Kit) -> PlotLabel {
    let strong = highlight.contains(point.row.member.code)
    let style = kit.theme.text.mapLabel
    var label = PlotLabel(
      point.row.member.shortLabel, strong ? style.weight(600).colored(kit.theme.colors.accent) : style,
      at: point.at, radius: radius)
    // What the chart itself chose to name, and has no room for, nobody misses.
    label.isOptional = named == nil && !strong
    return label
  }

  /// Those that stand out first, then those asked for, or those far from the others.
  private var labelled: [Point] {
    let points = points
    let strong = points.filter { highlight.contains($0.row.member.code) }
    let asked: [Point]
    if let named {
      asked = named.compactMap { code in points.first { $0.row.member.code == code } }
    } else {
      asked = remote(points)
    }
    return strong + asked.filter { point in !strong.contains { $0.row.member == point.row.member } }
  }

  /// So many are named where nobody asks for names.
  private static let mostRemote = 14

  /// The ends of both axes and what lies beyond the whiskers of either (Tukey), the furthest first; all of a few.
  private func remote(_ points: [Point]) -> [Point] {
    let axes = [points.map(\.at.x), points.map(\.at.y)].map { Quantiles($0) }
    func distance(_ point: Point) -> Double {
      zip([point.at.x, point.at.y], axes).map { value, axis in
        guard let low = axis(0.25), let high = axis(0.75), high > low else { return 0 }
        return max(low - value, value - high) / (high - low)
      }.max() ?? 0
    }
    let far = points.map { (point: $0, distance: distance($0)) }.filter {
      points.count <= Self.mostRemote || $0.distance > 1.5 || axes[0].isEnd($0.point.at.x)
        || axes[1].isEnd($0.point.at.y)
    }
    return far.enumerated().sorted {
      ($1.element.distance, $0.offset) < ($0.element.distance, $1.offset)
    }.prefix(Self.mostRemote).map(\.element.point)
  }

  private func medians(_ kit: Kit) -> [Annotation] {
    guard showsMedians, let x = points.map(\.at.x).median, let y = points.map(\.at.y).median else {
      return []
    }
    let word = kit.language.words.median
    return [
      .event(x, name: "\(word) \(form(0, kit.language).amount(x))"),
      .level(y, name: "\(word) \(form(1, kit.language).amount(y))", color: kit.theme.colors.ink),
    ]
  }

  // MARK: Words

  /// Pearson's coefficient of linear correlation; `nil` where one axis does not vary.
  private var correlation: Double? {
    let points = points
    guard points.count > 2 else { return nil }
    let n = Double(points.count)
    let (mx, my) = (points.reduce(0) { $0 + $1.at.x / n }, points.reduce(0) { $0 + $1.at.y / n })
    let (sx, sy, sxy) = points.reduce((0.0, 0.0, 0.0)) { sums, point in
      let (dx, dy) = (point.at.x - mx, point.at.y - my)
      return (sums.0 + dx * dx, sums.1 + dy * dy, sums.2 + dx * dy)
    }
    let r = sxy / (sx * sy).squareRoot()
    return r.isFinite ? r : nil
  }

  public func subtitle(language: Language) -> String? {
    let say = Sentences(language)
    let head = say.say(
      .scatterSubtitle, ["level": say.one(points.first?.row.member.level ?? "")])
    guard table.columns.count > 2 else { return head }
    return head + say.say(.scatterArea, ["name": table.spoken(2, names, say)])
  }

  public func alternative(language: Language) -> String {
    let facts = TableFacts(table, language: language)
    let label =
      "\(table.spoken(0, names, facts.say)) \(language.words.and) \(table.spoken(1, names, facts.say))"
    let link = correlation.map {
      facts.say.say(.scatterCorrelation, ["r": language.number($0, decimals: 2)])
    }
    let right = points.max { $0.at.x < $1.at.x }.map { sentence($0, language) }
    let top = points.max { $0.at.y < $1.at.y }.map { sentence($0, language) }
    return TableFacts.text(
      facts.subject(.scatterChart, label: label), right, top == right ? nil : top, link, facts.hidden)
  }

  public func reading(language: Language) -> String? {
    let strong = points.first { highlight.contains($0.row.member.code) }
    return (strong ?? points.max { $0.at.y < $1.at.y }).map { sentence($0, language) }
  }

  private func sentence(_ point: Point, _ language: Language) -> String {
    let (x, y) = (form(0, language), form(1, language))
    let parts =
      "\(x.amount(point.at.x)) (\(table.spoken(0, names, Sentences(language)))), "
      + "\(y.amount(point.at.y)) (\(table.spoken(1, names, Sentences(language))))"
    return Sentences(language).say(.linesEndNow, ["name": point.row.member.label, "amount": parts])
  }
}

extension Quantiles {
  /// Whether none of the values lies beyond this one.
  fileprivate func isEnd(_ value: Double) -> Bool { value == sorted.first || value == sorted.last }
}
