import Charts
import Figures
import Language
import Layout
import Pages
import Quantities
import Statistics

/// A figure with the published cells it was made from: what is attached to the file, or printed.
public struct FigureData: Sendable {
  /// The figure in the document's structure.
  public var node: NodeID
  /// "Figure 3"; `nil` for a figure that is not counted.
  public var label: String?
  public var title: String
  public var tables: [Tabulation]
}

/// Where the data table of a figure is printed.
enum TablePlace: String, CaseIterable { case below, annex, none }

extension Composer {
  /// The published cells of a figure as tables.
  ///
  /// - Parameter columns: of the grid, that they take.
  mutating func dataTables(_ data: FigureData, columns: Int = 12) -> [any Block] {
    let tables = data.tables.filter { !$0.rows.isEmpty }.flatMap { table in
      let parts = table.tellingApart(in: language).parts(in: language, columns: columns)
      return parts.enumerated().map {
        (table: $1, part: parts.count > 1 ? " (\($0 + 1)/\(parts.count))" : "")
      }
    }
    return tables.map { table, part in
      let level = table.rows.first?.member.level ?? ""
      let isDays = level == SeriesTable.level
      let making = TableMaking(
        tabulation: isDays ? table.withDays(in: language) : table,
        language: language, heads: nil,
        naming: isDays
          ? Sentences(language).say(.dateHead) : edition.catalog.label(ofLevel: level), bar: nil,
        showsCodes: table.rows.contains { ["departement", "section"].contains($0.member.level) })
      let caption = Caption(title: dataTitle(data) + part, subtitle: language.dataOf(table.snapshot.date))
      return TableBlock(
        caption, columns: making.columns, rows: making.rows, notes: [], in: &structure, under: section)
    }
  }

  private func dataTitle(_ data: FigureData) -> String {
    let say = Sentences(language)
    guard let label = data.label else { return say.say(.dataOfTitle, ["title": data.title]) }
    return say.say(.dataOfFigure, ["figure": say.inSentence(label), "title": data.title])
  }

  /// The tables that figures sent to the end of the report, under a heading of their own.
  mutating func annexBlocks() -> [any Block] {
    let asked = figures.filter { annexed.contains($0.node) }
    guard !asked.isEmpty else { return [] }
    let title = Sentences(language).say(.annexTitle)
    openAnnex(title)
    let node = structure.add(.heading(1), in: section, title: title)
    outline.add(title, node: node)
    return [TitleBlock(title, node: node)] + asked.flatMap { dataTables($0) }
  }
}

extension Tabulation {
  /// Columns of one head, such as "Montant" of two schemes, under the whole names of their measures.
  fileprivate func tellingApart(in language: Language) -> Tabulation {
    var table = self
    let heads = columns.map(language.columnName)
    for (index, column) in columns.enumerated() where heads.count(where: { $0 == heads[index] }) > 1 {
      table.columns[index].name = column.name ?? column.label + language.perWords(column.unit)
    }
    return table
  }

  /// Tables of so many columns as their heads leave room for.
  fileprivate func parts(in language: Language, columns grid: Int) -> [Tabulation] {
    // What codes and names leave, in points.
    let room = Double(grid) * 41.1 - (grid < 9 ? 105 : 160)
    var (parts, taken) = ([Range<Int>](), room)
    for (index, column) in columns.enumerated() {
      let width = max(46, Double(language.columnName(column).count) * 4.4 + 9)
      if taken + width > room { (parts, taken) = (parts + [index..<index], 0) }
      parts[parts.count - 1] = parts[parts.count - 1].lowerBound..<index + 1
      taken += width
    }
    return parts.map { range in
      var table = self
      table.columns = Array(columns[range])
      for row in rows.indices { table.rows[row].values = Array(rows[row].values[range]) }
      return table
    }
  }

  /// Rows that are days, called by their date.
  fileprivate func withDays(in language: Language) -> Tabulation {
    var table = self
    for index in table.rows.indices {
      guard let day = CalendarDate(iso: table.rows[index].member.code) else { continue }
      table.rows[index].member.label = language.date(day)
      table.rows[index].member.shortLabel = language.date(day)
    }
    return table
  }
}
