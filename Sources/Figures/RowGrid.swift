import Geometry
import Pages
import Typesetting

/// Rows of a name, a plot, and figures in columns: what strips, dumbbells, dots and bullets stand in.
///
/// Where there is little room, columns are dropped by rank, then codes; names give way to short names and at last
/// are set on several lines. No name is lost.
public struct RowGrid: Sendable {
  public struct Row: Hashable, Sendable {
    public var code: String
    public var name: String
    public var shortName: String
    public var isStrong: Bool
    /// The sum of the others: in the colour of titles, and without a rule under it.
    public var isTotal = false
    /// White above it, beside what rows have.
    public var apart: Length = 0

    public init(_ name: String, short: String? = nil, code: String = "", isStrong: Bool = false) {
      (self.name, shortName, self.code, self.isStrong) = (name, short ?? name, code, isStrong)
    }
  }

  /// Figures in a column: one cell a row.
  public struct Column: Hashable, Sendable {
    public enum Side: Hashable, Sendable { case before, after }

    public var head: StyledText?
    public var cells: [StyledText]
    public var side: Side
    public var anchor: TextAnchor
    /// The highest are dropped first; 0 never is.
    public var rank: Int

    public init(
      _ head: StyledText? = nil, _ cells: [StyledText], side: Side = .after, anchor: TextAnchor = .end,
      rank: Int = 0
    ) {
      (self.head, self.cells, self.side, self.anchor, self.rank) = (head, cells, side, anchor, rank)
    }
  }

  public var rows: [Row]
  public var columns: [Column]
  /// The least height of a row.
  public var pitch: Length
  /// Kept free above the rows: heads, and an axis.
  public var headroom: Length

  public init(_ rows: [Row], _ columns: [Column], pitch: Length = 14, headroom: Length = 0) {
    (self.rows, self.columns, self.pitch, self.headroom) = (rows, columns, pitch, headroom)
  }

  /// The fullest form that leaves the plot its room.
  public func laid(width: Length, kit: Kit) throws -> RowLayout {
    let style = kit.theme.text.rowLabel
    let full = try rows.map { try kit.name($0.name, $0.style(style, kit)) }
    let short = try rows.map { try kit.name($0.shortName, $0.style(style, kit)) }
    let mixed = zip(full, short).map { $0.width <= width * 0.36 ? $0 : $1 }
    let codes = try rows.map {
      try kit.typesetter.line($0.code, style.weight(600).colored(kit.theme.colors.grey))
    }
    let columns = try columns.map { try SetColumn($0, kit) }
    let hasCodes = rows.contains { !$0.code.isEmpty }
    for kept in Self.reductions(of: columns) {
      for codes in hasCodes ? [codes, []] : [[]] {
        for (names, least) in [(full, 0.34), (mixed, 0.24), (short, 0.2)] {
          let layout = RowLayout(self, names, codes, kept, width: width)
          if layout.plotWidth >= max(40, width * least) { return layout }
        }
      }
    }
    return try wrapped(style, Self.reductions(of: columns).last ?? [], width, kit)
  }

  /// All columns, then without those that matter least, down to rank 0.
  private static func reductions(of columns: [SetColumn]) -> [[SetColumn]] {
    var kept = columns
    var all = [kept]
    while let last = kept.map(\.column.rank).max(), last > 0 {
      kept.removeAll { $0.column.rank == last }
      all.append(kept)
    }
    return all
  }

  /// Names on several lines, the last resort. The plot gives way to their widest word, down to a stub; a name with a
  /// word that has no room even so is broken, and told of.
  private func wrapped(
    _ style: TextStyle, _ kept: [SetColumn], _ width: Length, _ kit: Kit
  ) throws -> RowLayout {
    let bare = RowLayout(self, [], [], kept, width: width)
    var tight = style
    tight.leading = min(10, style.leading)
    let words = try rows.map {
      try kit.widestPiece(kit.language.typography($0.shortName), $0.style(tight, kit))
    }
    let usual = max(bare.plotWidth - max(40, width * 0.2), width * 0.2)
    let room = max(usual, min(words.max() ?? .zero, bare.plotWidth - Self.stub))
    let names = try rows.map { row in
      let text = kit.language.typography(row.shortName)
      let line = try kit.typesetter.line(text, row.style(style, kit))
      return line.width <= room ? line : try kit.wrapped(text, row.style(tight, kit), measure: room)
    }
    var layout = RowLayout(self, names, [], kept, width: width)
    layout.unplaced = zip(rows, words).filter { $1 > room + 0.1 }.map(\.0.shortName)
    return layout
  }

  /// The least that is left of a plot.
  private static let stub: Length = 24
}

extension RowGrid.Row {
  fileprivate func style(_ style: TextStyle, _ kit: Kit) -> TextStyle {
    if isTotal { return style.weight(600).colored(kit.theme.colors.navy) }
    return isStrong ? style.weight(600) : style
  }
}
