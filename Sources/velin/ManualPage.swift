import Diagnostics

/// The manual page as man(7) macros. It has the date of the version: the same program gives the same bytes.
struct ManualPage {
  private let command: DeclaredTool.Command
  private let version, date: String

  init(_ command: DeclaredTool.Command, version: String, date: String) {
    (self.command, self.version, self.date) = (command, version, date)
  }

  var lines: [String] {
    let name = command.commandName
    var lines = [".TH \(name.uppercased()) 1 \"\(date)\" \"\(name) \(version)\" \"User Commands\""]
    lines += [".SH NAME", "\(name) \\- \(Self.plain(command.abstract ?? ""))", ".SH SYNOPSIS"]
    let synopses = commands.map { [".B \(name) \($0.commandName)", synopsis($0)] }
    lines += synopses.joined(separator: [".br"])
    lines.append(".SH COMMANDS")
    for command in commands { lines += section(command) }
    return (lines + exitStatus + environment + files).flatMap(Self.broken)
  }

  private var commands: [DeclaredTool.Command] {
    (command.subcommands ?? []).filter { $0.shouldDisplay != false && $0.commandName != "help" }
  }

  private func synopsis(_ command: DeclaredTool.Command) -> String {
    let values = shown(command).filter { $0.kind == "positional" }.map { argument in
      "\\fI\(Self.plain(argument.valueName ?? ""))\\fR" + (argument.isRepeating ? " ..." : "")
    }
    return (values + ["[\\fIoptions\\fR]"]).joined(separator: " ")
  }

  private func shown(_ command: DeclaredTool.Command) -> [DeclaredTool.Argument] {
    (command.arguments ?? []).filter { $0.shouldDisplay && $0.preferredName?.name != "version" }
  }

  private func section(_ command: DeclaredTool.Command) -> [String] {
    [".SS \(command.commandName)", Self.plain(command.abstract ?? "")]
      + (command.discussion.map { [".PP", Self.plain($0)] } ?? [])
      + shown(command).flatMap(entry)
  }

  private func entry(_ argument: DeclaredTool.Argument) -> [String] {
    let value = "\\fI\(Self.plain(argument.valueName ?? ""))\\fR"
    let names = (argument.names ?? []).map { "\\fB\(Self.plain($0.text))\\fR" }.joined(separator: ", ")
    let head =
      switch argument.kind {
      case "positional": value
      case "option": "\(names) \(value)"
      default: names
      }
    let standard = argument.defaultValue.map { " The default is \($0)." } ?? ""
    let text = Self.sentence(argument.abstract ?? "") + standard
    return [".TP", head, Self.plain(text)] + (argument.discussion.map { [Self.plain($0)] } ?? [])
  }

  private var exitStatus: [String] {
    let meanings = Diagnostic.Category.allCases.map { ("\($0.rawValue)", $0.meaning) }
    return [".SH EXIT STATUS"]
      + Self.list([("0", "Everything was written; warnings do not count.")] + meanings)
  }

  private var environment: [String] {
    [".SH ENVIRONMENT"]
      + Self.list([
        ("SOURCE_DATE_EPOCH", "The date that files carry, in seconds since 1970; else the edition's date."),
        ("CI_NODE_INDEX, CI_NODE_TOTAL", "Which part of a batch to build, as --shard says it."),
        ("NO_COLOR", "No colour, even on a terminal."),
      ])
  }

  private var files: [String] {
    [".SH FILES"] + Self.list([(".cache/velin", "Tables read before. It may be removed at any time.")])
  }

  /// A line of text broken between words, no line wider than 78 characters; requests stay as they are.
  private static func broken(_ line: String) -> [String] {
    guard line.count > 78, !line.hasPrefix(".") else { return [line] }
    var lines: [String] = []
    for word in line.split(separator: " ") {
      if let last = lines.last, last.count + 1 + word.count <= 78 {
        lines[lines.count - 1] += " " + word
      } else {
        lines.append(word.hasPrefix(".") || word.hasPrefix("'") ? "\\&" + word : String(word))
      }
    }
    return lines
  }

  private static func list(_ entries: [(term: String, text: String)]) -> [String] {
    entries.flatMap { [".TP", "\\fB\(plain($0.term))\\fR", plain($0.text)] }
  }

  private static func sentence(_ text: String) -> String {
    text.isEmpty || text.hasSuffix(".") ? text : text + "."
  }

  /// Text that means nothing to troff: hyphens that can be copied, no line that starts as a request.
  private static func plain(_ text: String) -> String {
    var plain = ""
    for character in text {
      switch character {
      case "\\": plain += "\\e"
      case "-": plain += "\\-"
      case "\n": plain += " "
      default: plain.append(character)
      }
    }
    return plain.hasPrefix(".") || plain.hasPrefix("'") ? "\\&" + plain : plain
  }
}

extension Diagnostic.Category {
  /// What a user knows when a run ends with this code.
  var meaning: String {
    switch self {
    case .findings: "Something was found that the run was asked to look for, or warnings with --strict."
    case .usage: "The command line is wrong."
    case .badData: "A report or a table is wrong."
    case .missingInput: "A file that is named cannot be read."
    case .notInstalled: "A font or another part that is needed is not installed."
    case .internalError: "Vélin is wrong: please report it."
    case .cannotCreate: "A file or a folder cannot be made."
    case .writeFailed: "A file cannot be written to its end: the disk is full."
    case .badConfiguration: "A dictionary, a theme, a font manifest or a front matter is wrong."
    }
  }
}
