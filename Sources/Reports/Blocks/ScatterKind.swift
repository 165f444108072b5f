import Charts
import Figures
import Layout

extension BlockKind {
  /// One dot a member, by two measures; a third is its area.
  static let scatter = BlockKind(name: "scatter") { fields, composer in
    let parts = try FigureParts(&fields, &composer)
    let names = try fields.texts("names", composer)
    let label = try fields.text("label", composer)
    let highlight = try fields.texts("highlight", composer)
    let (x, y) = (fields.scale("x"), fields.scale("y"))
    let medians = fields.choice("medians", YesNo.self) == .yes
    let bands = try fields.bands(composer)
    let arrows = try fields.arrows(composer)
    guard let asked = try FigureQuery(&fields, &composer, total: false, values: 2...3) else { return [] }
    let measures = asked.query.values.count
    fields.checkNames(measures...measures)
    let table = try asked.tabulation(composer)
    fields.check(x, table, columns: 0..<1)
    fields.check(y, table, columns: 1..<2)
    composer.checkHighlight(highlight, fields, among: table.rows.map(\.member.code))
    let named =
      label == "extremes" ? nil : label.map { $0.split(separator: ",").map { $0.filter { $0 != " " } } }
    if let named {
      composer.checkHighlight(named, fields, among: table.rows.map(\.member.code), key: "label")
    }
    let chart = Scatter(
      table, names: names, named: named, highlight: highlight, scales: Scatter.Scales(x: x.form, y: y.form),
      medians: medians, remarks: arrows, bands: bands)
    let noun = composer.language.words.figure
    return parts.blocks(chart, noun: noun, snapshot: table.snapshot, cube: asked.cube, &composer)
  }
}
