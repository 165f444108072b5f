import ArgumentParser
import Diagnostics
import Export
import Pages
import Reports

/// `velin check`: an edition as it would be built, without a picture of it.
struct Check: ParsableCommand, Sendable {
  static let configuration = CommandConfiguration(
    abstract: "Checks everything that a build would, and writes nothing.",
    discussion: """
      Reads the front matter, blocks, expressions, texts, data and fonts, checks that the data is fresh enough, and \
      lays the pages out. All that is wrong is told at once.
      """)

  @OptionGroup var edition: EditionOptions

  @OptionGroup var territories: TerritoryOptions

  @OptionGroup var options: RunOptions

  func run() throws {
    try Session.run(options, about: edition.report) { session in
      let report = try OpenReport(edition.request(noting: session.log))
      let homes = try territories.chosen(from: report)
      let places = homes.isEmpty ? [nil] : homes.map(Optional.some)
      var told: [(territory: Territory?, findings: [Diagnostic])] = []
      var (pages, progress) = (0, Progress(of: places.count, shownBy: session))
      Workers<Outcome>(places.count, jobs: try territories.workers()).run {
        check(report, places[$0])
      } finish: {
        index, outcome in
        told.append((places[index], outcome.findings))
        pages += outcome.pages
        progress.advance(to: told.count)
      }
      progress.end()
      session.found(findings(told))
      let sheets = homes.isEmpty ? "" : homes.count == 1 ? "1 sheet, " : "\(homes.count) sheets, "
      if session.findings.isEmpty {
        session.note("\(edition.report): nothing is wrong, \(sheets)\(pages) pages")
      }
    }
  }

  private struct Outcome: Sendable {
    var pages = 0
    var findings: [Diagnostic]
  }

  private func check(_ report: OpenReport, _ territory: Territory?) -> Outcome {
    do {
      let built = try report.build(home: territory?.home)
      try PDFExporter.checkFonts(of: built.document, fonts: built.fonts)
      return Outcome(pages: built.document.pages.count, findings: built.warnings)
    } catch let failure as Failure {
      return Outcome(findings: failure.diagnostics)
    } catch {
      return Outcome(findings: [BatchMessage.unexpected("\(error)")])
    }
  }

  /// In the order of the territories; those of an edition as they are.
  private func findings(_ told: [(territory: Territory?, findings: [Diagnostic])]) -> [Diagnostic] {
    let placed = told.flatMap { told in
      told.findings.compactMap { finding in told.territory.map { (territory: $0, finding: finding) } }
    }
    let inOrder = placed.sorted { $0.territory.order < $1.territory.order }
    return told.filter { $0.territory == nil }.flatMap(\.findings) + .gathered(inOrder, of: told.count)
  }
}
