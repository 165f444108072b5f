import Diagnostics
import Layout
import Pages

extension BlockKind {
  /// The head of a sheet: its territory's name, large, and beside it what names it otherwise.
  static let sheet = BlockKind(name: "sheet") { fields, composer in
    let title = try fields.required("title").map(composer.text) ?? ""
    let aside = try fields.text("aside", composer)
    let node = composer.structure.add(.heading(1), in: composer.section, title: title)
    composer.outline.add(title, node: node)
    let overline = composer.outline.current.map { TitleBlock.Overline(number: $0.number, section: $0.title) }
    return [TitleBlock(title, aside: aside, overline: overline, node: node)]
  }

  /// A new page of a sheet, which names its subject again.
  static let page = BlockKind(name: "page") { fields, composer in
    let subject = try fields.required("title").map(composer.text) ?? ""
    return [OverlineBlock(section: composer.outline.current?.title ?? "", subject: subject)]
  }
}
