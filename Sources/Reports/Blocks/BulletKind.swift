import Charts
import Layout

extension BlockKind {
  /// A bar against its target in each row.
  static let bullet = BlockKind(name: "bullet") { fields, composer in
    let parts = try FigureParts(&fields, &composer)
    let names = try fields.texts("names", composer)
    let ranges = fields.numbers("ranges") ?? []
    guard let asked = try FigureQuery(&fields, &composer, total: false, values: 2...2) else { return [] }
    let table = try asked.tabulation(composer)
    fields.checkUnits(table)
    let noun = composer.language.words.figure
    return parts.blocks(
      Bullet(table, names: names, ranges: ranges), noun: noun, snapshot: table.snapshot, cube: asked.cube,
      &composer)
  }
}
