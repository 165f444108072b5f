import Geometry
import Pages
import Typesetting

/// A table: heads of two lines, groups with members, numbers aligned, a total; it goes on over pages.
public struct TableBlock: Block {
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
    public var content: Content

    public init(_ name: String, unit: String = "", _ content: Content) {
      (self.name, self.unit, self.content) = (name, unit, content)
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

  public func next(in region: Region, kit: LayoutKit) throws -> Portion {
    let setting = try TableSetting(self, width: region.width, kit: kit)
    return try TablePart(placement: placement, setting: setting, start: 0).next(in: region, kit: kit)
  }
}

extension TableBlock {
  /// The structure of a table: what belongs to which cell.
  public struct Nodes: Hashable, Sendable {
    public var table, caption, notes: NodeID
    public var heads: [NodeID]
    /// By row, then column.
    public var cells: [[NodeID]]

    init(
      caption text: Caption, columns: [Column], rows: [Row], in structure: inout Structure,
      under parent: NodeID
    ) {
      table = structure.add(.table, in: parent, title: text.title)
      caption = structure.add(.caption, in: table)
      let headRow = structure.add(.row, in: structure.add(.tableHead, in: table))
      heads = Self.cells(columns) { _ in structure.add(.headerCell(.column), in: headRow) }
      let body = structure.add(.tableBody, in: table)
      let naming = columns.firstIndex { $0.content == .text }
      cells = rows.map { _ in
        let row = structure.add(.row, in: body)
        return Self.cells(columns) { structure.add($0 == naming ? .headerCell(.row) : .cell, in: row) }
      }
      notes = structure.add(.note, in: parent)
    }

    /// A node for each column; bars have none of their own, and go with the figure they draw, or the cell before.
    private static func cells(_ columns: [Column], _ make: (Int) -> NodeID) -> [NodeID] {
      var nodes: [NodeID?] = columns.indices.map { index in
        if case .bars = columns[index].content, columns.count > 1 { nil } else { make(index) }
      }
      for index in nodes.indices where nodes[index] == nil {
        nodes[index] = nodes[(index + 1)...].compactMap { $0 }.first ?? nodes[..<index].compactMap { $0 }.last
      }
      return nodes.compactMap { $0 }
    }
  }
}
