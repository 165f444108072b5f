import Diagnostics
import Figures
import Layout
import Settings
import Statistics

/// A report read once, with all that its front matter names: one edition is built from it, or a sheet for each
/// territory. Sheets may be built at the same time.
public struct OpenReport: Sendable {
  private let source: SourceFile
  private let markdown: Markdown
  let edition: Edition
  private let request: BuildRequest
  /// Mistakes that do not keep the rest from being checked.
  private let found: Collector

  /// The territories that the report has a sheet for, in the order of their codes; empty for a report of one edition.
  public let homes: [Home]

  /// Reads the report and opens its files. Mistakes that leave the rest readable are reported by `build`, with all
  /// others.
  public init(_ request: BuildRequest) throws {
    self.request = request
    source = try fileText(request.report, noting: request.log)
    var found = Collector()
    let front = try FrontMatter(source, &found)
    markdown = Markdown(source, from: front.bodyStart, &found)
    guard var edition = try Self.open(front, request, &found) else { throw Failure(found.diagnostics) }
    edition.catalog.readTables(namedIn: source.text)
    let asked = source.text + (edition.comment?.text ?? "")
    edition.awaited = edition.catalog.awaitedCubes(namedIn: asked, edition: edition.date)
    self.edition = edition
    homes = try found.attempt { try Self.homes(front, edition) } ?? []
    self.found = found
  }

  /// The time that questions to the data took so far, on all threads together.
  public var queryTime: Duration { edition.catalog.queryTime }

  /// Whether something is wrong that no sheet can be made with.
  public var isMistaken: Bool { found.hasErrors }

  private static func open(
    _ front: FrontMatter, _ request: BuildRequest, _ found: inout Collector
  ) throws -> Edition? {
    let parameters = try found.attempt { try Parameters(request.parameters, declared: front.parameters) }
    guard let parameters else { return nil }
    let folder = request.report.contains("/") ? Edition.folder(of: request.report) : ""
    return try Edition(
      front, parameters: parameters, folder: folder, cache: request.cache, log: request.log, &found)
  }

  private static func homes(_ front: FrontMatter, _ edition: Edition) throws -> [Home] {
    guard let each = front.each else { return [] }
    let word = Fence.Word(text: try each.string(), span: each.span)
    let homes = edition.catalog.homes(at: word.text)
    guard !homes.isEmpty else {
      let known = Array(edition.catalog.territorialLevels.dropFirst())
      throw edition.catalog.unknown(word.text, Messages.notALevel(word, known: known))
    }
    return homes
  }

  /// The edition, or the sheet of one territory. `phase` is told the name of each phase as it starts.
  public func build(home: Home? = nil, phase: (String) -> Void = { _ in }) throws -> BuiltEdition {
    try build(home: home, numbering: .own, phase: phase)
  }

  /// `numbering`: of the pages, where they are part of a volume.
  func build(
    home: Home?, numbering: PageNumbering, phase: (String) -> Void = { _ in }
  ) throws -> BuiltEdition {
    if home == nil, let each = edition.front.each {
      try found.check()
      throw Failure(Messages.needsTerritory(at: each.span))
    }
    var edition = edition
    edition.catalog = edition.catalog.seen(from: home)
    phase("compose")
    var composer = Composer(edition, source: source)
    try composer.compose(markdown, allowStale: request.allowStale)
    try composer.check(found)
    let attachments = Begun { [source, figures = composer.figures] in
      BuiltEdition.attachments(of: source, figures: figures)
    }
    phase("lay out")
    var (document, warnings) = try composer.layOut(numbering)
    if let pages = edition.front.pages, document.pages.count != pages.count {
      throw Failure(Messages.wrongPages(document.pages.count, expected: pages.count, at: pages.span))
    }
    warnings += composer.warnings
    warnings +=
      Failure(PaletteCheck.findings(edition.kit.theme.colors)).placed(at: edition.front.theme?.span)
      .diagnostics
    warnings += composer.omissions(in: document)
    document.attachments = attachments.value
    return BuiltEdition(
      document: document, fonts: edition.fonts, name: name(of: home), warnings: warnings,
      figures: composer.figures)
  }

  /// What the files of an edition or a sheet are called: `weekly-2021-04-11`, `departement-29-2021-04-11`.
  public func name(of home: Home? = nil) -> String {
    ([request.stem] + (home.map { [$0.member.code] } ?? []) + [edition.date.iso]).joined(separator: "-")
  }
}

extension BuildRequest {
  /// Reads, composes and lays out. `phase` is told the name of each phase as it starts.
  public func build(phase: (String) -> Void = { _ in }) throws -> BuiltEdition {
    phase("load")
    return try OpenReport(self).build(phase: phase)
  }

  /// The report's file name without folder and ending.
  fileprivate var stem: String {
    let file = report.split(separator: "/").last.map(String.init) ?? report
    return file.lastIndex(of: ".").map { String(file[..<$0]) } ?? file
  }
}
