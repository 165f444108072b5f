import Charts
import Diagnostics
import Figures
import Language
import Layout
import Statistics

extension BlockKind {
  /// Flows per day between snapshots, their 28-day mean, and the cumulative amount.
  static let evolution = BlockKind(name: "evolution") { fields, composer in
    let parts = try FigureParts(&fields, &composer)
    let panels = fields.choice("panels", FlowPanels.self) ?? .both
    let annotations = try fields.annotations(composer)
    guard let value = fields.required("value"),
      let expression = try fields.attempt({ try composer.expression(value) })
    else { return [] }
    let series = try composer.edition.catalog.series(expression, edition: composer.edition.date)
    composer.checkDays(fields, of: [series])
    let chart = FlowChart(
      series, panels: panels == .flow ? .flow : .flowAndCumulative, annotations: annotations)
    let cube = expression.cube.flatMap { composer.edition.catalog.cube($0) }
    let noun = composer.language.words.figure
    return parts.blocks(chart, noun: noun, snapshot: series.snapshot, cube: cube, &composer)
  }

  /// Ranked bars with their figures in columns; with a `form`, bars of several values or about zero.
  static let bars = BlockKind(name: "bars") { fields, composer in
    let parts = try FigureParts(&fields, &composer)
    let codes = fields.choice("codes", YesNo.self) ?? .yes
    let form = fields.choice("form", BarForm.self)
    let names = try fields.texts("names", composer)
    let highlight = form == nil ? [] : try fields.texts("highlight", composer)
    let bands = form.map(\.hasValueAxis) == true ? try fields.bands(composer) : []
    let unit = form == nil ? fields.choice("unit", BarUnit.self) : nil
    guard let asked = try FigureQuery(&fields, &composer) else { return [] }
    let table = try asked.tabulation(composer)
    let order: RankedBars.Order = asked.query.order == .code ? .given : .descending
    let noun = composer.language.words.figure
    if let form {
      let spread = asked.spread(table)
      fields.checkNames(asked, groups: spread.columns.count)
      fields.checkUnits(spread)
      fields.checkMeasures(asked, spread, form)
      if form == .stacked || form == .percent { fields.checkParts(spread.rows, otherwise: .bars) }
      composer.checkHighlight(highlight, fields, among: spread.rows.map(\.member.code))
      if form == .grouped || form == .columns, spread.columns.count > 5 {
        throw Failure(Messages.tooManyBars(fields.fence.kind))
      }
      guard let form = BarRows.Form(rawValue: form.rawValue) else {
        let chart = ColumnChart(spread, names: names, highlight: highlight, bands: bands)
        return parts.blocks(chart, noun: noun, snapshot: table.snapshot, cube: asked.cube, &composer)
      }
      let chart = BarRows(
        spread, form: form, names: names, highlight: highlight, bands: bands, wholes: asked.wholes(table))
      if chart.lacksShares { composer.warn(Messages.noShares(at: fields.fence.kind)) }
      return parts.blocks(chart, noun: noun, snapshot: table.snapshot, cube: asked.cube, &composer)
    }
    fields.checkNames(asked.query.values.count...asked.query.values.count)
    let rows = asked.query.top == nil ? table : table.withRest(named: composer.language.words.other)
    let chart = RankedBars(rows.naming(names), order: order, codes: codes == .yes, scale: unit?.scale)
    return parts.blocks(chart, noun: noun, snapshot: table.snapshot, cube: asked.cube, &composer)
  }

  /// Columns of stacked parts over months, or one row of shares.
  static let stack = BlockKind(name: "stack") { fields, composer in
    let parts = try FigureParts(&fields, &composer)
    guard let asked = try FigureQuery(&fields, &composer, total: false, values: 1...1) else { return [] }
    let table = try asked.tabulation(composer)
    fields.checkParts(table.rows, otherwise: .rows)
    let noun = composer.language.words.figure
    let ordered = asked.query.order == .code
    guard table.rows.contains(where: { $0.role == .group }) else {
      return parts.blocks(
        ShareBar(table, ordered: ordered), noun: noun, snapshot: table.snapshot, cube: asked.cube, &composer)
    }
    let chart = StackedBars(table, ordered: ordered)
    return parts.blocks(chart, noun: noun, snapshot: table.snapshot, cube: asked.cube, &composer)
  }

  /// How many members fall into each class of a measure.
  static let histogram = BlockKind(name: "histogram") { fields, composer in
    let parts = try FigureParts(&fields, &composer)
    let width = fields.binWidth()
    let rule = try fields.binRule()
    guard let asked = try FigureQuery(&fields, &composer, values: 1...1) else { return [] }
    let table = try asked.tabulation(composer)
    let noun = composer.language.words.figure
    let chart = Histogram(table, binWidth: width, rule: rule)
    fields.checkBins(chart)
    if chart.isCut { composer.warn(Messages.cutBins(at: fields.fence.kind)) }
    return parts.blocks(chart, noun: noun, snapshot: table.snapshot, cube: asked.cube, &composer)
  }
}

/// How several values, or values about zero, are drawn as bars: in rows, or upright.
enum BarForm: String, CaseIterable {
  case grouped, stacked, percent, diverging, lollipop, columns

  /// Whether the ends of its bars are read on an axis of values; parts of stacks are not.
  var hasValueAxis: Bool {
    switch self {
    case .grouped, .diverging, .lollipop, .columns: true
    case .stacked, .percent: false
    }
  }
}

extension FenceFields {
  /// Refuses what a form would leave out in silence: a second measure of groups, or of bars that have one value each.
  fileprivate mutating func checkMeasures(_ asked: FigureQuery, _ spread: Tabulation, _ form: BarForm) {
    checkMeasures(asked)
    guard form == .diverging || form == .lollipop, spread.columns.count > 1, let word = written("value")
    else { return }
    report(Messages.badValue(word, expected: "one measure, without groups: a row has one value"))
  }
}

/// In what bars are counted, so that neighbours compare: `unit: million`.
enum BarUnit: String, CaseIterable {
  case one, thousand, million, billion

  var scale: Language.Scale {
    switch self {
    case .one: .one
    case .thousand: .thousand
    case .million: .million
    case .billion: .billion
    }
  }
}

enum FlowPanels: String, CaseIterable { case flow, both }
enum YesNo: String, CaseIterable { case yes, no }
