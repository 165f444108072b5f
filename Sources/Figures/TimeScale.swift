import Geometry
import Quantities

/// Maps days to places along a horizontal axis: equal days, equal widths.
public struct TimeScale: Hashable, Sendable {
  public let from, to: CalendarDate
  public let start, end: Length

  public init(_ from: CalendarDate, _ to: CalendarDate, from start: Length, to end: Length) {
    (self.from, self.to, self.start, self.end) = (from, to, start, end)
  }

  public func callAsFunction(_ date: CalendarDate) -> Length {
    guard to > from else { return start }
    return start + (end - start) * (Double(date - from) / Double(to - from))
  }

  /// The width of one day.
  public var day: Length { to > from ? (end - start) / Double(to - from) : .zero }

  /// A calendar month, as far as the scale shows it.
  public struct Month: Hashable, Sendable {
    /// Its first day, which may lie before the scale.
    public let first: CalendarDate
    public let from, to: Length

    public var centre: Length { (from + to) / 2 }
    public var width: Length { to - from }
  }

  /// Every month that the scale meets, in order.
  public var months: [Month] {
    var months: [Month] = []
    var first = from + (1 - from.day)
    while first < to {
      let next = first.nextMonth
      months.append(Month(first: first, from: self(max(first, from)), to: self(min(next, to))))
      first = next
    }
    return months
  }
}

extension CalendarDate {
  /// The first day of the month after this one.
  public var nextMonth: CalendarDate {
    let inside = self + (1 - day) + 31
    return inside + (1 - inside.day)
  }
}
