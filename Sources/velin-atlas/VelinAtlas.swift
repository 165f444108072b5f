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
    abstract: "Compiles GeoJSON into an atlas: shared borders, official projections, levels of detail.")

  @Option(help: "Outlines of the departments (GeoJSON, longitudes and latitudes, a property `code`).")
  var departements: String

  @Option(help: "Folder of departements.csv (code, name, region, kind) and regions.csv (code, name).")
  var territories: String

  @Option(help: "The atlas to write.")
  var out: String

  func run() throws {
    do {
      let outlines = try GeoJSON.outlines(path: departements)
      let nomenclature = try Nomenclature(folder: territories)
      let built = try AtlasBuild(outlines: outlines, nomenclature: nomenclature).run()
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
