import Language

/// An index as a report's text: a heading for each group, a link for each sheet.
struct IndexText: Sendable {
  let markdown: String

  /// `pages`: the page of a volume that each sheet begins on, by its file.
  init(_ groups: [SheetGroup], pages: [String: Int] = [:], language: Language) {
    let lists = groups.map { group in
      "\n### \(Self.escaped(group.title(language)))\n\n"
        + group.sheets.map { sheet in
          let name = "\(sheet.home.member.code) \(sheet.home.member.label)"
          let text = pages[sheet.file].map { language.sheet(name, page: $0) } ?? name
          return Self.link(text, to: sheet.file)
        }.joined()
    }
    let count = groups.reduce(0) { $0 + $1.sheets.count }
    markdown = Self.head(count, language) + lists.joined()
  }

  /// Of indexes, a link to each: `files` by the place of their group.
  init(_ groups: [SheetGroup], files: [String], language: Language) {
    let links = zip(groups, files).map { group, file in
      Self.link("\(group.title(language)), \(language.sheets(group.sheets.count))", to: file)
    }
    let count = groups.reduce(0) { $0 + $1.sheets.count }
    markdown = Self.head(count, language) + "\n" + links.joined()
  }

  private static func head(_ count: Int, _ language: Language) -> String {
    "# \(language.sheets.index) {-}\n\n## \(language.sheets(count))\n"
  }

  private static func link(_ text: String, to file: String) -> String { "- [\(escaped(text))](<\(file)>)\n" }

  /// Punctuation that Markdown could read is written as itself (CommonMark 2.4).
  private static func escaped(_ text: String) -> String {
    text.reduce(into: "") { escaped, character in
      if "\\`*_{}[]()<>#+-.!|~&".contains(character) { escaped.append("\\") }
      escaped.append(character)
    }
  }
}
