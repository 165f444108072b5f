import Charts
import Figures
import Layout
import Pages
import Typesetting

extension BlockKind {
  /// The first page: names from the front matter, one picture from the data.
  static let cover = BlockKind(name: "cover") { fields, composer in
    let front = composer.edition.front
    let root = composer.structure.add(.section)
    let title = try composer.setting(front.report)
    let value = fields.word("value")
    let left = fields.word("left")
    let right = fields.word("right")
    let caption = fields.word("caption")
    var cover = Cover(
      title: title, nodes: Cover.Nodes(title: title, in: &composer.structure, under: root))
    cover.source = fields.fence.kind.span
    cover.subtitle = try front.subtitle.map(composer.setting)
    cover.sender = [front.authority, front.sender].compactMap { $0 }
    cover.diffusion = front.diffusion
    let date = composer.language.dataOf(composer.edition.date)
    cover.edition = [try composer.setting(front.edition), date]
    cover.footLeft = try left.map(composer.text)
    cover.footRight = try right.map(composer.text)
    cover.pictureNote = try caption.map(composer.text)
    if let value, let expression = try fields.attempt({ try composer.expression(value) }) {
      let series = try composer.edition.catalog.series(expression, edition: composer.edition.date)
      let picture = CoverBars(series)
      let (kit, language) = (composer.edition.kit, composer.language)
      composer.structure[cover.nodes.picture].alternative = picture.alternative(language: language)
      composer.figures.append(
        FigureData(node: cover.nodes.picture, label: nil, title: title, tables: picture.tables))
      cover.art = Artwork(
        height: { try picture.naturalHeight(width: $0, kit: kit) },
        draw: { try picture.frame(size: $0, kit: kit) })
    }
    composer.cover = cover
    return []
  }
}
