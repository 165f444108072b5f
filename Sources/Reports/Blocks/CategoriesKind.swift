import Cartography
import Diagnostics
import Layout
import Statistics

extension BlockKind {
  /// Which member leads in each territory: `by: departement > section`.
  static let categories = BlockKind(name: "categories") { fields, composer in
    var parts = try FigureParts(&fields, &composer)
    let atlas = try composer.atlas(for: fields.fence)
    parts.outlines = atlas.source
    let within = try fields.word("within").flatMap { word in
      try fields.attempt { try TerritoryChoice(word, composer, atlas) }
    }
    guard let asked = try FigureQuery(&fields, &composer, total: false, values: 1...1, isWhole: true) else {
      return []
    }
    let levels = asked.query.by
    guard levels.count == 2, atlas.territories.contains(where: { $0.level == levels[0] }) else {
      fields.report(Messages.notCategories(levels, at: fields.fence.kind))
      return []
    }
    let table = try asked.tabulation(composer)
    let part = within.map { atlas.extract($0.finest) } ?? atlas
    let map = CategoryMap(
      within == nil ? table : table.groups(on: part),
      noun: composer.language.typography(composer.edition.catalog.label(ofLevel: levels[1])),
      atlas: part)
    return parts.blocks(
      map, noun: composer.language.words.map, snapshot: table.snapshot, cube: asked.cube,
      remark: within?.remark(fields.fence, composer.language), &composer)
  }
}

extension Tabulation {
  /// The groups that an atlas draws, each with its members.
  fileprivate func groups(on atlas: Atlas) -> Tabulation {
    var copy = self
    var isKept = false
    copy.rows = rows.filter { row in
      if row.depth == 0 { isKept = atlas.draws(row.member) }
      return isKept
    }
    return copy
  }
}
