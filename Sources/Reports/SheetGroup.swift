import Language
import Statistics

/// The sheets of territories that lie in the same one.
struct SheetGroup {
  /// What holds them; `nil` for those that lie in none.
  var holder: Member?
  var sheets: [OpenReport.SheetLink]

  func title(_ language: Language) -> String { holder?.label ?? language.sheets.others }

  /// In the order of each group's first sheet.
  static func groups(of sheets: [OpenReport.SheetLink]) -> [SheetGroup] {
    var groups: [SheetGroup] = []
    var places: [String: Int] = [:]
    for sheet in sheets {
      let holder = sheet.home.ancestors.first
      if let place = places[holder?.code ?? ""] {
        groups[place].sheets.append(sheet)
      } else {
        places[holder?.code ?? ""] = groups.count
        groups.append(SheetGroup(holder: holder, sheets: [sheet]))
      }
    }
    return groups
  }
}
