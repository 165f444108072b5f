import Diagnostics
import Quantities

#if canImport(Glibc)
  import Glibc
#elseif canImport(Musl)
  import Musl
#else
  import Darwin
#endif

/// The date that files carry where the environment gives one; the clock is never asked.
enum Clock {
  /// `SOURCE_DATE_EPOCH`, seconds since 1970 in UTC, as ISO 8601; `nil` where it is not set.
  static func sourceDate() throws -> String? {
    guard let text = getenv("SOURCE_DATE_EPOCH").map({ String(cString: $0) }), !text.isEmpty else {
      return nil
    }
    guard let seconds = Int(text), let date = iso(secondsSince1970: seconds) else {
      throw Failure(OutputMessage.badEpoch(text))
    }
    return date
  }

  /// `2021-04-11T08:00:00Z`; `nil` before 1970 and after 9999.
  static func iso(secondsSince1970 seconds: Int) -> String? {
    guard seconds >= 0, seconds < 253_402_300_800 else { return nil }
    let (days, rest) = seconds.quotientAndRemainder(dividingBy: 86_400)
    func two(_ number: Int) -> String { number < 10 ? "0\(number)" : "\(number)" }
    return
      "\(CalendarDate(dayNumber: days).iso)T\(two(rest / 3600)):\(two(rest / 60 % 60)):\(two(rest % 60))Z"
  }
}
