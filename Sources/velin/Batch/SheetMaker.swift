import Diagnostics
import Digests
import Export
import Pages
import Reports

/// Makes one sheet: laid out, drawn, written. Values in, files out; any number at the same time.
struct SheetMaker: Sendable {
  enum Outcome: Sendable {
    case made(Sheet, warnings: [Diagnostic])
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
      for file in files { try AtomicFile.write(file.bytes, to: writer.path(of: file)) }
      let sheet = Sheet(
        code: territory.code, name: territory.name, pages: built.document.pages.count,
        files: files.map { Sheet.File(path: $0.name, bytes: $0.bytes.count, sha256: SHA256.hex($0.bytes)) })
      return .made(sheet, warnings: built.warnings)
    } catch let failure as Failure {
      return .failed(failure.diagnostics)
    } catch {
      return .failed([BatchMessage.unexpected("\(error)")])
    }
  }
}
