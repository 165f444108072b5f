import Charts
import Layout
import Quantities
import Statistics

extension BlockKind {
  /// Small charts on the same axes: one over time for each member, or bars or a histogram for each group or measure.
  static let multiples = BlockKind(name: "multiples") { fields, composer in
    let parts = try FigureParts(&fields, &composer)
    let form = fields.choice("form", MultiplesForm.self) ?? .line
    let highlight = try fields.texts("highlight", composer)
    let noun = composer.language.words.figure
    guard form != .line else {
      guard let asked = try SeriesQuery(&fields, &composer) else { return [] }
      fields.checkUnits(asked.table)
      composer.checkHighlight(highlight, fields, among: asked.names)
      let chart = Multiples(asked.lines, highlight: highlight, isMonthly: asked.isMonthly)
      return parts.blocks(
        chart, noun: noun, snapshot: asked.snapshot, cube: asked.cube, excerpt: asked.excerpt,
        &composer)
    }
    let names = try fields.texts("names", composer)
    let rule = form == .histogram ? try fields.binRule() : nil
    guard let asked = try FigureQuery(&fields, &composer, total: false) else { return [] }
    let table = try asked.tabulation(composer)
    fields.checkNames(asked, groups: table.rows.count { $0.role == .group })
    fields.checkUnits(table)
    fields.checkMeasures(asked)
    if form == .histogram {
      let chart = HistogramMultiples(table, names: names, rule: rule, highlight: highlight)
      return parts.blocks(chart, noun: noun, snapshot: table.snapshot, cube: asked.cube, &composer)
    }
    let chart = BarMultiples(
      table, names: names, highlight: highlight, ordered: asked.query.order == .code)
    return parts.blocks(chart, noun: noun, snapshot: table.snapshot, cube: asked.cube, &composer)
  }
}

enum MultiplesForm: String, CaseIterable { case line, bars, histogram }
