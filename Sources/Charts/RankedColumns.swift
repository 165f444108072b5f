import Figures
import Geometry
import Language
import Quantities
import Statistics
import Typesetting

/// A column of figures beside the bars, as printed: a head and a text for each row.
struct FigureColumn: Hashable {
  var head: [String]
  var cells: [String]
  var total: String
  /// The rows whose cell is a sign, not a number.
  var hidden: Set<Int>
  /// Dropped first where there is little room; 0 is never dropped.
  var rank: Int
}

extension RankedBars {
  /// The columns of the table, and the share of the total after the first. Each is scaled once.
  func figureColumns(_ language: Language) -> [FigureColumn] {
    var columns = table.columns.indices.map { figures($0, language) }
    if showsShare, let total {
      let cell = { (row: Tabulation.Row) in shareText(share(of: row), language, decimals: 1) }
      columns.insert(
        FigureColumn(
          head: [language.words.share], cells: rows.map(cell),
          total: shareText(share(of: total), language, decimals: 0), hidden: hidden { share(of: $0) }, rank: 2
        ),
        at: min(1, columns.count))
    }
    return columns
  }

  private func hidden(_ value: (Tabulation.Row) -> Published<Quantity>) -> Set<Int> {
    Set(rows.indices.filter { value(rows[$0]).value == nil })
  }

  private func figures(_ index: Int, _ language: Language) -> FigureColumn {
    let column = table.columns[index]
    let published = (rows + [total].compactMap(\.self)).map { row in
      row.values.indices.contains(index) ? row.values[index] : .unavailable
    }
    let numbers = published.compactMap { $0.value?.value }
    let largest = numbers.map(\.magnitude).max() ?? 0
    // Small changes do not choose the scale of large ones.
    let scale =
      column.isChange
      ? language.scale(of: largest, unit: column.unit) : language.scale(for: numbers, unit: column.unit)
    let place: Language.Place = column.isChange ? .change : .text
    let decimals = language.decimals(for: largest, unit: column.unit, scale: scale, in: place)
    let texts = published.map {
      language.revisionMark($0, of: column)
        + language.text($0, scale: scale, decimals: decimals, signed: column.isChange)
    }
    return FigureColumn(
      head: head(index, scale, language), cells: Array(texts.prefix(rows.count)),
      total: total == nil ? "" : texts.last ?? "",
      hidden: Set(rows.indices.filter { published[$0].value == nil }),
      rank: index == 0 ? 0 : column.isChange ? 1 : 2 + index)
  }

  /// "M€", or "9 jours, M€" over a change; the column's name above where the unit alone would not tell.
  private func head(_ index: Int, _ scale: Language.Scale, _ language: Language) -> [String] {
    let column = table.columns[index]
    let unit = language.unitLabel(column.unit, scale: scale)
    if column.spansInterval {
      let days = table.snapshot.days.map { language.days($0) } ?? language.words.change
      let alike = table.columns.filter { $0.spansInterval }.count > 1
      return alike ? [column.label, "\(days), \(unit)"] : ["\(days), \(unit)"]
    }
    let alike = table.columns.filter { !$0.spansInterval && $0.unit.measure == column.unit.measure }.count > 1
    return alike ? [column.label, unit] : [unit]
  }

  private func shareText(_ share: Published<Quantity>, _ language: Language, decimals: Int) -> String {
    guard let value = share.value else { return language.text(share) }
    return language.amount(value, decimals: decimals)
  }
}
