import Cairo
import Diagnostics
import Fonts
import Pages

/// What a user can read about exports.
enum ExportMessage {
  static func cairo(_ error: CairoError) -> Diagnostic {
    switch error {
    case .unreadableFont(let path, _, _):
      Diagnostic(
        .error, .badConfiguration, code: "unreadable-font", "\(error)", at: .file(path: path),
        hint: "OpenType and TrueType files can be used")
    case .badSize:
      Diagnostic(
        .error, .badConfiguration, code: "bad-page-size", "\(error)",
        hint: "a page has a width and a height above zero")
    case .status, .freeType, .tagInGroup, .clusterMismatch:
      Diagnostic(.error, .internalError, code: "drawing-failed", "Cairo cannot draw this: \(error)")
    }
  }

  static func unknownDrawing(_ id: Drawing.ID) -> Diagnostic {
    Diagnostic(
      .error, .internalError, code: "unknown-drawing", "the document has no drawing `\(id.name)`")
  }

  static func missingGlyph(_ run: GlyphRun) -> Diagnostic {
    Diagnostic(
      .error, .internalError, code: "missing-glyph",
      "the font \(run.font) lacks a glyph of “\(run.text)”")
  }

  static func notEmbeddable(_ id: FontID, _ file: FontFile, _ reason: String) -> Diagnostic {
    Diagnostic(
      .error, .badConfiguration, code: "font-not-embeddable", "the font \(id) \(reason)",
      at: .file(path: file.path),
      hint: "an accessible, archivable PDF embeds all of its fonts (ISO 14289-1, 7.21.4): name another "
        + "file in the font manifest, or write svg or png")
  }

  static func finishing(_ problem: String) -> Diagnostic {
    Diagnostic(
      .error, .internalError, code: "finishing-failed", "the drawn PDF cannot be finished: \(problem)")
  }

  static func marks(page: Int, _ problem: String) -> Diagnostic {
    Diagnostic(
      .error, .internalError, code: "marks-differ", "page \(page + 1) was not drawn as recorded: \(problem)")
  }

  static func noTitle() -> Diagnostic {
    Diagnostic(
      .error, .badConfiguration, code: "no-title", "the document has no title",
      hint: "give `report:` in the front matter a text that can be read")
  }

  static func badDate(_ date: String) -> Diagnostic {
    Diagnostic(
      .error, .internalError, code: "bad-date",
      "found the date `\(date)`, expected one in UTC: `2021-04-11T08:00:00Z`")
  }

  static func noAlternative(page: Int) -> Diagnostic {
    Diagnostic(
      .error, .internalError, code: "no-alternative",
      "a figure on page \(page + 1) has no text for who "
        + "cannot see it")
  }

  static func cannotCreate(_ path: String, _ reason: String) -> Diagnostic {
    Diagnostic(
      .error, .cannotCreate, code: "cannot-create", "this file cannot be created: \(reason)",
      at: .file(path: path), hint: "choose another folder with --out, or allow writing to it")
  }

  static func writeFailed(_ path: String, _ reason: String) -> Diagnostic {
    Diagnostic(
      .error, .writeFailed, code: "write-failed", "this file cannot be written: \(reason)",
      at: .file(path: path), hint: "the file of the last run, if any, is as it was")
  }
}

/// Runs what draws; what Cairo could not do is told as a finding.
func drawing<Result>(_ body: () throws -> Result) throws -> Result {
  do {
    return try body()
  } catch let error as CairoError {
    throw Failure(ExportMessage.cairo(error))
  }
}
