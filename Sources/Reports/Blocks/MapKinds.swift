import Cartography
import Diagnostics
import Figures
import Layout
import Pages
import Statistics

extension BlockKind {
  /// A choropleth of a rate.
  static let map = BlockKind(name: "map") { fields, composer in
    let parts = try FigureParts(&fields, &composer)
    let breaks = fields.required("classes").flatMap { _ in fields.numbers("classes") } ?? []
    let labels = fields.choice("label", Choropleth.Labels.self) ?? .none
    let totals = fields.choice("totals", YesNo.self) ?? .no
    guard let asked = try FigureQuery(&fields, &composer), let level = asked.query.by.last else { return [] }
    guard let atlas = composer.edition.atlas else { throw Failure(Messages.noAtlas(fields.fence.kind)) }
    let table = try asked.tabulation(composer)
    let map = try Choropleth(
      table, atlas: atlas, breaks: breaks, level: level, labels: labels, allowTotals: totals == .yes)
    let (noun, remark) = (composer.language.words.map, map.unlocatedNote(language: composer.language))
    return parts.blocks(
      map, noun: noun, snapshot: table.snapshot, cube: asked.cube, remark: remark, &composer)
  }

  /// Circles whose area stands for a total.
  static let circles = BlockKind(name: "circles") { fields, composer in
    let parts = try FigureParts(&fields, &composer)
    guard let asked = try FigureQuery(&fields, &composer), let level = asked.query.by.last else { return [] }
    guard let atlas = composer.edition.atlas else { throw Failure(Messages.noAtlas(fields.fence.kind)) }
    let table = try asked.tabulation(composer)
    let map = SymbolMap(table, atlas: atlas, level: level)
    let noun = composer.language.words.map
    return parts.blocks(map, noun: noun, snapshot: table.snapshot, cube: asked.cube, &composer)
  }
}
