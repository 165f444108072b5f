import Diagnostics
import Layout
import Pages
import Quantities
import Settings
import Statistics

extension OpenReport {
  /// A sheet that was written, and its file as the index names it: from the index's own folder.
  public struct SheetLink: Hashable, Sendable {
    public var home: Home
    public var file: String
    public var pages: Int

    public init(home: Home, file: String, pages: Int) {
      (self.home, self.file, self.pages) = (home, file, pages)
    }
  }

  /// The list of a batch's sheets, each a link to its file, under the territories that hold them.
  public func index(of sheets: [SheetLink]) throws -> BuiltEdition {
    try index(IndexText(sheets, language: edition.language), title: edition.language.sheets.index)
  }

  /// `title`: what the head of its pages calls it.
  func index(_ text: IndexText, title: String, numbering: PageNumbering = .own) throws -> BuiltEdition {
    var edition = edition
    edition.front.report = Setting(.scalar(title, quoted: true), at: edition.front.report.span)
    edition.front.subtitle = nil
    let source = SourceFile(path: "\(name())-index.md", text: text.markdown)
    var composer = Composer(edition, source: source)
    try composer.compose(Markdown(source), allowStale: true)
    let (document, warnings) = try composer.layOut(numbering)
    return BuiltEdition(
      document: document, fonts: edition.fonts, name: "\(name())-index", warnings: warnings, figures: [])
  }
}
