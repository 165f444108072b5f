import Charts
import Layout

extension BlockKind {
  /// How the members of a whole make up its change between two editions.
  static let waterfall = BlockKind(name: "waterfall") { fields, composer in
    let parts = try FigureParts(&fields, &composer)
    let most = fields.integer("most", in: 1...60) ?? 10
    guard let asked = try FigureQuery(&fields, &composer, values: 1...1) else { return [] }
    let table = try asked.tabulation(composer)
    if let column = table.columns.first, !column.isChange,
      let word = fields.fence.fields.last(where: { $0.key.text == "value" })?.value
    {
      fields.report(Messages.notAChange(column.expression, at: word))
    }
    let noun = composer.language.words.figure
    return parts.blocks(
      Waterfall(table, most: most), noun: noun, snapshot: table.snapshot, cube: asked.cube, &composer)
  }
}
