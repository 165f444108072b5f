import Cartography
import Diagnostics
import Figures
import Layout
import Statistics

extension BlockKind {
  /// Territories as equal squares (`map` with `form: tiles`) or as circles: `cartogram`, with `size: population`.
  static let cartogram = BlockKind(name: "cartogram") { fields, composer in
    var parts = try FigureParts(&fields, &composer)
    let atlas = try composer.atlas(for: fields.fence)
    parts.outlines = atlas.source
    let classes = try fields.required("classes").flatMap { word in
      try fields.attempt { try ClassChoice(word) }
    }
    let size = try fields.required("size").flatMap { word in
      try fields.attempt { try composer.expression(word) }
    }
    let centre = try fields.word("around").flatMap { word in try fields.attempt { try CentreChoice(word) } }
    var style = Choropleth.Style(&fields, &composer)
    style.labels = .none
    fields.refuse(["scale"], on: "circles in place of areas")
    guard var asked = try FigureQuery(&fields, &composer, isWhole: true), let level = asked.query.by.last,
      let classes, let size
    else { return [] }
    fields.checkTerritories(level, of: atlas)
    guard !fields.collector.hasErrors else { return [] }
    asked.query.values.append(size)
    let table = try asked.tabulation(composer)
    fields.checkArea(table.columns.last, of: "size")
    style.form = .circles
    style.around = try centre?.centre(of: table, level: level, composer.language)
    let map = try Choropleth(
      table, circles: table.columns.count - 1, atlas: atlas,
      breaks: classes.breaks(of: table.values(level: level)), level: level, style: style,
      isShare: asked.query.values[0].isShareOfWhole)
    composer.checkValues(of: table, level: level, fields.fence)
    return parts.blocks(
      map, noun: composer.language.words.map, snapshot: table.snapshot, cube: asked.cube,
      remark: map.unlocatedNote(language: composer.language), &composer)
  }
}
