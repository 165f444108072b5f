import Diagnostics
import Figures
import Language
import Layout
import Pages
import Quantities
import Statistics

extension BlockKind {
  /// A table of members, or of groups with their members, over as many pages as it needs.
  static let table = BlockKind(name: "table") { fields, composer in
    let parts = try FigureParts(&fields, &composer)
    let heads = try fields.word("heads").map { try composer.heads($0) }
    let bar = fields.word("bar")
    let naming = try fields.word("names").map(composer.text)
    let codes = fields.choice("codes", YesNo.self) ?? .yes
    guard let asked = try FigureQuery(&fields, &composer) else { return [] }
    let tabulation = try asked.tabulation(composer)
    let barColumn = bar.flatMap { bar in tabulation.columns.firstIndex { $0.expression == bar.text } }
    if let bar, barColumn == nil {
      throw Failure(Messages.notAChoice(bar, known: tabulation.columns.map(\.expression)))
    }
    let making = TableMaking(
      tabulation: tabulation, language: composer.language, heads: heads,
      naming: naming ?? asked.naming(composer), bar: barColumn,
      showsCodes: codes == .yes)
    let caption = parts.caption(
      composer.label(composer.language.words.table), subtitle: nil, tabulation.snapshot, composer.language)
    let notes = parts.notes(
      reading: nil, remark: nil, excerpt: tabulation.excerpt, snapshot: tabulation.snapshot, cube: asked.cube,
      population: composer.edition.catalog.populationSource(of: tabulation.columns.map(\.expression)),
      composer.language)
    let block = TableBlock(
      caption, columns: making.columns, rows: making.rows, notes: notes, in: &composer.structure,
      under: composer.section)
    composer.outline.figures.append(
      Outline.Figure(label: caption.label ?? "", title: caption.title, node: block.nodes.table))
    return [block]
  }
}

/// Turns a tabulation into the columns and cells of a table: one scale and one number of decimals a column.
struct TableMaking {
  let tabulation: Tabulation
  let language: Language
  let heads: [Head]?
  /// The head of the column of names.
  let naming: String
  /// The column that has bars beside it.
  let bar: Int?
  let showsCodes: Bool

  /// The author's head of a column, and the one above it and its neighbours.
  struct Head: Hashable {
    var name: String
    var common = ""
  }

  private struct Form {
    var scale: Language.Scale
    var decimals: Int
    var signed: Bool
  }

  private func form(_ index: Int) -> Form {
    let column = tabulation.columns[index]
    // Columns of one kind are read across, so they share their scale; small changes do not choose that of large ones.
    let alike = tabulation.columns.indices.filter {
      tabulation.columns[$0].unit == column.unit && tabulation.columns[$0].isChange == column.isChange
    }
    let values = tabulation.rows.flatMap { row in alike.compactMap { row.values[$0].value?.value } }
    let largest = values.map(abs).max() ?? 0
    let scale =
      column.isChange
      ? language.scale(of: largest, unit: column.unit) : language.scale(for: values, unit: column.unit)
    let place: Language.Place = column.isChange ? .change : .table
    let decimals = language.decimals(for: largest, unit: column.unit, scale: scale, in: place)
    return Form(scale: scale, decimals: decimals, signed: column.isChange)
  }

  private var forms: [Form] { tabulation.columns.indices.map(form) }

  var columns: [TableBlock.Column] {
    var columns = showsCodes ? [TableBlock.Column("Code", .code)] : []
    columns.append(TableBlock.Column(naming, .text))
    for (index, column) in tabulation.columns.enumerated() {
      let head = heads.flatMap { index < $0.count ? $0[index] : nil }
      let isPoints = column.isChange && column.unit == .share
      let plain = isPoints ? language.pointsUnit : language.columnUnit(column.unit, scale: form(index).scale)
      let days = column.spansInterval ? tabulation.snapshot.days.map { language.days($0) } : nil
      let unit = [days, plain.isEmpty ? nil : plain].compactMap(\.self).joined(separator: ", ")
      let common = head?.common ?? ""
      if index == bar { columns.append(TableBlock.Column("", under: common, .bars(mean: mean(index)))) }
      let name = head?.name ?? language.columnName(column)
      columns.append(TableBlock.Column(name, unit: unit, under: common, .number))
    }
    return columns
  }

  var rows: [TableBlock.Row] {
    let forms = forms
    let isGrouped = tabulation.rows.contains { $0.role == .group }
    return tabulation.rows.map { row in
      TableBlock.Row(role(row, isGrouped: isGrouped), cells(row, forms))
    }
  }

  private func role(_ row: Tabulation.Row, isGrouped: Bool) -> TableBlock.Role {
    switch row.role {
    case .member: isGrouped ? .member : .plain
    case .group: .group
    case .remainder, .unlocated: .remainder
    case .total: .total
    }
  }

  private func cells(_ row: Tabulation.Row, _ forms: [Form]) -> [TableBlock.Cell] {
    let isPlace = row.role == .member || row.role == .group && row.member.level == "departement"
    var cells: [TableBlock.Cell] = showsCodes ? [isPlace ? .text(row.member.code) : .empty] : []
    let isSum = row.role == .total && !tabulation.isTerritorial
    cells.append(.text(isSum ? language.words.total : language.typography(row.member.shortLabel)))
    for (index, value) in row.values.enumerated() {
      if index == bar { cells.append(barCell(value, row, index)) }
      let form = forms[index]
      switch value {
      case .value:
        let text = language.text(value, scale: form.scale, decimals: form.decimals, signed: form.signed)
        cells.append(.text(language.revisionMark(value, of: tabulation.columns[index]) + text))
      case .secret, .unavailable: cells.append(.sign(language.text(value)))
      }
    }
    return cells
  }

  private func barCell(_ value: Published<Quantity>, _ row: Tabulation.Row, _ index: Int) -> TableBlock.Cell {
    guard row.role != .total, let value = value.value, largest(index) > 0 else { return .empty }
    return .bar(max(0, value.value / largest(index)))
  }

  private func largest(_ index: Int) -> Double {
    tabulation.rows.filter { $0.role != .total }.compactMap { $0.values[index].value?.value }.max() ?? 0
  }

  /// The value of the whole, as a part of the longest bar.
  private func mean(_ index: Int) -> Double? {
    let total = tabulation.rows.first { $0.role == .total }?.values[index].value?.value
    guard let total, tabulation.columns[index].kind == .rate, largest(index) > 0 else { return nil }
    return total / largest(index)
  }
}

extension Language {
  /// The head of a column: its measure, "Variation" for a change, "Par aide" for what one has.
  func columnName(_ column: Tabulation.Column) -> String {
    if let name = column.name { return typography(name) }
    if column.isChange { return words.change + perWords(column.unit) }
    let name = perWords(column.unit).drop { $0.isWhitespace }
    guard !name.isEmpty else { return typography(column.shortLabel) }
    return name.prefix(1).uppercased() + name.dropFirst()
  }
}

extension Composer {
  /// `Montant, Aides`, or in groups with a head of their own: `Volet 1 > Montant, Aides; Volet 2 > Montant, Aides`.
  fileprivate func heads(_ word: Fence.Word) throws -> [TableMaking.Head] {
    try word.split(";").flatMap { group in
      let parts = group.split(">")
      let common = parts.count > 1 ? try text(parts[0]) : ""
      return try (parts.last ?? group).split(",").map { TableMaking.Head(name: try text($0), common: common) }
    }
  }
}
