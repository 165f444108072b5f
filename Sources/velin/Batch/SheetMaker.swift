import Diagnostics
import Digests
import Export
import Pages
import Reports

/// Makes one sheet: laid out, drawn, written beside its place. Any number at the same time.
struct SheetMaker: Sendable {
  enum Outcome: Sendable {
    /// `files` wait for the disk.
    case made(Sheet, files: [PendingFile], warnings: [Diagnostic])
    case failed([Diagnostic])
  }

  let report: OpenReport
  let writer: OutputWriter
  /// The date that files carry, where it is not the edition's.
  let created: String?

  func make(_ territory: Territory) -> Outcome {
    do {
      var built = try report.build(home: territory.home)
      if let created { built.document.properties.created = created }
      let files = try writer.files(built)
      let pending = try files.map { try PendingFile($0.bytes, for: writer.path(of: $0)) }
      let sheet = Sheet(
        code: territory.code, name: territory.name, pages: built.document.pages.count,
        files: files.map { Sheet.File(path: $0.name, bytes: $0.bytes.count, sha256: SHA256.hex($0.bytes)) })
      return .made(sheet, files: pending, warnings: built.warnings)
    } catch let failure as Failure {
      return .failed(failure.diagnostics)
    } catch {
      return .failed([BatchMessage.unexpected("\(error)")])
    }
  }
}
