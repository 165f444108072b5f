import Charts
import Layout

extension BlockKind {
  /// One dot a measure in each row, on one axis.
  static let dots = BlockKind(name: "dots") { fields, composer in
    let parts = try FigureParts(&fields, &composer)
    let names = try fields.texts("names", composer)
    let highlight = try fields.texts("highlight", composer)
    let references = try fields.references(composer)
    let bands = try fields.bands(composer)
    let scale = fields.scale()
    guard let asked = try FigureQuery(&fields, &composer, total: false, values: 1...5) else { return [] }
    let measures = asked.query.values.count
    fields.checkNames(measures...measures)
    let table = try asked.tabulation(composer)
    fields.check(scale, table)
    fields.checkUnits(table)
    composer.checkHighlight(highlight, fields, among: table.rows.map(\.member.code))
    var all = asked
    all.query.top = nil
    let chart = DotPlot(
      table, names: names, highlight: highlight, scale: scale.form, references: references, bands: bands,
      compared: asked.query.top == nil || references.isEmpty ? nil : try all.tabulation(composer))
    let noun = composer.language.words.figure
    return parts.blocks(chart, noun: noun, snapshot: table.snapshot, cube: asked.cube, &composer)
  }
}
