/// The words of a batch of sheets: its index and its volume.
public struct SheetWords: Hashable, Sendable {
  public let index: String
  /// "{count}" sheets.
  let sheets: String
  /// What stands above sheets whose territories lie in none.
  public let others: String

  static let french = SheetWords(index: "Sommaire des fiches", sheets: "{count} fiches", others: "Fiches")

  static let english = SheetWords(index: "Index of sheets", sheets: "{count} sheets", others: "Sheets")
}

extension Language {
  public var sheets: SheetWords { tables.sheets }

  /// "101 fiches"
  public func sheets(_ count: Int) -> String {
    fill(sheets.sheets, ["count": number(Double(count), decimals: 0)])
  }
}
