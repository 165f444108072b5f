import Quantities
import Testing

@testable import Language

@Suite struct DateTests {
  let french = Language.french

  private func day(_ iso: String) throws -> CalendarDate { try #require(CalendarDate(iso: iso)) }

  @Test func datesInWordsKeepDayAndMonthTogether() throws {
    let date = try day("2021-04-11")
    #expect(french.date(date) == "11\u{A0}avril 2021")
    #expect(french.date(date, .dayMonth) == "11\u{A0}avril")
    #expect(french.date(date, .monthYear) == "avril 2021")
    #expect(french.date(date, .month) == "avril")
    #expect(french.date(date, .short) == "11/04/2021")
    #expect(Language.english.date(date) == "11\u{A0}April 2021")
  }

  @Test func theFirstOfAMonthIsAnOrdinal() throws {
    #expect(french.date(try day("2020-05-01")) == "1er\u{A0}mai 2020")
    #expect(french.date(try day("2020-05-01"), .short) == "01/05/2020")
    #expect(Language.english.date(try day("2020-05-01")) == "1\u{A0}May 2020")
  }

  @Test func monthsAreAbbreviatedAsUsual() throws {
    let names = try (1...12).map { month in
      let date = try #require(CalendarDate(year: 2021, month: month, day: 1))
      return french.date(date, .monthAbbreviated)
    }
    #expect(
      names == [
        "janv.", "févr.", "mars", "avril", "mai", "juin", "juil.", "août", "sept.", "oct.", "nov.", "déc.",
      ])
  }

  @Test func aPeriodSaysOnceWhatItsEndsShare() throws {
    let end = try day("2021-04-11")
    #expect(french.period(from: try day("2021-04-02"), to: end) == "du 2 au 11\u{A0}avril 2021")
    #expect(
      french.period(from: try day("2021-02-28"), to: end) == "du 28\u{A0}février au 11\u{A0}avril 2021")
    #expect(
      french.period(from: try day("2020-12-31"), to: end)
        == "du 31\u{A0}décembre 2020 au 11\u{A0}avril 2021")
    #expect(french.period(from: try day("2021-04-01"), to: end) == "du 1er au 11\u{A0}avril 2021")
  }

  @Test func weeksAreThoseOfIso8601() throws {
    #expect(french.week(of: try day("2020-05-11")) == "semaine\u{A0}20")
    #expect(french.week(of: try day("2021-01-03")) == "semaine\u{A0}53")
  }

  @Test func daysAreCounted() {
    #expect(french.days(9) == "9\u{A0}jours")
    #expect(french.days(1) == "1\u{A0}jour")
    #expect(french.during(days: 21) == "en 21\u{A0}jours")
    #expect(Language.english.days(0) == "0\u{A0}days")
  }
}
