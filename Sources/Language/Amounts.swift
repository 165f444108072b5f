import Quantities

/// The names of units at each scale.
struct UnitWords: Hashable {
  /// "€", "k€", "M€", "Md€".
  let euro: [Language.Scale: String]
  /// "euros", "milliers d’euros" …, for sentences.
  let euros: [Language.Scale: String]
  /// "milliers", "millions", "milliards".
  let counts: [Language.Scale: String]
  /// "nombre": the unit of a column of things counted.
  let number: String
  let percent: String
  let hour: [String]
  let day: [String]
  /// "point", "points" of percentage.
  let point: [String]
  /// Between a number and its unit; before the percent sign.
  let space: String
  let percentSpace: String
  /// "{number}{space}{unit}" or, for a currency written first and its scale last, "{currency}{number}{scale}".
  let money: String
  /// " par " between a unit and what it is given for.
  let per: String
  /// From this number on, a noun is plural: 2 in French (1,9 aide), and all but 1 in English.
  let pluralFrom: Double
  /// What joins a scale word and a noun: "millions " + "d’aides".
  let joinsWithOf: Bool
}

extension Language {
  /// The unit of an axis: "M€", "€ par habitant", "%", "milliers", or the noun itself.
  public func unitLabel(_ unit: Unit, scale: Scale = .one) -> String {
    let name = columnUnit(unit, scale: scale)
    let base = if case .count(let noun) = unit.measure, scale == .one { noun } else { name }
    return base + perWords(unit)
  }

  /// The unit under the name of a table's column: "M€", "€", "%", "milliers", "nombre".
  public func columnUnit(_ unit: Unit, scale: Scale = .one) -> String {
    switch unit.measure {
    case .euro: units.euro[scale] ?? ""
    case .one: units.percent
    case .day: units.day[1]
    case .hour: scale == .one ? units.hour[1] : units.counts[scale] ?? ""
    case .count: scale == .one ? units.number : units.counts[scale] ?? ""
    }
  }

  /// A quantity as a tile, a label or a sentence shows it: "21,46 Md€", "8,12 millions", "1 997 006", "33,4 %".
  ///
  /// What is counted, and what a rate is given for, is left to the text around it; `phrase` says it.
  public func amount(
    _ quantity: Quantity, scale: Scale? = nil, decimals: Int? = nil, signed: Bool = false
  ) -> String {
    let parts = amountParts(quantity, scale: scale, decimals: decimals, signed: signed)
    return joined(parts.number, parts.unit, unit: quantity.unit)
  }

  /// The number and its unit apart, for a tile that sets them in two sizes. The unit may be empty.
  public func amountParts(
    _ quantity: Quantity, scale: Scale? = nil, decimals: Int? = nil, signed: Bool = false
  ) -> (number: String, unit: String) {
    let scale = scale ?? self.scale(of: quantity.value, unit: quantity.unit)
    let decimals = decimals ?? self.decimals(quantity, scale: scale, signed: signed)
    return (scaledNumber(quantity, scale, decimals, signed), shortUnit(quantity, scale))
  }

  /// A quantity with all its words: "1 997 006 entreprises", "8,12 millions d’aides", "1 068 € par habitant",
  /// and with `spelled` "21,46 milliards d’euros".
  public func phrase(
    _ quantity: Quantity, scale: Scale? = nil, decimals: Int? = nil, signed: Bool = false,
    spelled: Bool = false
  ) -> String {
    let scale = scale ?? self.scale(of: quantity.value, unit: quantity.unit)
    let decimals = decimals ?? self.decimals(quantity, scale: scale, signed: signed)
    let number = scaledNumber(quantity, scale, decimals, signed)
    if spelled, quantity.unit.measure == .euro {
      return number + units.space + (units.euros[scale] ?? "") + perWords(quantity.unit)
    }
    let noun = noun(quantity, scale: scale)
    if noun.isEmpty {
      return joined(number, shortUnit(quantity, scale), unit: quantity.unit) + perWords(quantity.unit)
    }
    return number + units.space + noun + perWords(quantity.unit)
  }

  /// The same of what may be published, and in words why it is not: "secret statistique", "non disponible".
  public func phrase(
    _ published: Published<Quantity>, scale: Scale? = nil, decimals: Int? = nil, signed: Bool = false,
    spelled: Bool = false
  ) -> String {
    switch published {
    case .secret: words.secretMeaning
    case .unavailable: words.unavailableMeaning
    case .value(let quantity):
      phrase(quantity, scale: scale, decimals: decimals, signed: signed, spelled: spelled)
    }
  }

