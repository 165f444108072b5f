import Pages
import Testing

@testable import Reports

/// What a figure shows of a measure is said wherever the measure is named: a change with its interval, a part with what it
/// is a part of.
@Suite struct CaptionTests {
  private struct Words {
    /// What stands on the page, with plain spaces.
    let page: String
    /// The alternative text.
    let alternative: String
  }

  private func words(_ block: String) throws -> Words {
    let edition = try Briefing.build("# Partie\n\n## Titre\n\n```\(block)\n```\n")
    let figure = try #require(edition.figures.first)
    return Words(
      page: edition.document.pages.map(\.frame.plainText).joined(separator: " "),
      alternative: (edition.document.structure[figure.node].alternative ?? "").plainSpaces)
  }

  @Test(arguments: [
    ("map T\nvalue: fds.amount.change / population\nby: departement\nclasses: jenks 5\naround: 0", "+26 €"),
    ("circles T\nvalue: fds.amount.change\nby: departement", "+43 M€"),
    ("bars T\nvalue: fds.amount.change\nby: region", "+87,2 M€"),
    ("bars T\nform: diverging\nvalue: fds.amount.change\nby: region", "+87,2 M€"),
    ("histogram T\nvalue: fds.amount.change\nby: departement", "du 2 au 11 avril 2021"),
  ])
  func aChangeIsSaidWithItsInterval(block: String, amount: String) throws {
    let words = try words(block)
    #expect(words.page.contains("du 2 au 11 avril 2021") && words.page.contains(amount), "\(words.page)")
    #expect(words.alternative.contains("variation du 2 au 11 avril 2021"), "\(words.alternative)")
    #expect(!words.page.contains("a reçu"))
  }

  @Test func aSeriesOfChangesHasManyIntervals() throws {
    let words = try words("line T\nvalue: fds.amount.change")
    #expect(words.page.contains("variation entre deux relevés : +340"), "\(words.page)")
  }

  @Test func aFilterIsPartOfTheScope() throws {
    let words = try words(
      "map T\nvalue: fds.amount / population where section = R\nby: departement\nclasses: quantile 4")
    #expect(words.page.contains("ensemble des volets ; section : Arts, spectacles"), "\(words.page)")
    #expect(words.alternative.contains("Arts, spectacles"), "\(words.alternative)")
  }

  @Test func measuresOfTwoFiltersHaveTwoNames() throws {
    let words = try words("line T\nvalue: fds.amount where region = 53, fds.amount where region = 94")
    #expect(words.alternative.contains("Montant versé, Bretagne"), "\(words.alternative)")
    #expect(words.page.contains("Corse") && !words.page.contains("région : "), "\(words.page)")
  }

  @Test func aFallIsExplained() throws {
    let words = try words("circles T\nvalue: pge.amount.change\nby: departement")
    #expect(words.page.contains("Un recul est une révision de la source"))
  }

  /// Of many lines, the one that stands out is told first, and those that are not named are counted.
  @Test func theWordsOfManyLinesLeaveNoneOut() throws {
    let words = try words(
      "line T\nvalue: fds.amount\nby: region\nhighlight: Mayotte\nevents: 2020-12-14 Fin du confinement"
    )
    .alternative
    #expect(words.contains("Courbes : Mayotte,") && words.contains("et 10 autres"), "\(words)")
    #expect(words.contains("Repères : Fin du confinement."), "\(words)")
  }

  @Test func aSparklineIsToldFromItsFirstValueToItsLast() throws {
    let words = try words("sparkline T\nvalue: fds.amount, pge.amount\nnames: Fonds; Prêts").alternative
    #expect(words.contains("Fonds : de 867 M€ au 17 avril 2020 à 21,46 Md€ au 11 avril 2021."), "\(words)")
    #expect(words.contains("Prêts : de ") && words.contains("à 135,7 Md€ au 9 avril 2021."), "\(words)")
  }
}
