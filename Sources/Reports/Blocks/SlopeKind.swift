import Charts
import Figures
import Layout

extension BlockKind {
  /// Lines from one moment to the next, by value.
  static let slope = moments("slope", .slope)
  /// Lines from one moment to the next, by place.
  static let bump = moments("bump", .bump)

  private static func moments(_ name: String, _ form: Slope.Form) -> BlockKind {
    BlockKind(name: name) { fields, composer in
      let parts = try FigureParts(&fields, &composer)
      var names = try fields.texts("names", composer)
      let highlight = try fields.texts("highlight", composer)
      let scale = fields.scale()
      guard let asked = try FigureQuery(&fields, &composer, total: false, values: 2...12) else { return [] }
      fields.checkNames(1...asked.query.values.count)
      let table = try asked.cells(composer)
      fields.check(scale, table)
      fields.checkUnits(table)
      composer.checkHighlight(highlight, fields, among: table.rows.map(\.member.code))
      // A moment without a name is called by its day.
      let say = Sentences(composer.language)
      let days = try asked.query.values.map { try say.shortDate(asked.day(of: $0, composer)) }
      names += days.dropFirst(names.count)
      let chart = Slope(table, form: form, names: names, highlight: highlight, scale: scale.form)
      let noun = composer.language.words.figure
      return parts.blocks(chart, noun: noun, snapshot: table.snapshot, cube: asked.cube, &composer)
    }
  }
}
