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
    var style = Choropleth.Style(&fields, &composer)
    style.labels = .none
    guard let asked = try FigureQuery(&fields, &composer), let level = asked.query.by.last, let classes,
      let size
    else { return [] }
    let table = try asked.tabulation(composer)
    let sizes = try composer.edition.catalog.tabulate(
      Query([size], by: [level]), edition: composer.edition.date)
    let measure = sizes.columns.first.map { composer.language.typography($0.label).lowercasedFirst } ?? ""
    style.form = .circles(sizes.sizes, of: measure)
    let map = try Choropleth(
      table, atlas: atlas, breaks: classes.breaks(of: table.values(level: level)), level: level, style: style)
    return parts.blocks(
      map, noun: composer.language.words.map, snapshot: table.snapshot, cube: asked.cube,
      remark: map.unlocatedNote(language: composer.language), &composer)
  }
}

extension Tabulation {
  /// The first column by code; hidden values have no size.
  fileprivate var sizes: [String: Double] {
    let pairs = rows.filter { $0.role == .member }.compactMap { row in
      row.values.first?.value.map { (row.member.code, $0.value) }
    }
    return Dictionary(pairs) { first, _ in first }
  }
}
