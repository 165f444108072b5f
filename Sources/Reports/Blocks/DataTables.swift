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
  mutating func dataTables(_ data: FigureData) -> [any Block] {
    data.tables.filter { !$0.rows.isEmpty }.map { table in
      let level = table.rows.first?.member.level ?? ""
      let isDays = level == SeriesTable.level
      let making = TableMaking(
        tabulation: isDays ? table.withDays(in: language) : table, language: language, heads: nil,
        naming: isDays
          ? Sentences(language).say(.dateHead) : edition.catalog.label(ofLevel: level), bar: nil,
        showsCodes: table.rows.contains { ["departement", "section"].contains($0.member.level) })
      let caption = Caption(title: dataTitle(data), subtitle: language.dataOf(table.snapshot.date))
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
