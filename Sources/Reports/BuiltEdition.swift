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
  /// What its files are called: `weekly-2021-04-11`.
  public var name: String
  public var warnings: [Diagnostic]
  /// Every figure with the cells that it shows, in order.
  public var figures: [FigureData]
}

extension BuildRequest {
  /// Reads, composes and lays out. `phase` is told the name of each phase as it starts.
  public func build(phase: (String) -> Void = { _ in }) throws -> BuiltEdition {
    phase("load")
    let source = try fileText(report)
    var found = Collector()
    let front = try FrontMatter(source, &found)
    let markdown = try found.attempt { try Markdown(source, from: front.bodyStart) }
    let edition = try open(front, &found)
    guard let markdown, let edition else { throw Failure(found.diagnostics) }
    phase("compose")
    var composer = Composer(edition, source: source)
    try found.attempt { try composer.compose(markdown, allowStale: allowStale) }
    try found.check()
    phase("lay out")
    var (document, warnings) = try composer.layOut()
    document.attachments = BuiltEdition.attachments(of: source, figures: composer.figures)
    return BuiltEdition(
      document: document, fonts: edition.fonts, name: "\(stem)-\(edition.date.iso)", warnings: warnings,
      figures: composer.figures)
  }

  private func open(_ front: FrontMatter, _ found: inout Collector) throws -> Edition? {
    guard
      let parameters = try found.attempt({ try Parameters(parameters, declared: front.parameters) })
    else { return nil }
    let folder = report.contains("/") ? Edition.folder(of: report) : ""
    return try Edition(front, parameters: parameters, folder: folder, cache: cache, &found)
  }

  /// The report's file name without folder and ending.
  private var stem: String {
    let file = report.split(separator: "/").last.map(String.init) ?? report
    return file.lastIndex(of: ".").map { String(file[..<$0]) } ?? file
  }
}

extension Composer {
  func layOut() throws -> (document: PagedDocument, warnings: [Diagnostic]) {
    let front = edition.front
    let title = try setting(front.report)
    let name = try setting(front.edition)
    let furniture = Furniture(
      report: title, edition: name, date: language.dataOf(edition.date), sender: front.sender)
    let properties = PagedDocument.Properties(
      title: "\(title), \(name)", author: front.sender, subject: try front.subtitle.map(setting) ?? "",
      language: language.tag, created: "\(edition.date.iso)T00:00:00Z")
    let layout = DocumentLayout(cover: cover, blocks: blocks, furniture: furniture)
    return try layout.pages(
      structure: structure, properties: properties,
      kit: LayoutKit(typesetter: typesetter, theme: edition.kit.theme))
  }
}
