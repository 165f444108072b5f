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
}
