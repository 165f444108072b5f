import Diagnostics
import Fonts
import Pages

extension PDFExporter {
  /// Opens every font that the document uses; all that cannot become part of a file are reported.
  public static func checkFonts(of document: PagedDocument, fonts: FontLibrary) throws {
    let faces = try drawing { try FaceStore(fonts: fonts, embeds: true) }
    var used: Set<FontID> = []
    var found = Collector()
    for frame in document.pages.map(\.frame) + document.drawings.map(\.frame) {
      var runs: [FontID] = []
      frame.walk { item, _, _ in if case .glyphs(let run) = item { runs.append(run.font) } }
      for font in runs where used.insert(font).inserted {
        try found.attempt { try drawing { _ = try faces.face(for: font) } }
      }
    }
    try found.check()
  }
}
