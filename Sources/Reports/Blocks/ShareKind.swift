import Charts
import Layout

extension BlockKind {
  /// One bar of 100 %: the parts of a whole, in their own order.
  static let share = BlockKind(name: "share") { fields, composer in
    let parts = try FigureParts(&fields, &composer)
    guard let asked = try FigureQuery(&fields, &composer, values: 1...1) else { return [] }
    let table = try asked.tabulation(composer)
    fields.checkParts(table.rows, otherwise: .rows)
    let noun = composer.language.words.figure
    let chart = ShareBar(table, ordered: asked.query.order == .code)
    return parts.blocks(chart, noun: noun, snapshot: table.snapshot, cube: asked.cube, &composer)
  }
}
