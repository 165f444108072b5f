import Testing

@testable import Quantities

@Suite struct CalendarDateTests {
  @Test(arguments: [
    ("1970-01-01", 0), ("2000-02-29", 11_016), ("2021-04-11", 18_728), ("1969-12-31", -1),
    ("0001-01-01", -719_162),
    ("9999-12-31", 2_932_896),
  ])
  func daysAreCountedFrom1970(iso: String, number: Int) throws {
    let date = try #require(CalendarDate(iso: iso))
    #expect(date.dayNumber == number)
    #expect(date.iso == iso)
  }

  @Test(arguments: [
    "2021-02-29", "2100-02-29", "2021-13-01", "2021-00-10", "2021-04-31", "2021-4-11", "21-04-11",
    "2021/04/11", "",
    "2021-04-1a", "0000-01-01", "2021-04-110",
  ])
  func whatIsNoDayIsRefused(text: String) { #expect(CalendarDate(iso: text) == nil) }

  /// Four hundred years have 146 097 days: every one survives the way there and back, and weekdays follow each other.
  @Test func everyDayOfTheCalendarComesBack() throws {
    let start = try #require(CalendarDate(year: 1800, month: 1, day: 1))
    var before = start + -1
    for offset in 0..<146_097 {
      let date = start + offset
      let again = CalendarDate(year: date.year, month: date.month, day: date.day)
      guard again == date, date.weekday == before.weekday % 7 + 1, date > before else {
        Issue.record("\(date) after \(before)")
        return
      }
      before = date
    }
    #expect(start + 146_097 == CalendarDate(year: 2200, month: 1, day: 1))
  }

  @Test(arguments: [
    ("2021-04-11", 7, 2021, 14), ("2021-01-03", 7, 2020, 53), ("2021-01-04", 1, 2021, 1),
    ("2018-12-31", 1, 2019, 1),
    ("2020-12-31", 4, 2020, 53), ("2016-01-03", 7, 2015, 53),
  ])
  func weeksAreThoseOfISO8601(iso: String, weekday: Int, year: Int, week: Int) throws {
    let date = try #require(CalendarDate(iso: iso))
    #expect(date.weekday == weekday)
    #expect(date.isoWeek == (year, week))
  }

  @Test func datesAreOrderedAndSubtracted() throws {
    let (a, b) = (
      try #require(CalendarDate(iso: "2021-04-02")), try #require(CalendarDate(iso: "2021-04-11"))
    )
    #expect(a < b)
    #expect(b - a == 9)
    #expect(a + 9 == b)
  }
}

@Suite struct PublishedTests {
  private let all: [Published<Int>] = [.value(6), .secret, .unavailable]

  /// What is computed with a secret is secret, whatever else is missing.
  @Test func secrecyWinsOverAbsenceAndAbsenceOverAValue() {
    for other in all {
      #expect(Published<Int>.secret.combined(with: other, +) == .secret)
      #expect(other.combined(with: Published<Int>.secret, +) == .secret)
    }
    #expect(Published<Int>.unavailable.combined(with: Published.value(1), +) == .unavailable)
    #expect(Published.value(1).combined(with: Published<Int>.unavailable, +) == .unavailable)
    #expect(Published.value(1).combined(with: Published.value(2), +) == .value(3))
  }

  @Test func mappingKeepsWhyThereIsNoValue() {
    #expect(all.map { $0.map { $0 * 2 } } == [.value(12), .secret, .unavailable])
    #expect(all.map(\.value) == [6, nil, nil])
  }
}
