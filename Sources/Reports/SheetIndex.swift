import Diagnostics
import Pages
import Quantities
import Settings
import Statistics

extension OpenReport {
  /// A sheet that was written, and its file as the index names it: from the index's own folder.
  public struct SheetLink: Hashable, Sendable {
    public var home: Home
    public var file: String

    public init(home: Home, file: String) { (self.home, self.file) = (home, file) }
  }

  /// The list of a batch's sheets, each a link to its file, under the territories that hold them.
  public func index(of sheets: [SheetLink]) throws -> BuiltEdition {
    let words = edition.language.sheets
    var edition = edition
    edition.front.report = Setting(.scalar(words.index, quoted: true), at: edition.front.report.span)
    edition.front.subtitle = nil
    let text = IndexText(sheets, language: edition.language).markdown
    let source = SourceFile(path: "\(name())-index.md", text: text)
    var composer = Composer(edition, source: source)
    try composer.compose(Markdown(source), allowStale: true)
    let (document, warnings) = try composer.layOut()
    return BuiltEdition(
      document: document, fonts: edition.fonts, name: "\(name())-index", warnings: warnings, figures: [])
  }
}
