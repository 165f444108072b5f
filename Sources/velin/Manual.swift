import ArgumentParser
import Diagnostics

#if canImport(FoundationEssentials)
  import FoundationEssentials
#else
  import Foundation
#endif

/// `velin manual`: the manual page, made from the declarations that read the command line.
struct Manual: ParsableCommand {
  static let configuration = CommandConfiguration(
    abstract: "Prints the manual page.",
    discussion: "In the form that `man` reads; `make install` puts it in its place.", shouldDisplay: false)

  func run() throws {
    let tool = try JSONDecoder().decode(DeclaredTool.self, from: Data(Velin._dumpHelp().utf8))
    let page = ManualPage(tool.command, version: Velin.version, date: Velin.date)
    for line in page.lines { try Console.printLine(line) }
  }
}

/// The declarations, as the argument parser gives them.
struct DeclaredTool: Decodable {
  struct Command: Decodable {
    var commandName: String
    var abstract: String?
    var discussion: String?
    var shouldDisplay: Bool?
    var subcommands: [Command]?
    var arguments: [Argument]?
  }

  struct Argument: Decodable {
    struct Name: Decodable {
      var kind: String
      var name: String

      var text: String { (kind == "long" ? "--" : "-") + name }
    }

    var kind: String
    var shouldDisplay: Bool
    var isOptional: Bool
    var isRepeating: Bool
    var names: [Name]?
    var preferredName: Name?
    var valueName: String?
    var defaultValue: String?
    var abstract: String?
    var discussion: String?
  }

  var command: Command
}
