import Charts
import Layout

extension BlockKind {
  /// Rows of a name, a chart without axes, the latest value and its change.
  static let sparkline = BlockKind(name: "sparkline") { fields, composer in
    let parts = try FigureParts(&fields, &composer)
    guard let asked = try SeriesQuery(&fields, &composer) else { return [] }
    let noun = composer.language.words.figure
    return parts.blocks(
      SparkRows(asked.lines), noun: noun, snapshot: asked.snapshot, cube: asked.cube, excerpt: asked.excerpt,
      &composer)
  }
}
