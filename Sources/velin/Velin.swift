import ArgumentParser

/// The command.
@main
struct Velin: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "velin",
    abstract: "Sets reports of public statistics on pages: PDF, SVG, PNG.",
    version: version,
    subcommands: [Build.self, Check.self, Collect.self, Inspect.self, Breaks.self, Manual.self])

  static let version = "0.1.0"
  /// Of the version, for the manual page.
  static let date = "2026-11-24"
}
