import Geometry
import Pages
import Typesetting

/// A table with all of its rows set, before it is divided over pages.
struct TableSetting: Sendable {
  struct Line: Sendable {
    var frame: Frame
    var role: TableBlock.Role
    /// From the row above; none at the top of a part.
    var above: Length
    /// The line of the group it belongs to, itself included.
    var group: Int?
    /// The number of lines in its group before it, that of the group first.
    var position: Int
    var height: Length { frame.height }
  }

  let columns: TableColumns
  let means: [(x: Length, mean: Length?)]
  let lines: [Line]
  /// Lines of groups as they are repeated: "Grand Est (suite)".
  let repeats: [Int: Frame]
  /// Captions and heads of the first and of later parts.
  let head, laterHead: Frame
  let notes: Frame
  let isGrouped: Bool
  let theme: Theme

  init(_ table: TableBlock, width: Length, kit: LayoutKit) throws {
    let style = TableStyle(theme: kit.theme)
    columns = try TableColumns(table, width: width, style: style, typesetter: kit.typesetter)
    theme = kit.theme
    let setter = TableRowSetter(table: table, columns: columns, width: width, style: style, kit: kit)
    isGrouped = table.rows.contains { $0.role == .group }
    var group: (start: Int, size: Int)?
    var lines: [Line] = []
    for (index, row) in table.rows.enumerated() {
      switch row.role {
      case .group: group = (index, 0)
      case .member: group?.size += 1
      case .plain, .remainder, .total: group = nil
      }
      lines.append(
        Line(
          frame: try setter.row(index), role: row.role, above: Self.above(row.role), group: group?.start,
          position: group?.size ?? 0))
    }
    if Self.isTall(lines, kit.theme) {
      for index in lines.indices where lines[index].role == .plain { lines[index].above = 5 }
    }
    self.lines = lines
    repeats = try table.rows.indices.reduce(into: [:]) { repeats, index in
      guard table.rows[index].role == .group else { return }
      repeats[index] = try setter.row(index, continued: true).asArtifact(.pagination)
    }
    head = try setter.head(continued: false)
    laterHead = try setter.head(continued: true).asArtifact(.pagination)
    notes = try NotesBlock(table.notes, node: table.nodes.notes).frame(width: width, kit: kit)
    means = table.columns.indices.compactMap { index in
      guard case .bars(let mean) = table.columns[index].content else { return nil }
      return (setter.columns.lefts[index], mean.map { TableColumns.bar * $0 })
    }
  }

  private static func above(_ role: TableBlock.Role) -> Length {
    switch role {
    case .group, .remainder, .total: 3.5
    case .member, .plain: .zero
    }
  }

  /// Whether half of the rows have several lines: then each is parted from the next.
  var isTall: Bool { Self.isTall(lines, theme) }

  private static func isTall(_ lines: [Line], _ theme: Theme) -> Bool {
    let leading = theme.text.tableBody.leading
    let rows = lines.filter { $0.role == .plain }
    return rows.count { $0.height > leading * 1.5 } * 2 > rows.count
  }
}

/// Sets rows and heads of a table.
struct TableRowSetter {
  let table: TableBlock
  let columns: TableColumns
  let width: Length
  let style: TableStyle
  let kit: LayoutKit

  /// One row; `continued` repeats a group's line on a later page.
  func row(_ index: Int, continued: Bool = false) throws -> Frame {
    let row = table.rows[index]
    let cells = try columns.widths.indices.map { column in
      column < row.cells.count ? try lines(row.cells[column], row.role, column, continued: continued) : []
    }
    let leading = style.theme.text.tableBody.leading
    let height = leading * Double(max(1, cells.map(\.count).max() ?? 1)) + (row.role == .total ? 2 : 0)
    var frame = Frame(size: Size(width: width, height: height))
    for (column, lines) in cells.enumerated() {
      let owner = Owner.node(table.nodes.cells[index][column])
      for (number, line) in lines.enumerated() {
        let top = leading * Double(number) + (row.role == .total ? 1 : 0)
        frame.place(line, at: Point(x: x(of: line, in: column, row.role), y: top), owner: owner)
      }
      if column < row.cells.count, case .bar(let value) = row.cells[column] {
        let size = Size(width: TableColumns.bar * value, height: 5.6)
        frame.fill(
          Rect(origin: Point(x: columns.lefts[column], y: (leading - 5.6) / 2), size: size),
          style.bar(row.role))
      }
    }
    return frame
  }

  private func lines(
    _ cell: TableBlock.Cell, _ role: TableBlock.Role, _ column: Int, continued: Bool
  ) throws -> [Frame] {
    let content = table.columns[column].content
    switch cell {
    case .text(let text):
      var styled = kit.typesetter.styled(text, style.text(role, content))
      guard content == .text else { return [try kit.typesetter.line(styled)] }
      if continued {
        let suffix = " " + kit.typesetter.language.words.continued
        styled = styled + StyledText(suffix, style.text(role, content).weight(400).italic())
      }
      let measure = columns.widths[column] - style.indent(role) + .hair
      return try kit.typesetter.lines(styled, measure: measure, style: ParagraphStyle(.left))
    case .sign(let sign): return [try kit.typesetter.line(sign, style.sign)]
    case .bar, .empty: return []
    }
  }

  private func x(of line: Frame, in column: Int, _ role: TableBlock.Role) -> Length {
    switch table.columns[column].content {
    case .text: columns.lefts[column] + style.indent(role)
    case .code, .bars: columns.lefts[column]
    case .number: columns.right(column) - line.width
    }
  }

  /// Caption and head; the rows start at its bottom, on a half line of the grid.
  func head(continued: Bool) throws -> Frame {
    let caption = try table.caption.frame(
      width: width, kit: kit, continued: continued, owner: .node(table.nodes.caption))
    var frame = Frame(size: Size(width: width, height: .zero), baseline: caption.baseline)
    frame.place(caption, at: .zero)
    let leading = style.head.leading
    let depth = table.columns.contains { !$0.unit.isEmpty } ? leading : .zero
    let first = caption.height + 10.5 + (try addCommonHeads(at: caption.height + 10.5, in: &frame))
    for (index, column) in table.columns.enumerated() {
      for (line, text) in [column.name, column.unit].enumerated() where !text.isEmpty {
        let set = try kit.typesetter.line(text, style.head)
        frame.set(
          set, x: x(of: set, in: index, .plain), baseline: first + leading * Double(line),
          owner: .node(table.nodes.heads[index]))
      }
    }
    frame.rule(y: caption.height, style.theme.colors.headRule)
    frame.rule(y: first + depth + 5.5, style.theme.colors.headRule)
    frame.size.height = (first + depth + 8).roundedUp(to: kit.step)
    return frame
  }

  /// The heads that columns have in common, each over a rule as wide as its columns. Returns their height.
  private func addCommonHeads(at baseline: Length, in frame: inout Frame) throws -> Length {
    let runs = table.columns.commonHeads
    guard !runs.isEmpty else { return .zero }
    for (run, node) in zip(runs, table.nodes.commonHeads) {
      let (left, right) = (columns.lefts[run.lowerBound], columns.right(run.upperBound - 1))
      let line = try kit.typesetter.line(table.columns[run.lowerBound].common, style.head)
      frame.set(line, x: left + (right - left - line.width) / 2, baseline: baseline, owner: .node(node))
      frame.rule(y: baseline + 4, from: left, to: right, style.theme.colors.lightRule)
    }
    return style.head.leading + 4
  }
}
