import Charts
import Layout

extension BlockKind {
  /// The spread of the members of each group: Tukey's boxes.
  static let boxes = BlockKind(name: "boxes") { fields, composer in
    let parts = try FigureParts(&fields, &composer)
    let names = try fields.texts("names", composer)
    let scale = fields.scale()
    guard var asked = try FigureQuery(&fields, &composer, total: false, values: 1...10) else { return [] }
    // So many groups, each with all of its members.
    let most = asked.query.by.count > 1 ? asked.query.top : nil
    if most != nil { asked.query.top = nil }
    let table = try asked.tabulation(composer)
    fields.checkNames(asked)
    fields.check(scale, table)
    fields.checkUnits(table)
    fields.checkMeasures(asked)
    let chart = BoxPlot(table, names: names, most: most, scale: scale.form)
    let noun = composer.language.words.figure
    return parts.blocks(chart, noun: noun, snapshot: table.snapshot, cube: asked.cube, &composer)
  }
}
