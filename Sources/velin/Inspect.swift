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

  @OptionGroup var options: RunOptions

  func run() throws {
    try Session.run(options, about: files.first ?? "") { session in
      for path in files {
        let file = try InspectedFile(fileBytes(path, noting: session.log), path: path)
        if !check { for line in InspectionText(file).lines { try Console.printLine(line) } }
        session.found(file.findings)
      }
    }
  }
}
