import Charts
import Layout

extension BlockKind {
  /// Two values a row, joined: a territory beside its reference, or two dates.
  static let dumbbell = BlockKind(name: "dumbbell") { fields, composer in
    let parts = try FigureParts(&fields, &composer)
    let names = try fields.texts("names", composer)
    guard let asked = try FigureQuery(&fields, &composer, total: false, values: 2...2) else { return [] }
    let measures = asked.query.values.count
    fields.checkNames(measures...measures)
    let table = try asked.tabulation(composer)
    fields.checkUnits(table)
    let noun = composer.language.words.figure
    let chart = Dumbbell(table, names: names)
    return parts.blocks(
      chart, noun: noun, snapshot: table.snapshot, cube: asked.cube,
      remark: chart.remark(language: composer.language), &composer)
  }
}
