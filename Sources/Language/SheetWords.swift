/// The words of a batch of sheets: its index and its volume.
public struct SheetWords: Hashable, Sendable {
  public let index: String
  public let volume: String
  /// "{count}" sheets: one, and several.
  let sheets: [String]
  /// A sheet's "{name}" and the "{page}" that it begins on.
  let page: String
  /// What stands above sheets whose territories lie in none.
  public let others: String

  static let french = SheetWords(
    index: "Sommaire des fiches", volume: "Recueil des fiches", sheets: ["{count} fiche", "{count} fiches"],
    page: "{name}, page {page}",
    others: "Fiches")

  static let english = SheetWords(
    index: "Index of sheets", volume: "Collected sheets", sheets: ["{count} sheet", "{count} sheets"],
    page: "{name}, page {page}",
    others: "Sheets")
}

extension Language {
  public var sheets: SheetWords { tables.sheets }

  /// "101 fiches", "1 fiche"
  public func sheets(_ count: Int) -> String {
    fill(
      plural(sheets.sheets, for: Double(count), decimals: 0), ["count": number(Double(count), decimals: 0)])
  }

  /// "29 Finistère, page 57"
  public func sheet(_ name: String, page: Int) -> String {
    fill(sheets.page, ["name": name, "page": number(Double(page), decimals: 0)])
  }
}
