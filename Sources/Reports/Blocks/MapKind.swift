import Cartography
import Diagnostics
import Figures
import Layout
import Statistics

extension BlockKind {
  /// A choropleth of a rate.
  static let map = BlockKind(name: "map") { fields, composer in
    let parts = try FigureParts(&fields, &composer)
    let atlas = try composer.atlas(for: fields.fence)
    let classes = try fields.required("classes").flatMap { word in
      try fields.attempt { try ClassChoice(word) }
    }
    let within = try fields.word("within").flatMap { word in
      try fields.attempt { try TerritoryChoice(word, composer, atlas) }
    }
    let mark = try fields.word("mark").flatMap { word in
      try fields.attempt { try TerritoryChoice(word, composer, atlas) }
    }
    let labels = fields.choice("label", Choropleth.Labels.self)
    let totals = fields.choice("totals", YesNo.self) ?? .no
    guard let asked = try FigureQuery(&fields, &composer), let level = asked.query.by.last, let classes else {
      return []
    }
    let table = try asked.tabulation(composer)
    var style = Choropleth.Style()
    style.labels = labels ?? (within == nil ? .none : .all)
    style.marked = mark.map { Set($0.members.map(\.code)) } ?? []
    // Classes are those of the whole country, so that the maps of all its parts compare.
    let map = try Choropleth(
      within.map { table.extract($0.finest) } ?? table,
      atlas: within.map { atlas.extract($0.finest) } ?? atlas,
      breaks: classes.breaks(of: table.values(level: level)), level: level, style: style,
      allowTotals: totals == .yes)
    let (noun, remark) = (composer.language.words.map, map.unlocatedNote(language: composer.language))
    return parts.blocks(
      map, noun: noun, snapshot: table.snapshot, cube: asked.cube, remark: remark, &composer)
  }
}
