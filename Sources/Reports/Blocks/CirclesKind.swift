import Cartography
import Diagnostics
import Layout
import Statistics

extension BlockKind {
  /// Circles whose area stands for a total.
  static let circles = BlockKind(name: "circles") { fields, composer in
    var parts = try FigureParts(&fields, &composer)
    let atlas = try composer.atlas(for: fields.fence)
    parts.outlines = atlas.source
    let form = fields.choice("scale", CircleForm.self) ?? .area
    let rates = fields.choice("rates", YesNo.self) ?? .no
    guard let asked = try FigureQuery(&fields, &composer, isWhole: true), let level = asked.query.by.last
    else { return [] }
    fields.checkTerritories(level, of: atlas)
    guard !fields.collector.hasErrors else { return [] }
    let table = try asked.tabulation(composer)
    if rates == .no { fields.checkArea(table.columns.first, of: "value") }
    let map = SymbolMap(table, atlas: atlas, level: level, form: form)
    composer.checkValues(of: table, level: level, fields.fence)
    let language = composer.language
    let remarks = [map.unlocatedNote(language: language), map.rateNote(language: language)].compactMap { $0 }
    return parts.blocks(
      map, noun: language.words.map, snapshot: table.snapshot, cube: asked.cube,
      remark: remarks.isEmpty ? nil : language.clauses(remarks), &composer)
  }
}

extension FenceFields {
  /// Refuses a rate as the area of circles: rates do not add up, and areas look as if they did.
  mutating func checkArea(_ column: Tabulation.Column?, of key: String) {
    guard let column, column.kind == .rate, let word = fence.fields.last(where: { $0.key.text == key })?.value
    else { return }
    report(Messages.circlesOfRate(column.expression, kind: column.kind.rawValue, at: word))
  }
}
