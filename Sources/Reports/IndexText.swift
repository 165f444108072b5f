import Language
import Statistics

/// The index of a batch as a report's text: a heading for each group, a link for each sheet.
struct IndexText {
  private let sheets: [OpenReport.SheetLink]
  private let language: Language
  /// The page of a volume that each sheet begins on.
  private let pages: [String: Int]

  init(_ sheets: [OpenReport.SheetLink], pages: [String: Int] = [:], language: Language) {
    (self.sheets, self.pages, self.language) = (sheets, pages, language)
  }

  var markdown: String {
    let head = "# \(language.sheets.index) {-}\n\n## \(language.sheets(sheets.count))\n"
    return head + groups.map { "\n### \(Self.escaped($0.title))\n\n\(list($0.sheets))" }.joined()
  }

  /// By the territory that holds them, in the order of its first sheet.
  private var groups: [(title: String, sheets: [OpenReport.SheetLink])] {
    var groups: [(title: String, sheets: [OpenReport.SheetLink])] = []
    var places: [String: Int] = [:]
    for sheet in sheets {
      let title = sheet.home.ancestors.first?.label ?? language.sheets.others
      if let place = places[title] {
        groups[place].sheets.append(sheet)
      } else {
        places[title] = groups.count
        groups.append((title, [sheet]))
      }
    }
    return groups
  }

  private func list(_ sheets: [OpenReport.SheetLink]) -> String {
    sheets.map { sheet in
      var name = "\(sheet.home.member.code) \(sheet.home.member.label)"
      if let page = pages[sheet.file] { name = language.sheet(name, page: page) }
      return "- [\(Self.escaped(name))](<\(sheet.file)>)\n"
    }.joined()
  }

  /// Punctuation that Markdown could read is written as itself (CommonMark 2.4).
  private static func escaped(_ text: String) -> String {
    text.reduce(into: "") { escaped, character in
      if "\\`*_{}[]()<>#+-.!|~&".contains(character) { escaped.append("\\") }
      escaped.append(character)
    }
  }
}
