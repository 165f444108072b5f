import Figures
import Geometry
import Language
import Quantities
import Statistics
import Typesetting

/// The figures beside ranked bars, as printed.
extension RankedBars {
  /// The columns of the table, and the share of the total after the first. Each is scaled once.
  func columns(_ kit: Kit) -> [RowGrid.Column] {
    var columns = table.columns.indices.map { figures($0, kit) }
    if showsShare, total != nil {
      let parts = set(
        kit.language.words.share, shown.map { share(of: $0) }, rank: 2, kit
      ) { row, value in
        guard let value = value.value else { return kit.language.text(value) }
        return kit.language.amount(value, decimals: row < rows.count ? 1 : 0)
      }
      columns.insert(parts, at: min(1, columns.count))
    }
    return columns
  }

  /// The rows with a bar, then the total.
  private var shown: [Tabulation.Row] { rows + [total].compactMap(\.self) }

  private func figures(_ index: Int, _ kit: Kit) -> RowGrid.Column {
    let (column, language) = (table.columns[index], kit.language)
    let published = shown.map { $0.value(index) }
    let numbers = published.compactMap { $0.value?.value }
    let largest = numbers.map(\.magnitude).max() ?? 0
    // Small changes do not choose the scale of large ones.
    let own =
      column.isChange
      ? language.scale(of: largest, unit: column.unit) : language.scale(for: numbers, unit: column.unit)
    let isAlike = !column.isChange && column.unit == table.columns.first?.unit
    let scale = isAlike ? self.scale ?? own : own
    let decimals = language.decimals(
      for: largest, unit: column.unit, scale: scale, in: column.isChange ? .change : .text)
    let rank = index == 0 ? 0 : column.isChange ? 1 : 2 + index
    return set(head(index, scale, language), published, rank: rank, leads: index == 0, kit) { _, value in
      language.revisionMark(value, of: column)
        + language.text(value, scale: scale, decimals: decimals, signed: column.isChange)
    }
  }

  /// What is withheld is grey; the first column of the leader is strong, and so is the total.
  private func set(
    _ head: String, _ values: [Published<Quantity>], rank: Int, leads: Bool = false, _ kit: Kit,
    text: (Int, Published<Quantity>) -> String
  ) -> RowGrid.Column {
    let (style, colors) = (kit.theme.text.rowLabel, kit.theme.colors)
    let cells = values.enumerated().map { row, value in
      let strong = row == rows.count || (leads && row == leader)
      let color = row == rows.count ? colors.navy : value.value == nil ? colors.grey : style.color
      return StyledText(text(row, value), style.weight(strong ? 600 : style.font.weight).colored(color))
    }
    return RowGrid.Column(StyledText(head, kit.theme.text.axis), cells, rank: rank)
  }

  /// "M€", or "9 jours, M€" over a change; of several measures each has its name above.
  private func head(_ index: Int, _ scale: Language.Scale, _ language: Language) -> String {
    let column = table.columns[index]
    let unit = language.unitLabel(column.unit, scale: scale)
    let alike = table.columns.count { $0.spansInterval == column.spansInterval }
    guard column.spansInterval else { return alike > 1 ? "\(column.shortLabel)\n\(unit)" : unit }
    let days = table.snapshot.days.map { language.days($0) } ?? language.words.change
    return alike > 1 ? "\(column.label)\n\(days), \(unit)" : "\(days), \(unit)"
  }
}
