import Layout
import Pages

extension OpenReport {
  /// All sheets bound into one document, with their contents in front and pages counted through.
  ///
  /// Every sheet is laid out again for its page numbers and held in memory: for hundreds of sheets, not for thousands.
  public func volume(of sheets: [SheetLink]) throws -> BuiltEdition {
    // The contents say where sheets begin, which is after the contents.
    let first = try contents(of: sheets, taking: 1)
    let length = first.document.pages.count
    let front = length == 1 ? first : try contents(of: sheets, taking: length)
    var parts = [PagedDocument.Part(front.document, title: edition.language.sheets.index, file: "")]
    var (next, warnings) = (length + 1, front.warnings)
    let count = length + sheets.reduce(0) { $0 + $1.pages }
    for sheet in sheets {
      let built = try build(home: sheet.home, numbering: PageNumbering(first: next, count: count))
      let title = "\(sheet.home.member.code) \(sheet.home.member.label)"
      parts.append(PagedDocument.Part(built.document, title: title, file: sheet.file))
      warnings += built.warnings
      next += sheet.pages
    }
    let volume = PagedDocument.bound(parts, properties: front.document.properties)
    return BuiltEdition(
      document: volume, fonts: edition.fonts, name: "\(name())-volume", warnings: warnings, figures: [])
  }

  /// The index with the page that each sheet begins on, where the contents take `length` pages.
  private func contents(of sheets: [SheetLink], taking length: Int) throws -> BuiltEdition {
    var (pages, next) = ([String: Int](), length + 1)
    for sheet in sheets {
      pages[sheet.file] = next
      next += sheet.pages
    }
    let groups = SheetGroup.groups(of: sheets)
    let index = Index(name: name(), text: IndexText(groups, pages: pages, language: edition.language))
    return try build(
      index, title: edition.language.sheets.volume, numbering: PageNumbering(first: 1, count: next - 1))
  }
}
