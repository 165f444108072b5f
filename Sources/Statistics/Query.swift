import Quantities

/// A table of expressions: which, broken down by what, in which order.
public struct Query: Hashable, Sendable {
  public enum Order: String, Hashable, Sendable, CaseIterable {
    /// The first column, largest first; hidden values come after, by code.
    case value
    /// As in the nomenclature.
    case code
    /// By name, accents apart.
    case name
  }

  public var values: [Expression]
  /// Levels, from the outer to the inner: `["region", "departement"]`. Empty: one row for the whole.
  public var by: [String]
  /// `nil`: by value for one level and where only the first are asked for, by name and code for groups.
  public var order: Order?
  public var top: Int?
  public var total: Bool

  public init(
    _ values: [Expression], by: [String] = [], order: Order? = nil, top: Int? = nil, total: Bool = false
  ) {
    (self.values, self.by, self.order, self.top, self.total) = (values, by, order, top, total)
  }
}
