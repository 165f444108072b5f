/// What a number counts or measures, as the dictionary declares it.
public struct Unit: Hashable, Sendable {
  public enum Measure: Hashable, Sendable {
    case euro
    case hour
    case day
    /// Things counted, by their plural noun in the report's language ("aides", "entreprises", "habitants").
    case count(String)
    /// A number without dimension: a share of a whole.
    case one
  }

  public var measure: Measure
  /// What one of which the measure is given for: euros *per inhabitant*.
  public var per: Measure?

  public init(_ measure: Measure, per: Measure? = nil) {
    self.measure = measure
    self.per = per
  }

  public static let euro = Unit(.euro)
  public static let hours = Unit(.hour)
  public static let share = Unit(.one)
}

/// How a number behaves over time and in sums.
public enum Kind: String, Hashable, Sendable, CaseIterable {
  /// A level at a date, cumulative amounts included: the difference of two is a flow.
  case stock
  /// What happened during an interval.
  case flow
  /// A ratio: it is never summed.
  case rate
  /// A number of things at a date.
  case count
}
