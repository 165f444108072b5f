import ArgumentParser
import Diagnostics
import Inspection
import Settings

/// `velin inspect`: what a PDF holds, read as assistive technology reads it.
struct Inspect: ParsableCommand {
  static let configuration = CommandConfiguration(
    abstract: "Prints what a PDF holds and promises, and checks its structure.",
    discussion: """
      Exits with 1 where the structure is wrong. What only a validator knows (fonts, colours, syntax) is checked \
      by `make conformance`.
      """)

  @Argument(help: "The PDF files.")
  var files: [String]

  @Flag(help: "Only what is wrong.")
  var check = false

  func run() throws {
    var console = Console()
    var isWrong = false
    do {
      for path in files {
        let file = try InspectedFile(fileBytes(path), path: path)
        if !check { print(InspectionText(file).lines.joined(separator: "\n")) }
        console.show(file.findings)
        isWrong = isWrong || !file.findings.isEmpty
      }
    } catch let failure as Failure {
      console.show(failure.diagnostics)
      throw ExitCode(failure.exitCode)
    }
    if isWrong { throw ExitCode(Diagnostic.Category.findings.rawValue) }
  }
}
