import ArgumentParser
import Diagnostics
import Export
import Pages
import Reports

/// `velin check`: an edition as it would be built, without a picture of it.
struct Check: ParsableCommand {
  static let configuration = CommandConfiguration(
    abstract: "Checks everything that a build would, and writes nothing.",
    discussion: """
      Reads the front matter, blocks, expressions, texts, data and fonts, checks that the data is fresh enough, and \
      lays the pages out. All that is wrong is told at once.
      """)

  @OptionGroup var edition: EditionOptions

  @OptionGroup var options: RunOptions

  func run() throws {
    try Session.run(options, about: edition.report) { session in
      let built = try edition.request(noting: session.log).build()
      session.found(built.warnings)
      try PDFExporter.checkFonts(of: built.document, fonts: built.fonts)
      let pages = built.document.pages.count
      session.note("\(edition.report): nothing is wrong, \(pages) \(pages == 1 ? "page" : "pages")")
    }
  }
}
