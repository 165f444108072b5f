import ArgumentParser

/// The command.
@main
struct Velin: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "velin",
    abstract: "Sets reports of public statistics on pages: PDF, SVG, PNG.",
    version: "0.1.0",
    subcommands: [Build.self, Inspect.self, Breaks.self])
}
