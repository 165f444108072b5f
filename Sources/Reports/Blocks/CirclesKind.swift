import Cartography
import Diagnostics
import Layout

extension BlockKind {
  /// Circles whose area stands for a total.
  static let circles = BlockKind(name: "circles") { fields, composer in
    var parts = try FigureParts(&fields, &composer)
    let atlas = try composer.atlas(for: fields.fence)
    parts.outlines = atlas.source
    guard let asked = try FigureQuery(&fields, &composer), let level = asked.query.by.last else { return [] }
    let table = try asked.tabulation(composer)
    let map = SymbolMap(table, atlas: atlas, level: level)
    let noun = composer.language.words.map
    return parts.blocks(
      map, noun: noun, snapshot: table.snapshot, cube: asked.cube,
      remark: map.unlocatedNote(language: composer.language), &composer)
  }
}
