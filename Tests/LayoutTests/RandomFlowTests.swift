import Geometry
import Pages
import TestSupport
import Testing
import Typesetting

@testable import Layout

/// What holds of every page, whatever stands on it.
@Suite struct RandomFlowTests {
  /// A text of the report with its items, in order.
  private struct Text {
    var items: [TextItem]
    var columns: Int
  }

  private struct Report {
    var desk = Desk()
    var titles: [NodeID] = []
    var texts: [Text] = []
    var figures: [NodeID] = []
    var tables: [(nodes: TableBlock.Nodes, rows: [TableBlock.Row])] = []
  }

  private func report(_ seed: UInt64) -> Report {
    var dice = Dice(seed: seed)
    var report = Report()
    report.titles.append(report.desk.title("Un titre " + Desk.words(4, &dice)))
    var followsTitle = true
    for _ in 0..<dice.roll(3...12) {
      // Nobody writes a title under a title.
      let kind = dice.roll(followsTitle ? 1...6 : 0...6)
      followsTitle = kind == 0
      switch kind {
      case 0:
        report.titles.append(
          report.desk.title(
            "Un titre " + Desk.words(dice.roll(3...20), &dice), startsPage: dice.roll(0...1) == 0))
      case 1, 2:
        report.figures.append(report.desk.figure("Une figure", height: .pt(Double(dice.roll(40...500)))))
      case 3:
        let rows = rows(&dice)
        report.tables.append((report.desk.table(rows), rows))
      default: report.texts.append(text(&report.desk, &dice))
      }
    }
    return report
  }

  private func text(_ desk: inout Desk, _ dice: inout Dice) -> Text {
    let items = (0..<dice.roll(1...9)).map { index -> TextItem in
      switch dice.roll(0...5) {
      case 0: desk.heading("Un intertitre " + Desk.words(dice.roll(1...6), &dice))
      case 1: desk.point(Desk.words(dice.roll(3...40), &dice))
      default: desk.body(Desk.words(dice.roll(1...160), &dice), opening: index == 0)
      }
    }
    let columns = dice.roll(1...2)
    desk.text(items, columns: columns)
    return Text(items: items, columns: columns)
  }

  private func rows(_ dice: inout Dice) -> [TableBlock.Row] {
    var rows: [TableBlock.Row] = []
    let isGrouped = dice.roll(0...1) == 0
    for _ in 0..<dice.roll(1...14) {
      if isGrouped { rows.append(Desk.row(.group, rows.count)) }
      for _ in 0..<dice.roll(2...14) {
        rows.append(Desk.row(isGrouped ? .member : .plain, rows.count))
      }
    }
    if dice.roll(0...1) == 0 { rows.append(Desk.row(.remainder, rows.count)) }
    if dice.roll(0...1) == 0 { rows.append(Desk.row(.total, rows.count)) }
    return rows
  }

  private static let seeds: [UInt64] = Array(1...24)

  @Test(arguments: seeds)
  func everyPageIsWellMade(seed: UInt64) throws {
    let report = report(seed)
    let paged = try report.desk.paged()
    #expect(paged.warnings.isEmpty)
    expectInside(paged)
    for text in report.texts {
      expectOnTheGrid(text, paged)
      expectNoWidowOrOrphan(text, paged)
      expectHeadingsKept(text, paged)
      expectNoDividedWordOverPages(text, paged)
    }
    for title in report.titles { expectFollowed(title, paged) }
    for (nodes, rows) in report.tables { expectWholeTable(nodes, rows, paged) }
    expectReadingOrder(report, paged)
  }

  @Test(arguments: seeds.prefix(4))
  func theSameReportGivesTheSamePages(seed: UInt64) throws {
    #expect(try report(seed).desk.paged().document == report(seed).desk.paged().document)
  }

  // MARK: Properties

