import Quantities

extension Language {
  /// The power of a thousand in which a number is written.
  public enum Scale: Int, Hashable, Sendable, CaseIterable {
    case one = 0
    case thousand = 3
    case million = 6
    case billion = 9

    /// The power of ten: 6 for millions.
    public var exponent: Int { rawValue }

    /// What a value is divided by.
    public var factor: Double {
      switch self {
      case .one: 1
      case .thousand: 1e3
      case .million: 1e6
      case .billion: 1e9
      }
    }
  }

  /// The scale of a number that stands alone, in a sentence or a tile.
  ///
  /// Euros: k€ from 100 000, M€ and Md€ from one (what would round up to 1 000 M€ is written in Md€).
  /// Things counted stay whole up to five million, since "1 997 006" says more than "2,00 millions".
  public func scale(of value: Double, unit: Unit) -> Scale {
    scale(reaching: value.magnitude, unit: unit, thousands: .infinity)
  }

  /// The one scale of a column or an axis: the largest at which three quarters of the values reach one.
  /// Things counted are written in thousands when three quarters of them reach twenty thousand.
  public func scale(for values: [Double], unit: Unit) -> Scale {
    let sizes = values.map(\.magnitude).filter { $0 > 0 && $0.isFinite }.sorted()
    guard let last = sizes.last else { return .one }
    return scale(
      reaching: sizes.count == 1 ? last : sizes[(sizes.count - 1) / 4], unit: unit, thousands: 20_000)
  }

  private func scale(reaching size: Double, unit: Unit, thousands: Double) -> Scale {
    switch unit.measure {
    case .one, .day: .one
    case .euro: size >= 0.9995e9 ? .billion : size >= 0.9995e6 ? .million : size >= 1e5 ? .thousand : .one
    case .hour, .count:
      size >= 0.9995e9 ? .billion : size >= 5e6 ? .million : size >= thousands ? .thousand : .one
    }
  }

  /// Where a number is printed: it decides its decimals.
  public enum Place: Hashable, Sendable { case text, table, change }

  /// The decimals of one number, or of a column whose largest number it is.
  ///
  /// Md€ 2 (1 from 100 Md€ up); M€ 0 in text, 1 in tables and changes; k€ 1; € 0; shares 1; millions of things 2
  /// (1 from 100 millions up).
  /// Below ten, M€ keep a decimal in text too, and plain ratios one or two: one digit alone would say too little.
  /// Rates below one keep two digits: "0,031 entreprise par habitant".
  /// A share of less than half a thousandth shows its first digit in text: "0,04 %" rather than "0,0 %".
  public func decimals(for value: Double, unit: Unit, scale: Scale, in place: Place = .text) -> Int {
    let size = value.magnitude / scale.factor
    return switch (unit.measure, scale) {
    case (.one, _): place == .text ? Self.shareDecimals(size) : 1
    case (_, .thousand): 1
    case (.day, _): 0
    case (.euro, .billion): size >= 99.995 ? 1 : 2
    case (.euro, .million): place == .text && size >= 9.95 ? 0 : 1
    case (.euro, .one): Self.rateDecimals(size, unit, usual: unit.per != nil && size < 9.995 ? 2 : 0)
    case (_, .million), (_, .billion): size >= 99.995 ? 1 : 2
    case (_, .one): Self.rateDecimals(size, unit, usual: unit.per != nil && size < 99.95 ? 1 : 0)
    }
  }

  private static func rateDecimals(_ size: Double, _ unit: Unit, usual: Int) -> Int {
    guard unit.per != nil, size > 0, size < 0.995 else { return usual }
    var (size, decimals) = (size, 0)
    while size < 9.95, decimals < 6 { (size, decimals) = (size * 10, decimals + 1) }
    return max(usual, decimals)
  }

  private static func shareDecimals(_ share: Double) -> Int {
    let steps = [0.0005, 0.00005, 0.000005]
    return share == 0 ? 1 : 1 + steps.count { share < $0 }
  }
}
