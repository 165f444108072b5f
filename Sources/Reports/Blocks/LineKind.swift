import Charts
import Figures
import Layout

extension BlockKind {
  /// Levels over time.
  static let line = overTime("line", .line)
  /// Levels that hold until the next day of the series.
  static let step = overTime("step", .step)
  /// Levels stacked from zero.
  static let area = overTime("area", .area)

  private static func overTime(_ name: String, _ form: LineChart.Form) -> BlockKind {
    BlockKind(name: name) { fields, composer in
      let parts = try FigureParts(&fields, &composer)
      let unit = fields.choice("time", TimeAxis.Unit.self)
      let highlight = try fields.texts("highlight", composer)
      let annotations = try fields.annotations(composer)
      let references = try fields.references(composer)
      let bands = try fields.bands(composer)
      let scale = form == .area ? (form: .linear, word: nil) : fields.scale()
      let span = fields.span("axis")
      guard var asked = try SeriesQuery(&fields, &composer) else { return [] }
      if form == .area { try asked.stack(LineChart.colored, other: composer.language.words.other) }
      fields.check(scale, asked.table)
      fields.checkUnits(asked.table)
      if form == .area, asked.lines.count > 1 { fields.checkParts(asked.table.rows, otherwise: .line) }
      composer.checkHighlight(highlight, fields, among: asked.names)
      composer.checkDays(fields, of: asked.lines.map(\.series))
      let chart = LineChart(
        asked.lines, form: form, highlight: highlight, scale: scale.form, unit: unit,
        annotations: annotations, references: references, bands: bands, span: span, isMonthly: asked.isMonthly
      )
      let noun = composer.language.words.figure
      return parts.blocks(
        chart, noun: noun, snapshot: asked.snapshot, cube: asked.cube, excerpt: asked.excerpt,
        &composer)
    }
  }
}
