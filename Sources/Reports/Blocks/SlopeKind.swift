import Charts
import Figures
import Layout
import Statistics

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
      guard var asked = try FigureQuery(&fields, &composer, total: false, values: 2...12) else { return [] }
      fields.checkNames(1...asked.query.values.count)
      let top = form == .bump ? asked.query.top : nil
      if top != nil { asked.query.top = nil }
      let whole = try asked.cells(composer)
      let table = top.map(whole.lastFirst) ?? whole
      fields.check(scale, table)
      fields.checkUnits(table)
      composer.checkHighlight(highlight, fields, among: table.rows.map(\.member.code))
      // A moment without a name is called by its day.
      let say = Sentences(composer.language)
      let days = try asked.query.values.map { try say.shortDate(asked.day(of: $0, composer)) }
      names += days.dropFirst(names.count)
      let chart = Slope(
        table, form: form, names: names, highlight: highlight, scale: scale.form, ranking: whole)
      let noun = composer.language.words.figure
      return parts.blocks(chart, noun: noun, snapshot: table.snapshot, cube: asked.cube, &composer)
    }
  }
}

extension Tabulation {
  /// So many outermost rows, those that stand first at the last moment.
  fileprivate func lastFirst(_ top: Int) -> Tabulation {
    let members = rows.filter { $0.depth == 0 && ($0.role == .member || $0.role == .group) }
    func last(_ row: Row) -> Double { row.values.last?.value?.value ?? -.infinity }
    let ordered = members.enumerated().sorted {
      (last($1.element), $0.offset) < (last($0.element), $1.offset)
    }
    var table = self
    table.rows = ordered.prefix(top).map(\.element)
    table.excerpt = Excerpt(
      of: members.first?.member.level ?? "", shown: table.rows.count, whole: members.count)
    return table
  }
}