  /// Text may hang 1 mm past the right edge (hyphens and points), nothing else may leave the text block.
  private func expectInside(_ paged: Paged) {
    let grid = Desk.grid
    let block = Rect(x: grid.left, y: grid.top, width: grid.measure, height: grid.height)
    for page in paged.document.pages.indices {
      for text in paged.texts(page: page) {
        let right = text.origin.x + text.width
        #expect(
          text.origin.x >= block.minX - .hair && right <= block.maxX + .mm(1.01), "\(page): \(text.text)")
        #expect(text.origin.y >= block.minY && text.origin.y <= block.maxY + .hair, "\(page): \(text.text)")
      }
      let shapes = paged.document.pages[page].frame.shapes().compactMap(\.path.bounds)
      for box in shapes where (box.minY - .mm(16.6)).magnitude > 0.01 {
        #expect(block.expanded(by: .hair).contains(box), "\(page): \(box)")
      }
    }
  }

  private func expectOnTheGrid(_ text: Text, _ paged: Paged) {
    let step = Desk.grid.baseline.points / 2
    for line in text.items.flatMap({ paged.lines(of: $0.node) }) {
      let steps = (line.baseline - Desk.grid.top).points / step
      #expect(abs(steps - steps.rounded()) < 0.01, "\(line.text) stands \(steps) half lines down")
    }
  }

  /// A paragraph leaves two lines at least on each side of a break.
  private func expectNoWidowOrOrphan(_ text: Text, _ paged: Paged) {
    for item in text.items {
      let parts = Dictionary(grouping: paged.lines(of: item.node)) { [$0.page, $0.column] }
      guard parts.count > 1 else { continue }
      #expect(
        parts.values.allSatisfy { $0.count >= 2 },
        "\(item.text.plain.prefix(40)): \(parts.mapValues(\.count))")
    }
  }

  /// A heading stands in one piece right above the start of what follows: two lines of it, or all where it is shorter.
  private func expectHeadingsKept(_ text: Text, _ paged: Paged) {
    for (heading, next) in zip(text.items, text.items.dropFirst()) where heading.keepsWithNext {
      let lines = paged.lines(of: heading.node)
      let following = paged.lines(of: next.node)
      #expect(Set(lines.map { [$0.page, $0.column] }).count == 1)
      guard let last = lines.last, let first = following.first else { continue }
      #expect(first.page == last.page && first.column == last.column, "\(last.text)")
      if following.count > 1, !next.keepsWithNext {
        #expect(following[1].page == last.page && following[1].column == last.column, "\(last.text)")
      }
    }
  }

  private func expectNoDividedWordOverPages(_ text: Text, _ paged: Paged) {
    for item in text.items {
      let lines = paged.lines(of: item.node)
      for (line, next) in zip(lines, lines.dropFirst()) where line.page != next.page {
        #expect(!line.text.hasSuffix("-") && !line.text.hasSuffix("\u{2010}"), "\(line.text)")
      }
    }
  }

  /// Something stands below a title on its page.
  private func expectFollowed(_ title: NodeID, _ paged: Paged) {
    guard let last = paged.lines(of: title).last else { return }
    let isLastBlock = paged.document.pages.count == last.page + 1
    let below = paged.texts(page: last.page).contains { $0.origin.y > last.baseline + 1 && $0.node != title }
    #expect(below || isLastBlock, "\(last.text) stands alone")
  }

  private func expectWholeTable(_ nodes: TableBlock.Nodes, _ rows: [TableBlock.Row], _ paged: Paged) {
    var places: [(page: Int, y: Length)] = []
    for (index, row) in nodes.cells.enumerated() {
      let lines = paged.lines(of: row[1])
      #expect(lines.map(\.text) == ["Ligne \(index)"], "each row once")
      if let line = lines.first { places.append((line.page, line.baseline)) }
    }
    #expect(zip(places, places.dropFirst()).allSatisfy { $0 < $1 }, "in order")
    for (page, part) in Dictionary(grouping: places.indices, by: { places[$0].page }) {
      guard part.count < rows.count else { continue }
      expectPart(part, of: rows, paged.texts(page: page).map(\.text), isFirst: part[0] == 0)
    }
  }

  private func expectPart(_ part: [Int], of rows: [TableBlock.Row], _ texts: [String], isFirst: Bool) {
    #expect(part.count >= 2)
    #expect(texts.contains("Montant") && texts.contains("M€"), "the head is repeated")
    let first = rows[part[0]]
    let isLast = part.last == rows.count - 1
    if !isLast { #expect(texts.contains("Suite page suivante")) }
    if !isFirst {
      #expect(texts.contains { $0.contains("(suite)") })
      if first.role == .member {
        let group = rows[..<part[0]].lastIndex { $0.role == .group }
        #expect(group.map { texts.contains("Ligne \($0)") } == true, "an open group is repeated")
      }
      #expect(first.role != .total)
    }
    if let last = part.last, !isLast {
      #expect(rows[last].role != .group, "a group's line is not alone at the foot")
      let members = part.reversed().prefix { rows[$0].role == .member }
      if rows[last + 1].role == .member {
        #expect(members.count >= 2 || members.count == part.count, "two members stay with their group")
      }
    }
  }

  /// Nodes stand in the order in which they were written.
  private func expectReadingOrder(_ report: Report, _ paged: Paged) {
    let pages = report.texts.flatMap { $0.items.compactMap { paged.page(of: $0.node) } }
    #expect(zip(pages, pages.dropFirst()).allSatisfy { $0 <= $1 })
    let titles = report.titles.compactMap { paged.page(of: $0) }
    #expect(titles.count == report.titles.count)
    #expect(zip(titles, titles.dropFirst()).allSatisfy { $0 <= $1 })
  }
}
