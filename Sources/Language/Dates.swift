import Quantities

/// The words and orders of dates. Patterns hold `{day}`, `{month}`, `{year}`.
struct CalendarWords: Hashable {
  let months: [String]
  let abbreviations: [String]
  /// "1er" in French; later days are plain numbers.
  let firstDay: String
  let long: String
  let short: String
  let dayMonth: String
  let monthYear: String
  /// "{from}" and "{to}".
  let period: String
  /// "depuis le {date}"
  let since: String
  let week: String
}

/// How much of a date is said.
public enum DateForm: Hashable, Sendable {
  /// 11 avril 2021
  case long
  /// 11/04/2021
  case short
  /// 11 avril
  case dayMonth
  /// avril 2021
  case monthYear
  /// avril
  case month
  /// avr., or the whole name when it is short
  case monthAbbreviated
}

extension Language {
  /// A date in words; a day and its month never part at a line's end.
  public func date(_ date: CalendarDate, _ form: DateForm = .long) -> String {
    switch form {
    case .long: filled(calendar.long, date)
    case .short: filled(calendar.short, date, digits: true)
    case .dayMonth: filled(calendar.dayMonth, date)
    case .monthYear: filled(calendar.monthYear, date)
    case .month: calendar.months[date.month - 1]
    case .monthAbbreviated: calendar.abbreviations[date.month - 1]
    }
  }

  /// "du 2 au 11 avril 2021", "du 28 février au 2 avril 2021": what both days share is said once.
  public func period(from start: CalendarDate, to end: CalendarDate) -> String {
    let sameYear = start.year == end.year
    let sameMonth = sameYear && start.month == end.month
    let from = sameMonth ? day(start) : date(start, sameYear ? .dayMonth : .long)
    return fill(calendar.period, ["from": from, "to": date(end)])
  }

  /// "depuis le 3 avril 2021"
  public func since(_ date: CalendarDate) -> String { fill(calendar.since, ["date": self.date(date)]) }

  /// "semaine 20", by ISO 8601.
  public func week(of date: CalendarDate) -> String {
    fill(calendar.week, ["week": String(date.isoWeek.week)])
  }

  /// "9 jours", "1 jour".
  public func days(_ count: Int) -> String {
    number(Double(count), decimals: 0) + units.space + plural(units.day, for: Double(count), decimals: 0)
  }

  private func day(_ date: CalendarDate) -> String { date.day == 1 ? calendar.firstDay : String(date.day) }

  private func filled(_ pattern: String, _ date: CalendarDate, digits: Bool = false) -> String {
    let month = digits ? twoDigits(date.month) : calendar.months[date.month - 1]
    let day = digits ? twoDigits(date.day) : day(date)
    return fill(pattern, ["day": day, "month": month, "year": String(date.year)])
  }

  private func twoDigits(_ number: Int) -> String { number < 10 ? "0\(number)" : String(number) }
}
