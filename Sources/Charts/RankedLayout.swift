import Figures
import Geometry
import Language
import Pages
import Statistics
import Typesetting

/// What ranked bars print at a given width, and where: the widest form that fits.
struct RankedLayout {
  /// A name as set: one line, or more where even the short name is too long.
  var names: [Frame]
  var totalName: Frame?
  var codes: [Frame]
  var columns: [FigureColumn]
  /// The right edge of each column.
  var edges: [Length]
  var heads: [Frame]
  var nameX: Length
  var bars: ClosedRange<Length>

  /// Between columns: wider where there is room.
  static func columnGap(_ width: Length) -> Length { min(9 + max(0, width - 300) * 0.08, 24) }
  static let barGap: Length = 10
}

/// Finds the layout by trying forms from the fullest to the barest.
struct RankedPlanner {
  let chart: RankedBars
  let width: Length
  let kit: Kit

  private var style: TextStyle { kit.theme.text.rowLabel }
  private var leastBar: Length { max(40, width * 0.16) }

  func plan() throws -> RankedLayout {
    let columns = chart.figureColumns(kit.language)
    let codes = try codeFrames()
    let full = try names { $0.label }
    let short = try names { $0.shortLabel }
    let mixed = zip(full, short).map { $0.width <= width * 0.36 ? $0 : $1 }
    for kept in reductions(of: columns) {
      for codes in codes.isEmpty ? [codes] : [codes, []] {
        for (names, least) in [(full, width * 0.34), (mixed, leastBar), (short, leastBar)] {
          let layout = try layout(names, codes, kept)
          if layout.bars.upperBound - layout.bars.lowerBound >= least { return layout }
        }
      }
    }
    return try wrapped(reductions(of: columns).last ?? [])
  }

  /// All columns, then without the ones that matter least, down to the first alone.
  private func reductions(of columns: [FigureColumn]) -> [[FigureColumn]] {
    var kept = columns
    var all = [kept]
    while let last = kept.map(\.rank).max(), last > 0 {
      kept.removeAll { $0.rank == last }
      all.append(kept)
    }
    return all
  }

  private func layout(
    _ names: [Frame], _ codes: [Frame], _ columns: [FigureColumn]
  ) throws -> RankedLayout {
    let widths = try columns.map(columnWidth)
    let heads = try columns.map(head)
    var edges: [Length] = []
    var edge = width
    for width in widths.reversed() {
      edges.insert(edge, at: 0)
      edge = edge - width - RankedLayout.columnGap(self.width)
    }
    let codeWidth = codes.map(\.width).max() ?? .zero
    let nameX = codeWidth > .zero ? codeWidth + 6 : .zero
    let nameEnd = nameX + (names.map(\.width).max() ?? .zero)
    let start = max(nameEnd, try totalName()?.width ?? .zero) + RankedLayout.barGap
    return RankedLayout(
      names: names, totalName: try totalName(), codes: codes, columns: columns, edges: edges, heads: heads,
      nameX: nameX, bars: start...max(start, edge))
  }

  /// Names on several lines, the last resort.
  private func wrapped(_ columns: [FigureColumn]) throws -> RankedLayout {
    let figures = try columns.reduce(Length.zero) { try $0 + columnWidth($1) + RankedLayout.columnGap(width) }
    let room = max(width - figures - RankedLayout.barGap - leastBar, 30)
    var tight = style
    tight.leading = 10
    let names = try chart.rows.indices.map { index in
      let member = chart.rows[index].member
      let label = try kit.name(member.shortLabel, nameStyle(index))
      if label.width <= room { return label }
      return try kit.wrapped(
        kit.language.typography(member.shortLabel),
        tight.weight(index == chart.leader ? 600 : style.font.weight), measure: room)
    }
    return try layout(names, [], columns)
  }

  private func names(_ text: (Member) -> String) throws -> [Frame] {
    try chart.rows.indices.map {
      try kit.name(text(chart.rows[$0].member), nameStyle($0))
    }
  }

  private func nameStyle(_ index: Int) -> TextStyle { index == chart.leader ? style.weight(600) : style }

  private func totalName() throws -> Frame? {
    try chart.total.map {
      let name = chart.table.isTerritorial ? $0.member.shortLabel : kit.language.words.total
      return try kit.name(name, style.weight(600).colored(kit.theme.colors.navy))
    }
  }

  private func codeFrames() throws -> [Frame] {
    guard chart.showsCodes else { return [] }
    return try chart.rows.map { row in
      try kit.typesetter.line(
        row.isRemainder ? "" : row.member.code, style.weight(600).colored(kit.theme.colors.grey))
    }
  }

  private func columnWidth(_ column: FigureColumn) throws -> Length {
    let cells = try (column.cells + [column.total]).map {
      try kit.typesetter.width(of: kit.typesetter.styled($0, style.weight(600)))
    }
    return max(cells.max() ?? .zero, try head(column).width)
  }

  private func head(_ column: FigureColumn) throws -> Frame {
    try kit.label(
      column.head.map { kit.typesetter.styled($0, kit.theme.text.axis) }, anchor: .end)
  }
}
