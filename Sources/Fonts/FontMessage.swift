import Diagnostics

/// What a user can read about fonts.
enum FontMessage {
  static func noFile(_ id: FontID) -> Diagnostic {
    Diagnostic(.error, .internalError, code: "font-without-file", "the font \(id) has no file")
  }

  static func unknown(_ id: FontID, known: [FontID]) -> Diagnostic {
    let family = known.filter { $0.family == id.family }
    let names = (family.isEmpty ? known : family).map(\.description).sorted().joined(separator: ", ")
    return Diagnostic(
      .error, .badConfiguration, code: "unknown-font", "the font manifest has no font `\(id)`",
      hint: "it has \(names)")
  }

  static func unreadable(_ file: FontFile) -> Diagnostic {
    Diagnostic(
      .error, .badConfiguration, code: "unreadable-font", "not a font that can be opened",
      at: .file(path: file.path), hint: "OpenType and TrueType files can be used")
  }

  static func missing(_ name: String, folders: [String], package: String?, at span: Span) -> Diagnostic {
    let install = package.map { "apt-get install \($0), or " } ?? ""
    return Diagnostic(
      .error, .notInstalled, code: "missing-font",
      "the file \(name) is in none of the folders \(folders.joined(separator: ", "))", at: span,
      hint: "\(install)drop the file into one of them")
  }

  static func badFeature(_ name: String, at span: Span) -> Diagnostic {
    Diagnostic(
      .error, .badConfiguration, code: "bad-font-feature",
      "found `\(name)`, expected an OpenType feature", at: span,
      hint: "features have four letters: `tnum`; a minus turns one off: `-liga`")
  }

  static func badWeight(_ name: String, at span: Span) -> Diagnostic {
    Diagnostic(
      .error, .badConfiguration, code: "bad-font-weight",
      "found `\(name)`, expected a weight from 1 to 1000", at: span,
      hint: "write `400`, or `400 italic`")
  }
}
