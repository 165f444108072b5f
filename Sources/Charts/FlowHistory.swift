import Quantities
import Statistics

/// A cumulative measure as its published snapshots give it, and what happened between them.
///
/// Withheld snapshots are passed over: an interval runs from one published value to the next.
struct FlowHistory: Hashable {
  struct Level: Hashable {
    var date: CalendarDate
    var value: Double
  }

  /// What was added between two snapshots.
  struct Interval: Hashable {
    var from, to: CalendarDate
    var amount: Double

    var days: Int { to - from }
    /// The height of its bar: the amount is its area.
    var pace: Double { amount / Double(days) }
  }

  /// A mean that ends on this day.
  struct Mean: Hashable {
    var date: CalendarDate
    var pace: Double
  }

  let unit: Unit
  let levels: [Level]

  init(_ series: Series) {
    unit = series.column.unit
    levels = series.points.compactMap { point in
      point.value.value.map { Level(date: point.date, value: $0.value) }
    }
  }

  var intervals: [Interval] {
    zip(levels, levels.dropFirst()).map {
      Interval(from: $0.date, to: $1.date, amount: $1.value - $0.value)
    }
  }

  /// The intervals, the short ones joined to what follows until they last as many days; the last stays alone.
  func intervals(atLeast days: Double) -> [Interval] {
    var joined: [Interval] = []
    for interval in intervals.dropLast() {
      if let last = joined.last, Double(last.days) < days {
        joined[joined.count - 1] = Interval(
          from: last.from, to: interval.to, amount: last.amount + interval.amount)
      } else {
        joined.append(interval)
      }
    }
    return joined + intervals.suffix(1)
  }

  /// The mean pace over exactly `days` days before each snapshot; levels between snapshots are interpolated.
  func means(over days: Int) -> [Mean] {
    levels.compactMap { level in
      self.level(at: level.date + -days).map {
        Mean(date: level.date, pace: (level.value - $0) / Double(days))
      }
    }
  }

  /// `nil` outside the snapshots.
  private func level(at date: CalendarDate) -> Double? {
    guard let next = levels.firstIndex(where: { $0.date >= date }) else { return nil }
    if levels[next].date == date { return levels[next].value }
    guard next > 0 else { return nil }
    let (a, b) = (levels[next - 1], levels[next])
    return a.value + (b.value - a.value) * Double(date - a.date) / Double(b.date - a.date)
  }
}
