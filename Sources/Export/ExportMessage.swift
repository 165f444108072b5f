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
