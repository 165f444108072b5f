import Diagnostics

/// What a run read and wrote, for programs that decide when to run it again.
struct Dependencies {
  /// Files that were looked for and not found stand here too: the run depends on them.
  var inputs: [String]
  var outputs: [String]
  var exitCode: Int32

  /// As JSON for a name that ends in `.json`, else as a rule of make.
  func text(for path: String) -> String { path.hasSuffix(".json") ? json : rule(for: path) }

  private var json: String {
    JSON.members([
      "version": .integer(1),
      "exitCode": .integer(Int(exitCode)),
      "inputs": .texts(inputs),
      "outputs": .texts(outputs),
    ]).document
  }

  /// A rule whose targets are the files written, or the rule's own file where none was; then an empty rule for each
  /// file read, so that make goes on when one is gone.
  private func rule(for path: String) -> String {
    let targets = outputs.isEmpty ? [path] : outputs
    let lines = ([targets.map(Self.escaped).joined(separator: " ") + ":"] + inputs.map(Self.escaped))
    return lines.joined(separator: " \\\n  ") + "\n" + inputs.map { "\n\(Self.escaped($0)):\n" }.joined()
  }

  /// As GNU make reads names.
  private static func escaped(_ name: String) -> String {
    var escaped = ""
    for character in name {
      switch character {
      case " ", "#", ":", "%": escaped += "\\\(character)"
      case "$": escaped += "$$"
      default: escaped.append(character)
      }
    }
    return escaped
  }
}
