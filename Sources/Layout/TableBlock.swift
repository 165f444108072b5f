import Geometry
import Pages
import Typesetting

/// A table: heads of two lines, perhaps under common heads, groups with members, numbers aligned, a total; it goes on
/// over pages.
public struct TableBlock: ReadyBlock {
  public struct Column: Hashable, Sendable {
    public enum Content: Hashable, Sendable {
      /// Left-aligned; the first such column takes what width is left.
      case text
      /// Left-aligned, grey, narrow.
      case code
      /// Right-aligned; one number of decimals a column keeps the decimal marks aligned.
      case number
      /// Bars from an axis; `mean` from 0 to 1 is marked by a dashed line.
      case bars(mean: Double?)
    }

    public var name: String
    /// The second line of the head.
    public var unit: String
    /// The head that it has in common with its neighbours of the same one: "Volet 1"; empty for none.
    public var common: String
    public var content: Content

    public init(_ name: String, unit: String = "", under common: String = "", _ content: Content) {
      (self.name, self.unit, self.common, self.content) = (name, unit, common, content)
    }
  }

  public enum Cell: Hashable, Sendable {
    case text(String)
    /// "s", "nd", "–": grey.
    case sign(String)
    /// From 0 to 1 of the bar's full length.
    case bar(Double)
    case empty
  }

  public enum Role: Hashable, Sendable {
    /// The line of a group, with its own values; its members follow.
    case group
    case member
    /// A row of a table without groups.
    case plain
    /// "Autres", "sans département": what is left over, before the total.
    case remainder
    case total
  }

  public struct Row: Hashable, Sendable {
    public var role: Role
    /// One for each column.
    public var cells: [Cell]

    public init(_ role: Role, _ cells: [Cell]) { (self.role, self.cells) = (role, cells) }
  }

  public var placement = Placement(above: 28, below: 14)
  public var caption: Caption
  public var columns: [Column]
  public var rows: [Row]
  public var notes: [Note]
  public var nodes: Nodes

  /// Makes the table's nodes under `parent`.
  public init(
    _ caption: Caption, columns: [Column], rows: [Row], notes: [Note], in structure: inout Structure,
    under parent: NodeID
  ) {
    (self.caption, self.columns, self.rows, self.notes) = (caption, columns, rows, notes)
    nodes = Nodes(caption: caption, columns: columns, rows: rows, in: &structure, under: parent)
  }

  public func ready(width: Length, kit: LayoutKit) throws -> any Block {
    TablePart(placement: placement, setting: try TableSetting(self, width: width, kit: kit), start: 0)
  }
}

extension TableBlock {
  /// The structure of a table: what belongs to which cell.
  public struct Nodes: Hashable, Sendable {
    public var table, caption, notes: NodeID
    public var heads: [NodeID]
    /// Of the heads that columns have in common, in their order.
    public var commonHeads: [NodeID]
    /// By row, then column.
    public var cells: [[NodeID]]

    init(
      caption text: Caption, columns: [Column], rows: [Row], in structure: inout Structure,
      under parent: NodeID
    ) {
      table = structure.add(.table, in: parent, title: text.title)
      caption = structure.add(.caption, in: table)
      let head = structure.add(.tableHead, in: table)
      (commonHeads, heads) = Self.heads(columns, in: &structure, under: head)
      let body = structure.add(.tableBody, in: table)
      let naming = columns.firstIndex { $0.content == .text }
      cells = rows.map { _ in
        let row = structure.add(.row, in: body)
        return Self.cells(columns) { structure.add($0 == naming ? .headerCell(.row) : .cell, in: row) }
      }
      notes = structure.add(.note, in: parent)
    }

    /// One row of heads, or two where columns have heads in common: these span their columns, and those of all
    /// other columns reach down into the second row.
    private static func heads(
      _ columns: [Column], in structure: inout Structure, under head: NodeID
    ) -> (common: [NodeID], own: [NodeID]) {
      let top = structure.add(.row, in: head)
      let runs = columns.commonHeads
      guard !runs.isEmpty else {
        return ([], cells(columns) { _ in structure.add(.headerCell(.column), in: top) })
      }
      let bottom = structure.add(.row, in: head)
      var common: [NodeID] = []
      let own = cells(columns) { index in
        guard let run = runs.first(where: { $0.contains(index) }) else {
          let node = structure.add(.headerCell(.column), in: top)
          structure[node].rowSpan = 2
          return node
        }
        if columns[run].firstIndex(where: { !$0.isBars }) == index {
          common.append(structure.add(.headerCell(.column), in: top))
          structure[common[common.count - 1]].columnSpan = columns[run].count { !$0.isBars }
        }
        return structure.add(.headerCell(.column), in: bottom)
      }
      return (common, own)
    }

    /// A node for each column; bars have none of their own, and go with the figure they draw, or the cell before.
    private static func cells(_ columns: [Column], _ make: (Int) -> NodeID) -> [NodeID] {
      var nodes: [NodeID?] = columns.indices.map { index in
        columns[index].isBars && columns.count > 1 ? nil : make(index)
      }
      for index in nodes.indices where nodes[index] == nil {
        nodes[index] = nodes[(index + 1)...].compactMap { $0 }.first ?? nodes[..<index].compactMap { $0 }.last
      }
      return nodes.compactMap { $0 }
    }
  }
}

extension TableBlock.Column {
  var isBars: Bool { if case .bars = content { true } else { false } }
}

extension [TableBlock.Column] {
  /// The runs of neighbours that have a head in common.
  var commonHeads: [Range<Int>] {
    var runs: [Range<Int>] = []
    for index in indices where !self[index].common.isEmpty {
      if let last = runs.last, last.upperBound == index, self[last.lowerBound].common == self[index].common {
        runs[runs.count - 1] = last.lowerBound..<(index + 1)
      } else {
        runs.append(index..<(index + 1))
      }
    }
    return runs
  }
}
