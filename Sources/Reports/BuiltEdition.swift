import Diagnostics
import Fonts
import Language
import Layout
import Pages
import Settings
import Statistics

/// An edition, laid out and ready to be written.
public struct BuiltEdition: Sendable {
  public var document: PagedDocument
  public var fonts: FontLibrary
  /// What its files are called: `weekly-2021-04-11`, `departement-29-2021-04-11`.
  public var name: String
  public var warnings: [Diagnostic]
  /// Every figure with the cells that it shows, in order.
  public var figures: [FigureData]
}

extension Composer {
  func layOut(_ numbering: PageNumbering = .own) throws -> (document: PagedDocument, warnings: [Diagnostic]) {
    let front = edition.front
    let title = try setting(front.report)
    let name = try setting(front.edition)
    let furniture = Furniture(
      report: title, edition: name, date: language.dataOf(edition.date), sender: front.sender,
      source: front.report.span)
    let properties = PagedDocument.Properties(
      title: "\(title), \(name)", author: front.sender, subject: try front.subtitle.map(setting) ?? "",
      language: language.tag, created: "\(edition.date.iso)T00:00:00Z")
    let layout = DocumentLayout(
      cover: cover, blocks: blocks, notes: footnotes, furniture: furniture, numbering: numbering)
    return try layout.pages(
      structure: structure, properties: properties, kit: layoutKit)
  }
}
