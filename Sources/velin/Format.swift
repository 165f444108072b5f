import Diagnostics

/// A kind of file that a report is written to.
enum Format: String, CaseIterable {
  case pdf, svg, png

  /// Reads `pdf,svg`.
  static func list(_ text: String) throws -> [Format] {
    try text.split(separator: ",", omittingEmptySubsequences: false).map { word in
      guard let format = Format(rawValue: String(word)) else {
        let known = allCases.map(\.rawValue)
        throw Failure(
          Diagnostic(
            .error, .usage, code: "unknown-format",
            "`\(word)` is not a format; formats are \(known.joined(separator: ", "))",
            hint: suggestion(for: String(word), among: known).map { "did you mean `\($0)`?" }))
      }
      return format
    }
  }
}
