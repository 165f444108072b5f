import Charts
import Layout

extension BlockKind {
  /// One small chart over time for each member, all on the same axes.
  static let multiples = BlockKind(name: "multiples") { fields, composer in
    let parts = try FigureParts(&fields, &composer)
    let highlight = try fields.text("highlight", composer)
    guard let asked = try SeriesQuery(&fields, &composer) else { return [] }
    let chart = Multiples(asked.lines, highlight: highlight)
    let noun = composer.language.words.figure
    return parts.blocks(chart, noun: noun, snapshot: asked.snapshot, cube: asked.cube, &composer)
  }
}
