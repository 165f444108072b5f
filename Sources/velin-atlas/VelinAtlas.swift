import ArgumentParser
import Cartography
import Diagnostics
import Foundation

@main
struct VelinAtlas: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "velin-atlas",
    abstract: "Compiles outlines of territories for the maps of Vélin.",
    subcommands: [Build.self])
}

struct Build: ParsableCommand {
  static let configuration = CommandConfiguration(
    abstract: "Compiles outlines into an atlas: shared borders, official projections, levels of detail.",
    discussion: """
      The plan is a YAML file: `outlines` (GeoJSON, TopoJSON, or what GDAL reads), `levels` of territories from the
      whole to the finest, `panels` with their projections. data/atlas/README.md describes it.
      """)

  @Argument(help: "The plan of the atlas.")
  var plan: String

  @Option(help: "Outlines in the place of those that the plan names.")
  var outlines: String?

  @Option(help: "The atlas to write.")
  var out: String

  func run() throws {
    do {
      let plan = try AtlasPlan(path: plan, outlines: outlines)
      let built = try AtlasBuild(plan: plan, outlines: try Outlines.read(plan.outlines)).run()
      let bytes = built.atlas.encoded()
      try write(bytes)
      Self.tell(built.report + ["\(out): \(bytes.count) bytes"])
    } catch let failure as Failure {
      Self.tell(failure.diagnostics.map(\.humanText))
      throw ExitCode(failure.exitCode)
    }
  }

  private func write(_ bytes: [UInt8]) throws {
    do {
      let file = URL(fileURLWithPath: out)
      try FileManager.default.createDirectory(
        at: file.deletingLastPathComponent(), withIntermediateDirectories: true)
      try Data(bytes).write(to: file, options: .atomic)
    } catch {
      throw Failure(AtlasBuildMessage.cannotWrite(path: out, reason: error.localizedDescription))
    }
  }

  /// Results go to the file; what people read goes to the standard error output.
  private static func tell(_ lines: [String]) {
    FileHandle.standardError.write(Data((lines.joined(separator: "\n") + "\n").utf8))
  }
}
