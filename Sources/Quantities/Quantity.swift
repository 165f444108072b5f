/// A number with its unit and kind. Values are unscaled (euros, not millions) and unrounded.
public struct Quantity: Hashable, Sendable {
  public var value: Double
  public var unit: Unit
  public var kind: Kind

  public init(_ value: Double, _ unit: Unit, _ kind: Kind = .stock) {
    self.value = value
    self.unit = unit
    self.kind = kind
  }
}

/// What may be shown of a value: itself, or why it is not there.
///
/// Prose, charts, maps and tables see nothing else, so that a hidden cell cannot be recomputed from a picture.
public enum Published<Value: Sendable>: Sendable {
  case value(Value)
  /// Withheld by statistical secrecy; printed `s`.
  case secret
  /// Not published by the source; printed `nd`.
  case unavailable

  public var value: Value? {
    if case .value(let value) = self { value } else { nil }
  }

  public func map<Other>(_ change: (Value) throws -> Other) rethrows -> Published<Other> {
    switch self {
    case .value(let value): .value(try change(value))
    case .secret: .secret
    case .unavailable: .unavailable
    }
  }

  /// Combines two: secrecy wins over absence, absence over a value.
  public func combined<Other, Result>(
    with other: Published<Other>, _ combine: (Value, Other) throws -> Result
  ) rethrows -> Published<Result> {
    switch (self, other) {
    case (.secret, _), (_, .secret): .secret
    case (.unavailable, _), (_, .unavailable): .unavailable
    case (.value(let a), .value(let b)): .value(try combine(a, b))
    }
  }
}

extension Published: Equatable where Value: Equatable {}
extension Published: Hashable where Value: Hashable {}
