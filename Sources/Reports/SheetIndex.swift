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

  /// A document that lists sheets, yet to be built.
  public struct Index: Sendable {
    /// What its file is called.
    var name: String
    var text: IndexText
  }

  /// More than these are listed by an index for each territory that holds some: memory stays, and a reader finds them.
  private static let mostInOneIndex = 1000

  /// The list of a batch's sheets, each a link to its file, under the territories that hold them.
  public func indexes(of sheets: [SheetLink]) -> [Index] {
    let (groups, language) = (SheetGroup.groups(of: sheets), edition.language)
    let main = "\(name())-index"
    guard sheets.count > Self.mostInOneIndex else {
      return [Index(name: main, text: IndexText(groups, language: language))]
    }
    let names = groups.map { "\(main)-\($0.holder?.code ?? "0")" }
    let parts = zip(groups, names).map { Index(name: $1, text: IndexText([$0], language: language)) }
    let top = IndexText(groups, files: names.map { "\($0).pdf" }, language: language)
    return [Index(name: main, text: top)] + parts
  }

  public func build(_ index: Index) throws -> BuiltEdition {
    try build(index, title: edition.language.sheets.index)
  }

  /// `title`: what the head of its pages calls it.
  func build(_ index: Index, title: String, numbering: PageNumbering = .own) throws -> BuiltEdition {
    var edition = edition
    edition.front.report = Setting(.scalar(title, quoted: true), at: edition.front.report.span)
    edition.front.subtitle = nil
    let source = SourceFile(path: "\(index.name).md", text: index.text.markdown)
    var composer = Composer(edition, source: source)
    try composer.compose(Markdown(source), allowStale: true)
    try composer.check()
    let (document, warnings) = try composer.layOut(numbering)
    return BuiltEdition(
      document: document, fonts: edition.fonts, name: index.name, warnings: warnings, figures: [])
  }
}
