import Diagnostics
import Geometry
import Pages
import TestSupport
import Testing
import Typesetting

@testable import Layout

@Suite struct PagingTests {
  // MARK: Columns

  @Test(arguments: [40, 90, 150, 260, 420])
  func twoColumnsAreBalanced(words: Int) throws {
    var dice = Dice(seed: UInt64(words))
    var desk = Desk()
    let item = desk.body(Desk.words(words, &dice), opening: true)
    desk.text([item])
    let lines = try desk.paged().lines(of: item.node)
    let (left, right) = (lines.count { $0.column == 0 }, lines.count { $0.column == 1 })
    #expect(left >= right && left - right <= 2, "\(left) and \(right) lines")
    #expect(left + right == lines.count)
  }

  @Test func columnsAreFilledPageAfterPageAndBalancedOnTheLast() throws {
    var dice = Dice(seed: 2)
    var desk = Desk()
    let items = (0..<12).map { desk.body(Desk.words(180, &dice), opening: $0 == 0) }
    desk.text(items)
    let paged = try desk.paged()
    let lines = items.flatMap { paged.lines(of: $0.node) }
    let last = try #require(lines.map(\.page).max())
    #expect(last > 0)
    let full = lines.filter { $0.page == 0 && $0.column == 0 }
    #expect(full.count >= 48, "50 lines of 14 pt, less what a widow needs")
    let ends = (0...1).map { column in lines.count { $0.page == last && $0.column == column } }
    #expect(abs(ends[0] - ends[1]) <= 3)
  }

  @Test func bothColumnsStandOnTheSameLines() throws {
    var dice = Dice(seed: 3)
    var desk = Desk()
    let items = (0..<3).map { desk.body(Desk.words(80, &dice), opening: $0 == 0) }
    desk.text(items)
    let paged = try desk.paged()
    let lines = items.flatMap { paged.lines(of: $0.node) }
    let left = Set(lines.filter { $0.column == 0 }.map(\.baseline))
    #expect(lines.filter { $0.column == 1 }.allSatisfy { left.contains($0.baseline) })
  }

  // MARK: Places

  @Test func theFirstLineOfAPageStandsOnTheFirstBaseline() throws {
    var desk = Desk()
    let item = desk.body("Un mot.", opening: true)
    desk.text([item], columns: 1)
    let line = try #require(try desk.paged().lines(of: item.node).first)
    #expect((line.baseline - Desk.grid.top - Desk.grid.baseline).magnitude < 0.01)
    #expect(line.x == Desk.grid.left)
  }

