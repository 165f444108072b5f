import Diagnostics
import Geometry
import Pages
import Typesetting

/// Where the columns of a table stand.
struct TableColumns: Hashable, Sendable {
  var lefts: [Length]
  var widths: [Length]

  func right(_ column: Int) -> Length { lefts[column] + widths[column] }

  /// The length of the longest bar.
  static let bar: Length = 66
  private static let leastGap: Length = 8
  private static let mostGap: Length = 28
  /// After a code and between a bar and its number.
  private static let closeGap: Length = 11
  private static let leastText: Length = 70

  /// Columns as wide as their contents, with equal gaps; the first text column takes what is left, or gives way.
  init(_ table: TableBlock, width: Length, style: TableStyle, typesetter: Typesetter) throws {
    var natural = try table.columns.indices.map {
      try Self.natural($0, of: table, style: style, typesetter: typesetter)
    }
    for run in table.columns.commonHeads {
      let text = typesetter.styled(table.columns[run.lowerBound].common, style.head)
      let taken = natural[run].reduce(.zero, +) + Self.leastGap * Double(run.count - 1)
      let last = run.upperBound - 1
      natural[last] = natural[last] + max(.zero, try typesetter.width(of: text) - taken)
    }
    let close = table.columns.dropLast().map { column in
      switch column.content {
      case .code, .bars: true
      case .text, .number: false
      }
    }
    let open = close.count { !$0 }
    let room = width - natural.reduce(.zero, +) - Self.closeGap * Double(close.count - open)
    let gap = open == 0 ? .zero : min(Self.mostGap, max(Self.leastGap, room / Double(open)))
    widths = try Self.shared(natural, room - gap * Double(open), among: table, room: width)
    lefts = []
    var x = Length.zero
    for (index, width) in widths.enumerated() {
      lefts.append(x)
      x = x + width + (index < close.count ? (close[index] ? Self.closeGap : gap) : .zero)
    }
  }

  /// Widths with what is left given to the first text column, or what is lacking taken from the widest of them.
  private static func shared(
    _ natural: [Length], _ left: Length, among table: TableBlock, room: Length
  ) throws -> [Length] {
    var widths = natural
    let texts = table.columns.indices.filter { table.columns[$0].content == .text }
    guard left < .zero else {
      let flexible = texts.first ?? 0
      widths[flexible] = widths[flexible] + left
      return widths
    }
    var lack = -left
    while lack > .hair, let most = texts.map({ widths[$0] }).max(), most > leastText {
      let widest = texts.filter { widths[$0] >= most - .hair }
      let next = texts.map { widths[$0] }.filter { $0 < most - .hair }.max() ?? leastText
      let step = min(lack / Double(widest.count), most - max(next, leastText))
      for index in widest { widths[index] = widths[index] - step }
      lack = lack - step * Double(widest.count)
    }
    guard lack <= .hair else { throw Failure(LayoutMessage.tableTooWide(room + lack, room: room)) }
    return widths
  }

  /// The widest of head and cells. A head of several words may stand on two lines where it has no unit.
  private static func natural(
    _ index: Int, of table: TableBlock, style: TableStyle, typesetter: Typesetter
  ) throws -> Length {
    let column = table.columns[index]
    if case .bars = column.content { return bar }
    var widest = Length.zero
    for text in [column.name, column.unit] {
      widest = max(widest, try typesetter.width(of: typesetter.styled(text, style.head)))
    }
    for row in table.rows where index < row.cells.count {
      guard case .text(let text) = row.cells[index] else { continue }
      let styled = typesetter.styled(text, style.text(row.role, column.content))
      let inset = column.content == .text ? style.indent(row.role) : .zero
      widest = max(widest, try typesetter.width(of: styled) + inset)
    }
    return widest
  }
}

/// How the rows of a table look.
struct TableStyle: Sendable {
  let theme: Theme

  var head: TextStyle { theme.text.tableHead }
  var sign: TextStyle { theme.text.tableBody.colored(theme.colors.grey) }

  func text(_ role: TableBlock.Role, _ content: TableBlock.Column.Content) -> TextStyle {
    let body = theme.text.tableBody
    switch role {
    case .group, .total: return body.weight(600).colored(theme.colors.navy)
    case .member, .plain, .remainder: return content == .code ? sign : body
    }
  }

  /// Members stand a little to the right of their group.
  func indent(_ role: TableBlock.Role) -> Length { role == .member ? 6 : .zero }

  /// A group's bar is one step darker.
  func bar(_ role: TableBlock.Role) -> Color {
    switch role {
    case .group, .total: theme.colors.sequential.dropLast().last ?? theme.colors.blue
    case .member, .plain: theme.colors.bar
    case .remainder: theme.colors.other
    }
  }
}
