import Figures
import Language
import Quantities
import Statistics
import Typesetting

extension RowGrid.Row {
  /// A row of a table: its code where it is short, its name.
  init(_ row: Tabulation.Row, isStrong: Bool = false, _ language: Language) {
    let full = row.isRemainder ? row.member.shortLabel : row.member.label
    // Months with their year beside months without would look like another year's.
    let short = row.member.level == "month" ? full : row.member.shortLabel
    self.init(
      language.typography(full), short: language.typography(short),
      code: row.isRemainder || !Self.coded.contains(row.member.level) ? "" : row.member.code,
      isStrong: isStrong)
  }

  /// The levels whose codes people know.
  private static let coded: Set<String> = ["departement", "section"]
}

extension Tabulation {
  /// Its columns under an author's names, where there are some.
  public func naming(_ names: [String]) -> Tabulation {
    var table = self
    for (column, name) in zip(columns.indices, names) {
      (table.columns[column].label, table.columns[column].shortLabel) = (name, name)
      table.columns[column].name = name
    }
    return table
  }

  /// Whether groups carry the names, and not columns.
  var isGrouped: Bool { rows.contains { $0.role == .group } }

  /// The outermost rows that a chart draws: members and what is left over, without the sum.
  var drawn: [Row] { rows.filter { $0.depth == 0 && $0.role != .total && $0.role != .unlocated } }

  /// What a column is called inside a sentence. A measure of the dictionary loses its capital; a member, or the name
  /// that an author gave, may be a proper noun.
  func spoken(_ column: Int, _ names: [String], _ say: Sentences) -> String {
    if names.indices.contains(column) { return names[column] }
    guard columns.indices.contains(column) else { return "" }
    let label = columns[column].label
    return columns[column].name == label ? label : say.inSentence(label)
  }

  /// How the numbers of one column are written: a change with its sign, a level without one.
  func form(_ form: NumberForm, of column: Int) -> NumberForm {
    var form = form
    form.signed = columns.indices.contains(column) && columns[column].isChange
    return form
  }

  /// The published numbers of some columns of some rows.
  func numbers(_ rows: [Row], _ columns: Range<Int>) -> [Double] {
    rows.flatMap { row in columns.map { row.value($0).number } }.filter(\.isFinite)
  }

  /// How the numbers of some columns are written on one axis.
  func form(_ rows: [Row], _ columns: Range<Int>, _ language: Language) -> NumberForm {
    let head = self.columns.first
    return NumberForm(
      numbers(rows, columns), unit: head?.unit ?? Unit(.one), kind: head?.kind ?? .count,
      signed: head?.isChange == true, language: language)
  }
}

extension RowGrid.Column {
  /// A column of figures under a head.
  init(
    _ head: String, _ headStyle: TextStyle, _ texts: [String], _ style: TextStyle, rank: Int = 0, kit: Kit
  ) {
    self.init(
      kit.typesetter.styled(kit.language.typography(head), headStyle),
      texts.map { kit.typesetter.styled($0, style) }, rank: rank)
  }
}
