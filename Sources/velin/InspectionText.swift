import Inspection

/// How a person reads what a file holds: one section after the other, the structure as an indented outline.
struct InspectionText {
  let file: InspectedFile

  init(_ file: InspectedFile) { self.file = file }

  var lines: [String] {
    head + section("outline", outline) + section("attachments", attachments) + section("fonts", fonts)
      + section("structure", file.structure.map { structure($0, indent: "  ") } ?? [])
  }

  private var head: [String] {
    [
      file.path,
      "  version     \(file.version)",
      "  profiles    \(file.profiles.isEmpty ? "none" : file.profiles.joined(separator: ", "))",
      "  language    \(file.language ?? "none")",
      "  pages       \(file.pages.count)\(size)",
    ] + file.properties.map { "  " + padded($0.name.lowercased(), to: 11) + " " + $0.value }
  }

  /// Of the first page, in millimetres.
  private var size: String {
    guard let page = file.pages.first else { return "" }
    let millimetres = [page.width, page.height].map { "\(Int(($0 * 25.4 / 72).rounded()))" }
    return ", the first \(millimetres.joined(separator: " × ")) mm"
  }

  private var outline: [String] {
    file.outline.map { entry in
      let page = entry.page.map { file.pages[$0].label ?? "\($0 + 1)" } ?? "nowhere"
      return String(repeating: "  ", count: entry.level) + entry.title + " … " + page
    }
  }

  private var attachments: [String] {
    file.attachments.map { file in
      "  \(file.name)  \(file.mediaType), \(file.relationship), \(file.size) bytes  \(file.title)"
    }
  }

  private var fonts: [String] {
    file.fonts.map { font in
      "  " + font.name + (font.isEmbedded ? "" : "  not embedded")
        + (font.isReadable ? "" : "  no characters")
    }
  }

  /// An element, its alternative text, its own text, then what it holds.
  private func structure(_ element: TaggedElement, indent: String) -> [String] {
    var head = indent + element.type
    if let scope = element.scope { head += " (\(scope.lowercased()))" }
    if let language = element.language { head += " [\(language)]" }
    if let alternative = element.alternative { head += ": " + alternative }
    // What a figure says in letters is replaced by its alternative text.
    guard element.alternative == nil else { return [head] }
    return [head]
      + element.kids.flatMap { kid -> [String] in
        switch kid {
        case .element(let inner): structure(inner, indent: indent + "  ")
        case .content(_, _, let text): text.isEmpty ? [] : [indent + "  “" + text + "”"]
        case .annotation: []
        }
      }
  }

  private func section(_ title: String, _ lines: [String]) -> [String] {
    lines.isEmpty ? [] : ["", title] + lines
  }

  private func padded(_ text: String, to width: Int) -> String {
    text + String(repeating: " ", count: max(0, width - text.count))
  }
}
