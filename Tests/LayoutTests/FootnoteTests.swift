import Diagnostics
import Geometry
import Pages
import TestSupport
import Testing
import Typesetting

@testable import Layout

@Suite struct FootnoteTests {
  private static let bottom = Desk.grid.top + Desk.grid.height

  @Test func aNoteStandsAtTheFootOfThePage() throws {
    var desk = Desk()
    let item = desk.body("Le taux", note: "Rapport de deux montants.", then: " baisse.", opening: true)
    desk.text([item], columns: 1)
    let paged = try desk.paged()
    let note = try #require(paged.lines(of: desk.notes[0].node).first)
    #expect(note.text == "Rapport de deux montants.")
    #expect((note.baseline - Self.bottom).magnitude < 0.01, "on the last line of the page")
    #expect(paged.lines(of: item.node).map(\.text) == ["Le taux baisse."])
    let rules = paged.document.pages[0].frame.shapes().compactMap { $0.path.bounds }
      .filter { $0.minY > note.baseline - 30 && $0.maxY < note.baseline && $0.width > 50 }
    #expect(rules.count == 1, "a short rule above it")
    #expect(rules.allSatisfy { $0.width < Desk.grid.measure / 4 })
  }

  @Test func theWordAndTheCallStandOnOneLine() throws {
    var dice = Dice(seed: 5)
    for count in 1...40 {
      var desk = Desk()
      let words = Desk.words(count, &dice) + " mot"
      desk.text([desk.body(words, note: "Note.", then: " " + Desk.words(9, &dice), opening: true)])
      let texts = try desk.paged().texts(page: 0)
      let call = try #require(texts.first { $0.text == "1" })
      let before = try #require(texts.last { $0.origin.x < call.origin.x && $0.text.hasSuffix("mot") })
      #expect((before.origin.x + before.width - call.origin.x).magnitude < 0.01)
    }
  }

  @Test func theNoteOfALaterPartOfAParagraphStandsOnTheLaterPage() throws {
    var dice = Dice(seed: 7)
    var desk = Desk()
    let first = desk.body(Desk.words(560, &dice), opening: true)
    let words = Desk.words(500, &dice)
    let second = desk.body(words, note: "Note du bas.", then: " " + Desk.words(30, &dice))
    desk.text([first, second])
    let paged = try desk.paged()
    let pages = Set(paged.lines(of: second.node).map(\.page))
    #expect(pages == [0, 1], "the paragraph breaks over two pages")
    #expect(paged.page(of: desk.notes[0].node) == 1)
  }

  @Test func aNoteCalledTwiceIsPrintedOnce() throws {
    var desk = Desk()
    let first = desk.body("Une fois", note: "La note.", opening: true)
    var second = desk.body("Deux fois")
    second.text = second.text + StyledText([first.text.runs[1]])
    desk.text([first], columns: 1)
    desk.title("Plus loin")
    desk.text([second], columns: 1)
    let paged = try desk.paged()
    #expect(paged.document.pages.count == 2)
    #expect(paged.lines(of: desk.notes[0].node).map(\.page) == [0])
  }

  @Test func aNoteThatFillsAPageIsRefused() throws {
    var dice = Dice(seed: 9)
    var desk = Desk()
    let item = desk.body("Un mot", note: Desk.words(1500, &dice), opening: true)
    desk.text([item])
    let failure = try #require(throws: Failure.self) { try desk.paged() }
    #expect(failure.diagnostics.map(\.code) == ["note-too-long"])
  }

  /// Whatever the texts: each note once, whole, on the page of its call, below all text, in the order of the calls.
  @Test(arguments: 0..<40)
  func notesNeverLeaveTheirCalls(seed: Int) throws {
    var dice = Dice(seed: UInt64(seed))
    var desk = Desk()
    var items: [TextItem] = []
    for index in 0..<dice.roll(4...24) {
      let words = Desk.words(dice.roll(5...160), &dice)
      if dice.roll(0...2) == 0 {
        items.append(desk.body(words, opening: index == 0))
      } else {
        let note = Desk.words(dice.roll(3...90), &dice)
        let rest = " " + Desk.words(dice.roll(1...80), &dice)
        items.append(desk.body(words, note: note, then: rest, opening: index == 0))
      }
    }
    desk.text(items, columns: dice.roll(1...2))
    let paged = try desk.paged()
    for (index, note) in desk.notes.enumerated() {
      let lines = paged.lines(of: note.node)
      let call = paged.document.pages.indices.filter { page in
        paged.texts(page: page).contains { $0.text == "\(index + 1)" && $0.size < 7.5 }
      }
      #expect(Set(lines.map(\.page)) == Set(call) && call.count == 1)
      #expect(lines.map(\.text).joined(separator: " ").count >= note.text.plain.count)
    }
    for page in paged.document.pages.indices {
      let (foot, body) = paged.texts(page: page).partitioned { text in
        desk.notes.contains { $0.node == text.node || desk.structure[$0.node].children.first == text.node }
      }
      guard let top = foot.map({ $0.origin.y - $0.size }).min() else { continue }
      #expect(body.allSatisfy { $0.origin.y < top - 3 }, "page \(page + 1): text runs into its notes")
      #expect(foot.allSatisfy { $0.origin.y < Self.bottom + 0.01 })
    }
  }
}

extension Array {
  fileprivate func partitioned(_ isFirst: (Element) -> Bool) -> (first: [Element], rest: [Element]) {
    (filter(isFirst), filter { !isFirst($0) })
  }
}
