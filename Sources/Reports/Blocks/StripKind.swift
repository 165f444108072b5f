import Charts
import Layout

extension BlockKind {
  /// Where one territory stands among all: a strip of ticks for each measure.
  static let strip = BlockKind(name: "strip") { fields, composer in
    let parts = try FigureParts(&fields, &composer)
    let own = try fields.text("highlight", composer)
    let names = try fields.texts("names", composer)
    let trimmed = fields.choice("trim", YesNo.self) == .yes
    guard let asked = try FigureQuery(&fields, &composer, total: false) else { return [] }
    let measures = asked.query.values.count
    fields.checkNames(measures...measures)
    let table = try asked.tabulation(composer)
    composer.checkHighlight(own.map { [$0] } ?? [], fields, among: table.rows.map(\.member.code))
    let noun = composer.language.words.figure
    let chart = Strip(table, own: own, names: names, trimmed: trimmed)
    return parts.blocks(chart, noun: noun, snapshot: table.snapshot, cube: asked.cube, &composer)
  }
}

extension FenceFields {
  /// The value of a key with its `{{ … }}` filled.
  mutating func text(_ key: String, _ composer: Composer) throws -> String? {
    guard let word = word(key) else { return nil }
    return try attempt { try composer.text(word) }
  }

  /// Texts between semicolons, since names hold commas.
  mutating func texts(_ key: String, _ composer: Composer) throws -> [String] {
    guard let word = word(key) else { return [] }
    return try word.split(";").compactMap { piece in try attempt { try composer.text(piece) } }
  }
}
