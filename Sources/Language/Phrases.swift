import Quantities

extension Language {
  /// "a, b et c".
  public func list(_ items: [String]) -> String {
    guard let last = items.last, items.count > 1 else { return items.first ?? "" }
    return items.dropLast().joined(separator: ", ") + " \(words.and) " + last
  }

  /// Several clauses of one sentence, those that are there, between semicolons.
  public func clauses(_ clauses: [String?]) -> String {
    clauses.compactMap { $0 }.joined(separator: words.semicolon)
  }

  /// A class of values: "de 200 à moins de 250", "moins de 200", "480 et plus".
  ///
  /// A class holds its lower bound and not its upper one, unless it is `closed` as the last of a distribution is:
  /// "de 480 à 1 068". A bound that is `nil` is open.
  public func interval(from low: String?, to high: String?, closed: Bool = false) -> String {
    switch (low, high) {
    case (let low?, let high?):
      fill(closed ? words.fromToClosed : words.fromTo, ["low": low, "high": high])
    case (nil, let high?): fill(words.under, ["high": high])
    case (let low?, nil): fill(words.over, ["low": low])
    case (nil, nil): ""
    }
  }

  /// "en hausse de 340,2 M€", "en baisse de 1,2 M€", or "stable" when the change prints as zero.
  public func trend(_ change: Quantity, scale: Scale? = nil, decimals: Int? = nil) -> String {
    let scale = scale ?? self.scale(of: change.value, unit: change.unit)
    let decimals = decimals ?? self.decimals(for: change.value, unit: change.unit, scale: scale, in: .change)
    let printed = RoundedDecimal(
      change.value, shift: (change.unit.measure == .one ? 2 : 0) - scale.exponent, decimals: decimals)
    guard let printed else { return words.unavailable }
    if printed.isZero { return words.stable }
    var size = change
    size.value = change.value.magnitude
    let amount = amount(size, scale: scale, decimals: decimals)
    return fill(printed.negative ? words.down : words.up, ["amount": amount])
  }

  /// "en 9 jours": the interval that a change is over.
  public func during(days count: Int) -> String { fill(words.during, ["interval": days(count)]) }

  /// "Données au 11 avril 2021".
  public func dataOf(_ date: CalendarDate) -> String { fill(words.dataOf, ["date": self.date(date)]) }
}