  /// What a table's cell shows: "s", "nd", or the number alone, the unit being in the head.
  public func text(
    _ published: Published<Quantity>, scale: Scale = .one, decimals: Int? = nil, signed: Bool = false
  ) -> String {
    switch published {
    case .secret: return words.secret
    case .unavailable: return words.unavailable
    case .value(let quantity):
      let place: Place = signed ? .change : .table
      let decimals =
        decimals ?? self.decimals(for: quantity.value, unit: quantity.unit, scale: scale, in: place)
      return scaledNumber(quantity, scale, decimals, signed)
    }
  }

  /// The unit of a column of differences between shares: "points".
  public var pointsUnit: String { units.point[1] }

  /// A difference between two shares, given as 0.012: "+1,2 point".
  public func points(_ difference: Double, decimals: Int = 1) -> String {
    let number = number(difference, scale: .one, percent: true, decimals: decimals, signed: true)
    return number + units.space + plural(units.point, for: difference * 100, decimals: decimals)
  }

  private func decimals(_ quantity: Quantity, scale: Scale, signed: Bool) -> Int {
    decimals(for: quantity.value, unit: quantity.unit, scale: scale, in: signed ? .change : .text)
  }

  private func scaledNumber(_ quantity: Quantity, _ scale: Scale, _ decimals: Int, _ signed: Bool) -> String {
    let share = quantity.unit.measure == .one
    return number(quantity.value, scale: scale, percent: share, decimals: decimals, signed: signed)
  }
}

// MARK: - Words beside a number

extension Language {
  /// "€", "Md€", "%", "millions", or nothing for a plain count.
  private func shortUnit(_ quantity: Quantity, _ scale: Scale) -> String {
    switch quantity.unit.measure {
    case .euro, .one: columnUnit(quantity.unit, scale: scale)
    case .day: plural(units.day, for: quantity.value, decimals: 0)
    case .hour, .count: scale == .one ? "" : scaleWord(quantity.value, scale)
    }
  }

  /// "million" or "millions".
  private func scaleWord(_ value: Double, _ scale: Scale) -> String {
    let word = units.counts[scale] ?? ""
    return isPlural(value / scale.factor, decimals: 2) ? word : singular(word)
  }

  /// The noun after a rounded number: "millions d’entreprises", "milliards d’euros".
  func roundNoun(_ quantity: Quantity, scale: Scale) -> String {
    let name = quantity.unit.measure == .euro ? units.euros[scale] ?? "" : noun(quantity, scale: scale)
    return (name.isEmpty ? shortUnit(quantity, scale) : name) + perWords(quantity.unit)
  }

  private func noun(_ quantity: Quantity, scale: Scale) -> String {
    let plural: String
    switch quantity.unit.measure {
    case .euro, .one, .day: return ""
    case .hour: plural = units.hour[1]
    case .count(let noun): plural = noun
    }
    if scale == .one { return isPlural(quantity.value, decimals: 0) ? plural : singular(plural) }
    return scaleWord(quantity.value, scale) + " " + (units.joinsWithOf ? of(plural) : plural)
  }

  /// " par habitant": what a rate is given for; nothing for what is no rate.
  public func perWords(_ unit: Unit) -> String {
    switch unit.per {
    case nil, .one: ""
    case .euro: units.per + "euro"
    case .hour: units.per + units.hour[0]
    case .day: units.per + units.day[0]
    case .count(let noun): units.per + singular(noun)
    }
  }

  private func joined(_ number: String, _ name: String, unit: Unit) -> String {
    if name.isEmpty { return number }
    if unit.measure == .one { return number + units.percentSpace + name }
    guard unit.measure == .euro else { return number + units.space + name }
    let sign = number.prefix { String($0) == marks.minus || String($0) == marks.plus }
    let digits = String(number.dropFirst(sign.count))
    let currency = units.euro[.one] ?? ""
    return sign
      + fill(
        units.money,
        [
          "number": digits, "space": units.space, "unit": name, "currency": currency,
          "scale": name.replacing(currency, with: ""),
        ])
  }

  func plural(_ forms: [String], for value: Double, decimals: Int) -> String {
    isPlural(value, decimals: decimals) ? forms[1] : forms[0]
  }

  /// Judged on the number as printed: 1,96 with one decimal reads "2,0".
  private func isPlural(_ value: Double, decimals: Int) -> Bool {
    let size = value.magnitude
    let half = decimals == 0 ? 0.5 : decimals == 1 ? 0.05 : 0.005
    return units.pluralFrom == 2 ? size >= 2 - half : (size - 1).magnitude >= half
  }

  /// The singular of a regular noun, or of the words of one: "prêts bonifiés" gives "prêt bonifié".
  private func singular(_ noun: String) -> String {
    noun.split(separator: " ").map { $0.hasSuffix("s") ? String($0.dropLast()) : String($0) }.joined(
      separator: " ")
  }
}
