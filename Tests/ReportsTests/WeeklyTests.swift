import Geometry
import Pages
import Statistics
import Testing

@testable import Reports

/// What the pages of the briefing of 11 April 2021 say.
@Suite struct WeeklyTests {
  private func document() throws -> PagedDocument { try Briefing.weekly.get().document }

  /// Each figure beside what it is a figure of, as printed on one line or in one paragraph.
  @Test(arguments: [
    ("Fonds de solidarité, montant versé", "21,46 Md€"),
    ("Fonds de solidarité, aides versées", "8,12 millions"),
    ("Entreprises aidées au moins une fois", "1 997 006"),
    ("Prêts garantis par l’État accordés", "135,7 Md€"),
    ("Reports d’échéances fiscales", "3,44 Md€"),
    ("Aide du CPSTI, montant versé", "972 M€"),
    ("Bénéficiaires", "1 188 713"),
    ("Montant prêté", "79 M€"),
    ("Prêts accordés", "110"),
  ])
  func aTileShows(_ label: String, _ figure: String) throws {
    let texts = try document().pages.map { $0.frame.texts() }.first {
      $0.contains { $0.text.plainSpaces == label && $0.size < 10 }
    }
    let all = try #require(texts)
    let head = try #require(all.first { $0.text.plainSpaces == label })
    let below = all.filter {
      abs(($0.origin.x - head.origin.x).points) < 100 && $0.origin.y > head.origin.y
        && $0.origin.y < head.origin.y + 30 && $0.origin.x >= head.origin.x
    }
    let shown = below.sorted { $0.origin.x < $1.origin.x }.map(\.text).joined().plainSpaces
    #expect(shown.hasPrefix(figure), "\(label): \(shown)")
  }

  @Test(arguments: [
    "+340,2 M€ en 9 jours", "+992,0 M€ en 21 jours", "+7,2 M€ en 7 jours", "+8,4 M€ en 41 jours",
  ])
  func aChangeStatesItsDays(_ text: String) throws {
    #expect(try document().page(showing: text) != nil)
  }

  @Test(arguments: [
    ("Paris", "2 295,1 +42,9 695,2 146 863 3 301 1 068"),
    ("Bouches-du-Rhône", "784,0 +11,0 301,2 72 340 2 603 385"),
    ("Creuse", "21,4 +0,3 9,9 2 667 2 168 184"),
    ("Sans département connu", "232,2 +5,2 133,5 51 218 1 739 nd"),
    ("France", "21 463,5 +340,2 8 119,2 1 997 006 2 644 317"),
  ])
  func aRowOfTheTableOfDepartments(_ name: String, _ figures: String) throws {
    let lines = try document().pages.compactMap { $0.frame.line(of: name) }
    #expect(lines.contains("\(name) \(figures)"), "\(lines)")
  }

  @Test(arguments: [
    ("France", "135 749,0 +992,0 668 049 203,2 2 024"),
    ("France", "8 338 380 808 780,5 2 264 685 181 488,3"),
    ("France", "3 436,2 +7,2 112 636 30 507"),
    ("France", "78,9 110 7 265"),
    ("Pays de la Loire", "s s s"),
    ("Corse", "s s s"),
    ("La Réunion", "s s s"),
    ("Mayotte", "nd nd nd"),
  ])
  func aRowOfTheOtherTables(_ name: String, _ figures: String) throws {
    let lines = try document().pages.compactMap { $0.frame.line(of: name) }
    #expect(lines.contains("\(name) \(figures)"), "\(lines)")
  }

  @Test func theBriefingHasItsLength() throws {
    #expect((16...26).contains(try document().pages.count))
  }

  @Test func everyPageButTheCoverSaysItsNumber() throws {
    let document = try document()
    for index in document.pages.indices.dropFirst() {
      #expect(document.text(page: index).contains("\(index + 1) / \(document.pages.count)"))
    }
  }

  /// Producer, date of data and frequency, under the first title of each scheme.
  @Test(arguments: [
    "DGFiP · Données au 11 avril 2021 · relevés quotidiens, puis hebdomadaires",
    "DG Trésor, Banque de France, Bpifrance · Données au 9 avril 2021 · relevés hebdomadaires",
    "Dares · Données au 19 janvier 2021 · relevés toutes les deux à quatre semaines",
    "DGFiP · Données au 8 avril 2021 · relevés hebdomadaires",
    "Acoss, Urssaf · Données au 30 septembre 2020 · trois publications",
    "DGE · Données au 22 mars 2021 · deux publications",
  ])
  func aSchemeNamesItsSource(_ text: String) throws {
    #expect(try document().page(showing: text) != nil)
  }

  @Test func theContentsTellThePagesOfTheTitles() throws {
    let document = try document()
    let contents = try #require(document.page(showing: "Sommaire"))
    for section in ["Fonds de solidarité", "Prêts garantis par l’État", "Activité partielle"] {
      let line = try #require(document.pages[contents].frame.line(of: section))
      let number = try #require(Int(line.split(separator: " ").last ?? ""))
      let overline = document.pages[number - 1].frame.texts().contains {
        $0.text.plainSpaces == section && $0.origin.y.points < 100
      }
      #expect(overline, "\(section) is not on page \(number)")
    }
  }

  @Test func noTextMeetsAnother() throws {
    for (index, page) in try document().pages.enumerated() {
      let boxes = page.frame.texts().filter { !$0.text.allSatisfy(\.isWhitespace) && $0.width > 0 }
      for (at, a) in boxes.enumerated() {
        for b in boxes[(at + 1)...] where a.box.overlap(b.box) > 1.2 && a.origin.y != b.origin.y {
          Issue.record("page \(index + 1): “\(a.text)” meets “\(b.text)”")
        }
      }
    }
  }

  @Test func noTextLeavesItsPage() throws {
    for page in try document().pages {
      for text in page.frame.texts() {
        #expect(text.origin.x.points > 50 && (text.origin.x + text.width).points < 546, "\(text.text)")
      }
    }
  }
}

extension Rect {
  /// How far two boxes reach into each other, in points: the smaller of width and height of what they share.
  func overlap(_ other: Rect) -> Double {
    let width = min(maxX, other.maxX) - max(minX, other.minX)
    let height = min(maxY, other.maxY) - max(minY, other.minY)
    return min(width.points, height.points)
  }
}
