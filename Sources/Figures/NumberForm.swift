import Language
import Quantities
import Statistics

/// How the numbers of one column or axis are written: one unit, one scale, one number of decimals.
public struct NumberForm: Hashable, Sendable {
  public var unit: Unit
  public var kind: Kind
  public var scale: Language.Scale
  public var decimals: Int
  public var signed: Bool
  let language: Language

  public init(
    _ values: [Double], unit: Unit, kind: Kind, signed: Bool = false, place: Language.Place = .text,
    language: Language
  ) {
    (self.unit, self.kind, self.signed, self.language) = (unit, kind, signed, language)
    let known = values.filter(\.isFinite)
    let largest = known.map(\.magnitude).max() ?? 0
    scale = Self.scale(known, largest: largest, unit, language)
    let usual = language.decimals(for: largest, unit: unit, scale: scale, in: signed ? .change : place)
    decimals = kind == .rate ? Self.decimals(usual, largest: largest / Self.factor(unit, scale)) : usual
  }

  /// That of a column, but not so small that the largest number has more than six digits.
  private static func scale(
    _ values: [Double], largest: Double, _ unit: Unit, _ language: Language
  ) -> Language.Scale {
    let usual = language.scale(for: values, unit: unit)
    let top = language.scale(for: [largest], unit: unit)
    let least = Language.Scale(rawValue: max(0, top.rawValue - 3)) ?? .one
    return usual.rawValue < least.rawValue ? least : usual
  }

  /// More decimals where the usual ones would leave a small rate with less than two digits.
  public static func decimals(_ usual: Int, largest: Double) -> Int {
    guard largest > 0 else { return usual }
    var decimals = usual
    var size = largest
    for _ in 0..<decimals { size *= 10 }
    while size < 10, decimals < 6 { (size, decimals) = (size * 10, decimals + 1) }
    return decimals
  }

  /// With so many decimals that steps of one size look alike: a number is printed to a fiftieth of one.
  public func telling(_ values: [Double], step: Double) -> NumberForm {
    var form = self
    let most = (step / factor).magnitude / 50
    func isOff(_ value: Double) -> Bool {
      var unit = 1.0
      for _ in 0..<form.decimals { unit *= 10 }
      let size = value / factor
      return ((size * unit).rounded() / unit - size).magnitude > most
    }
    while form.decimals < 6, most > 0, values.contains(where: isOff) { form.decimals += 1 }
    return form
  }

  /// Of a column of a table.
  public init(_ table: Tabulation, _ column: Int, place: Language.Place = .text, language: Language) {
    let head = table.columns[column]
    self.init(
      table.rows.compactMap { $0.values[column].value?.value }, unit: head.unit, kind: head.kind,
      signed: head.isChange, place: place, language: language)
  }

  /// The number without its unit.
  public func text(_ value: Double) -> String { text(.value(Quantity(value, unit, kind))) }

  /// The number without its unit, or the sign of what is withheld.
  public func text(_ value: Published<Quantity>) -> String {
    language.text(value, scale: scale, decimals: decimals, signed: signed)
  }

  /// "223,6 M€".
  public func amount(_ value: Published<Quantity>) -> String {
    guard case .value(let quantity) = value else { return language.text(value) }
    return language.amount(quantity, scale: scale, decimals: decimals, signed: signed)
  }

  /// "M€", "€ par habitant", "%".
  public var unitLabel: String { language.unitLabel(unit, scale: scale) }
}

extension NumberForm {
  /// "millions d’euros", "milliers d’aides", "euros par habitant": the unit in words, for a subtitle.
  public func unitName(_ language: Language) -> String {
    let ten = language.phrase(Quantity(10 * factor, unit, .flow), scale: scale, decimals: 0, spelled: true)
    return String(ten.drop { !$0.isLetter && $0 != "%" && $0 != "€" })
  }

  /// "M€", "€": beside a name that says what a rate is given for.
  public var axisUnit: String { unit.per == nil ? unitLabel : language.columnUnit(unit, scale: scale) }

  /// "Millions d’euros", "En %": the unit of an axis, for a line of its own.
  public var axisTitle: String {
    let name = unitName(language)
    return unit.measure == .one ? Sentences(language).say(.inUnit, ["unit": name]) : name.capitalizedFirst
  }

  /// "247 €", "1,2 %": with as many decimals as its axis or column.
  public func amount(_ value: Double) -> String { amount(.value(Quantity(value, unit, kind))) }

  /// A round number without its unit, with the decimals that it has itself: "200", "2,5".
  public func bound(_ value: Double) -> String {
    language.number(value / factor, decimals: NumberAxis.decimals((value / factor).magnitude))
  }

  /// What a value is divided by when it is written.
  public var factor: Double { Self.factor(unit, scale) }

  /// What a value of a unit is divided by in a scale; a share is written in per cent.
  public static func factor(_ unit: Unit, _ scale: Language.Scale) -> Double {
    unit.measure == .one ? 0.01 : scale.factor
  }
}

extension String {
  /// With a capital first letter.
  public var capitalizedFirst: String { prefix(1).uppercased() + dropFirst() }

  /// With a small first letter.
  public var lowercasedFirst: String { prefix(1).lowercased() + dropFirst() }
}
