import Charts
import Diagnostics
import Layout

extension BlockKind {
  /// A bar against its target in each row.
  static let bullet = BlockKind(name: "bullet") { fields, composer in
    let parts = try FigureParts(&fields, &composer)
    let names = try fields.texts("names", composer)
    let ranges = fields.ranges(most: Bullet.mostRanges)
    guard let asked = try FigureQuery(&fields, &composer, total: false, values: 2...2) else { return [] }
    let measures = asked.query.values.count
    fields.checkNames(measures...measures)
    let table = try asked.tabulation(composer)
    fields.checkUnits(table)
    let noun = composer.language.words.figure
    return parts.blocks(
      Bullet(table, names: names, ranges: ranges), noun: noun, snapshot: table.snapshot, cube: asked.cube,
      &composer)
  }
}

extension FenceFields {
  /// `ranges: 200, 400`: bounds above zero, ascending.
  fileprivate mutating func ranges(most: Int) -> [Double] {
    guard let word = word("ranges") else { return [] }
    let bounds = word.split(",").compactMap { Double($0.text) }.filter { $0.isFinite && $0 > 0 }
    guard bounds.count == word.split(",").count, bounds.count <= most, bounds == bounds.sorted(),
      Set(bounds).count == bounds.count
    else {
      report(Messages.badValue(word, expected: "up to \(most) bounds above zero, ascending: `200, 400`"))
      return []
    }
    return bounds
  }
}
