import Figures
import Language
import Quantities
import Statistics

/// A table divided into the panels of small multiples: one for each group, or for each column of a table without groups.
struct TablePanels: Hashable, Sendable {
  struct Panel: Hashable, Sendable {
    var name: String
    var values: [Member: Published<Quantity>]

    var numbers: [Double] { values.values.map(\.number).filter(\.isFinite).sorted() }
  }

  let panels: [Panel]
  /// What the panels hold values of, the largest sum first, or in the order of the table.
  let members: [Member]

  init(_ table: Tabulation, ordered: Bool = false) {
    let groups = Self.groups(table)
    panels = groups.isEmpty ? Self.columns(table) : groups
    var found: [Member] = []
    for row in table.rows where !found.contains(row.member) {
      if panels.contains(where: { $0.values[row.member] != nil }) { found.append(row.member) }
    }
    let sums = found.map { [panels] member in
      panels.reduce(0) { $0 + ($1.values[member]?.finite?.value ?? 0) }
    }
    members =
      ordered
      ? found : found.indices.sorted { (sums[$1], $0) < (sums[$0], $1) }.map { found[$0] }
  }

  private static func groups(_ table: Tabulation) -> [Panel] {
    var groups: [Panel] = []
    for row in table.rows {
      if row.role == .group {
        groups.append(Panel(name: row.member.shortLabel, values: [:]))
      } else if row.role == .member, row.depth > 0, !groups.isEmpty {
        groups[groups.count - 1].values[row.member] = row.value(0)
      }
    }
    // A group of one stands for its member.
    for (index, row) in table.rows.filter({ $0.role == .group }).enumerated()
    where groups[index].values.isEmpty {
      groups[index].values = [row.member: row.value(0)]
    }
    return groups
  }

  private static func columns(_ table: Tabulation) -> [Panel] {
    let rows = table.rows.filter { $0.role == .member }
    return table.columns.indices.filter { table.columns[$0].unit == table.columns.first?.unit }.map {
      column in
      let values = rows.map { ($0.member, $0.value(column)) }
      return Panel(
        name: table.columns[column].label, values: Dictionary(values) { first, _ in first })
    }
  }

  /// Every published number.
  var numbers: [Double] { panels.flatMap(\.numbers) }

  /// "48 départements"
  func count(_ language: Language) -> String {
    Sentences(language).count(members.count, of: members.first?.level ?? "")
  }
}