  @Test func distancesBetweenBlocksCollapse() throws {
    var desk = Desk()
    let items = (0..<2).map { _ in desk.body("Un mot.", opening: true) }
    for (item, placement) in zip(items, [Placement(above: 0, below: 28), Placement(above: 14, below: 0)]) {
      desk.blocks.append(TextBlock([item], placement: placement))
    }
    let paged = try desk.paged()
    let lines = items.flatMap { paged.lines(of: $0.node) }
    #expect(
      (lines[1].baseline - lines[0].baseline - 42).magnitude < 0.01, "the larger of 28 and 14, and a line")
  }

  @Test func aFigureThatDoesNotFitWaitsForTheNextPage() throws {
    var desk = Desk()
    let first = desk.figure("Une", height: 400)
    let second = desk.figure("Deux", height: 400)
    let paged = try desk.paged()
    #expect(paged.document.pages.count == 2)
    #expect(paged.page(of: first) == 0)
    #expect(paged.page(of: second) == 1)
  }

  @Test func aTitleMovesWithAFigureThatDoesNotFit() throws {
    var desk = Desk()
    desk.figure("Une", height: 400)
    let title = desk.title("Un titre", startsPage: false)
    desk.figure("Deux", height: 400)
    #expect(try desk.paged().page(of: title) == 1)
  }

  @Test func whatStartsAPageDoesSoAfterALeadToo() throws {
    var desk = Desk()
    desk.title("Un")
    let lead = desk.body("Un chapeau.", opening: true)
    desk.blocks.append(TextBlock.lead(lead.text, node: lead.node))
    let second = desk.title("Deux")
    let paged = try desk.paged()
    #expect(paged.page(of: lead.node) == 0)
    #expect(paged.page(of: second) == 1)
  }

  @Test func cellsOfARowStandSideBySideAtOneHeight() throws {
    var desk = Desk()
    let items = (0..<2).map { _ in desk.body("Un mot.", opening: true) }
    desk.blocks = [
      Row([
        .init(columns: 7, [TextBlock([items[0]])]), .init(columns: 4, skipping: 1, [TextBlock([items[1]])]),
      ])
    ]
    let paged = try desk.paged()
    let lines = items.flatMap { paged.lines(of: $0.node) }
    #expect(lines[0].baseline == lines[1].baseline)
    let grid = Desk.grid
    #expect((lines[1].x - grid.left - grid.width(columns: 8) - grid.gutter).magnitude < 0.01)
  }

  @Test func whatIsHigherThanAPageIsNamedWithItsPlace() throws {
    var desk = Desk()
    desk.figure("Une", height: 900)
    let source = SourceFile(path: "report.md", text: "un\n```map\n")
    desk.blocks[0].placement.source = Span(source, line: 2, column: 1)
    let failure = try #require(throws: Failure.self) { try desk.paged() }
    #expect(
      failure.diagnostics.map(\.humanText) == [
        """
        report.md:2:1: error[block-too-tall]: this block is higher than the 700.16 pt of a page, and cannot be divided
          2 | ```map
            | ^
            = help: give it less `height` or fewer rows (`top`), or divide it; beside others, more `columns` make it lower
        """
      ])
  }

  @Test func aTableWiderThanThePageIsRefused() throws {
    var desk = Desk()
    let columns = (0..<14).map { TableBlock.Column("Une colonne bien large \($0)", .number) }
    desk.blocks.append(
      TableBlock(
        Caption(title: "Large"), columns: columns, rows: [], notes: [], in: &desk.structure,
        under: Structure.root))
    let failure = try #require(throws: Failure.self) { try desk.paged() }
    #expect(failure.diagnostics.map(\.code) == ["table-too-wide"])
  }

  // MARK: Head and foot

  @Test func everyPageButTheCoverHasItsNumberOfTheTotal() throws {
    var desk = Desk()
    for _ in 0..<3 { desk.figure("Une", height: 500) }
    let nodes = Cover.Nodes(title: "Rapport", in: &desk.structure, under: Structure.root)
    let cover = Cover(title: "Rapport", nodes: nodes)
    let pages = try desk.paged(cover: cover).document.pages
    #expect(pages.count == 4)
    let texts = pages.map { $0.frame.ownedTexts().map(\.text) }
    #expect(!texts[0].contains(" / 4"))
    for number in 2...4 {
      #expect(texts[number - 1].contains("\(number)") && texts[number - 1].contains(" / 4"))
      #expect(texts[number - 1].contains("Agence"))
    }
    #expect(pages.map(\.label) == ["1", "2", "3", "4"])
  }

  // MARK: Contents

  /// Contents that stand before what they list, long enough to move it: the numbers are those of the last pass.
  @Test(arguments: [1, 8, 40])
  func contentsNameThePagesWhereTitlesStand(sections: Int) throws {
    var desk = Desk()
    let targets = (0..<sections).map { index -> NodeID in
      let node = desk.title("Section \(index)")
      for _ in 0..<(index % 3) { desk.figure("Une", height: 450) }
      return node
    }
    let entries = targets.enumerated().map { index, target in
      ContentsBlock.Entry(
        number: "\(index + 1)", title: "Section \(index)", target: target,
        node: desk.structure.add(.contentsItem))
    }
    desk.blocks.insert(ContentsBlock(entries), at: 0)
    let paged = try desk.paged()
    #expect(paged.warnings.isEmpty)
    for (entry, target) in zip(entries, targets) {
      let line = try #require(paged.lines(of: entry.node).first)
      let page = try #require(paged.page(of: target))
      #expect(line.text.hasSuffix("\(entry.title)\(page + 1)"), "\(line.text), but it stands on \(page + 1)")
    }
  }

  @Test func bookmarksLeadToTheirHeadings() throws {
    var desk = Desk()
    let first = desk.title("Un")
    desk.figure("Une", height: 600)
    let second = desk.title("Deux")
    let paged = try desk.paged()
    #expect(paged.document.bookmarks.map(\.title) == ["Un", "Deux"])
    #expect(paged.document.bookmarks.map(\.page) == [first, second].compactMap { paged.page(of: $0) })
    #expect(paged.document.bookmarks.allSatisfy { $0.level == 1 })
  }

  // MARK: Tables

  @Test func aTableOnOnePageEndsWithItsNotes() throws {
    var desk = Desk()
    let nodes = desk.table((0..<6).map { Desk.row($0 == 5 ? .total : .plain, $0) })
    let paged = try desk.paged()
    #expect(paged.document.pages.count == 1)
    let note = try #require(paged.lines(of: nodes.notes).first)
    let total = try #require(paged.lines(of: nodes.cells[5][1]).first)
    #expect(note.baseline > total.baseline)
    #expect(!paged.texts(page: 0).contains { $0.text.contains("suite") || $0.text.contains("Suite") })
  }

  @Test func numbersOfAColumnEndAtOneEdge() throws {
    var desk = Desk()
    let rows = ["1,0", "12,0", "1 234,0"].map {
      TableBlock.Row(.plain, [.text("A"), .text("Ligne"), .text($0)])
    }
    let nodes = desk.table(rows)
    let texts = try desk.paged().texts(page: 0)
    let ends = nodes.cells.compactMap { row in
      texts.first { $0.node == row[2] }.map { $0.origin.x + $0.width }
    }
    #expect(ends.count == 3)
    #expect(ends.allSatisfy { ($0 - ends[0]).magnitude < 0.01 })
  }

  @Test func membersStandIndentedUnderTheirGroup() throws {
    var desk = Desk()
    let nodes = desk.table([Desk.row(.group, 0), Desk.row(.member, 1), Desk.row(.member, 2)])
    let paged = try desk.paged()
    let places = nodes.cells.compactMap { paged.lines(of: $0[1]).first?.x }
    #expect((places[1] - places[0] - 6).magnitude < 0.01)
    #expect(places[1] == places[2])
  }
}
