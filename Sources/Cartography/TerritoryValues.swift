import Figures
import Language
import Quantities
import Statistics

/// One column of a tabulation, by territory.
struct TerritoryValues: Hashable, Sendable {
  let column: Tabulation.Column
  let level: String
  /// The rows of the level, in the order of the tabulation, then what the map draws and the tabulation does not hold.
  let rows: [Row]
  /// What has a value but no place on the map.
  let unlocated: [Row]
  let total: Published<Quantity>?
  let date: CalendarDate

  struct Row: Hashable, Sendable {
    let member: Member
    let value: Published<Quantity>
    /// Whether its label is the name of a place, not "Sans région connue".
    var isPlace = true
  }

  /// `level == nil`: that of the last member row. A territory that the atlas does not draw counts as not located.
  ///
  /// - Parameter isFilled: whether the map draws every territory, also one that the tabulation does not hold: circles are of
  ///   what it holds alone.
  init(_ table: Tabulation, column index: Int, level: String?, atlas: Atlas, isFilled: Bool = true) {
    let all = table.rows.map { row in
      (
        row.role,
        Row(
          member: row.member, value: Self.cell(row, index),
          isPlace: row.role != .unlocated || row.member.article != nil)
      )
    }
    let found = level ?? table.rows.last { $0.role == .member }?.member.level ?? ""
    self.level = found
    column =
      table.columns.indices.contains(index)
      ? table.columns[index]
      : Tabulation.Column(expression: "", label: "", unit: .share, kind: .rate)
    let territories = atlas.territories(level: found)
    let drawn = Set(territories.map(\.code))
    let members = all.filter { ($0.0 == .member || $0.0 == .group) && $0.1.member.level == found }.map(\.1)
    let placed = members.filter { drawn.contains($0.member.code) }
    let told = Set(placed.map(\.member.code))
    let others = territories.filter { isFilled && !told.contains($0.code) }
    rows = placed + others.map { Row(member: $0.member, value: .unavailable) }
    unlocated =
      (members.filter { !drawn.contains($0.member.code) } + all.filter { $0.0 == .unlocated }.map(\.1))
      .filter { $0.value != .unavailable }
    date = table.snapshot.date
    total = all.last { $0.0 == .total }?.1.value
  }

  private static func cell(_ row: Tabulation.Row, _ index: Int) -> Published<Quantity> {
    guard row.values.indices.contains(index) else { return .unavailable }
    // A ratio over nothing is not a number: it is not available.
    if let number = row.values[index].value?.value, !number.isFinite { return .unavailable }
    return row.values[index]
  }

  func value(of code: String) -> Published<Quantity> {
    rows.first { $0.member.code == code }?.value ?? .unavailable
  }

  /// Rows that have a value, from high to low; equal ones by code.
  var ranked: [(member: Member, quantity: Quantity)] {
    rows.compactMap { row in row.value.value.map { (row.member, $0) } }
      .sorted {
        $0.quantity.value != $1.quantity.value
          ? $0.quantity.value > $1.quantity.value : $0.member.code < $1.member.code
      }
  }

  var median: Quantity? {
    let sorted = ranked
    guard !sorted.isEmpty else { return nil }
    let (low, high) = (sorted[(sorted.count - 1) / 2].quantity, sorted[sorted.count / 2].quantity)
    return Quantity((low.value + high.value) / 2, column.unit, column.kind)
  }

  /// What circles are drawn of, whether or not they have a place.
  var magnitudes: [Double] { (rows + unlocated).compactMap { $0.value.value?.value.magnitude } }

  /// Published values by code.
  var sizes: [String: Double] {
    let pairs = rows.compactMap { row in row.value.value.map { (row.member.code, $0.value) } }
    return Dictionary(pairs) { first, _ in first }
  }

  var secretCount: Int { rows.filter { $0.value == .secret }.count }
  var unavailableCount: Int { rows.filter { $0.value == .unavailable }.count }
}

/// How the numbers of one map are written: one scale and one number of decimals for all of them.
struct ValueText: Sendable {
  let language: Language
  let unit: Unit
  let kind: Kind
  let scale: Language.Scale
  let decimals: Int
  /// From high to low.
  private let numbers: [Double]
  /// Changes are printed with their signs.
  private let isSigned: Bool

  init(_ values: TerritoryValues, language: Language) {
    self.language = language
    (unit, kind) = (values.column.unit, values.column.kind)
    numbers = values.ranked.map(\.quantity.value)
    let largest = numbers.map(\.magnitude).max() ?? 0
    let natural = language.scale(for: numbers, unit: unit)
    // On a map, seven digits have no room, and neither have five of an amount.
    scale =
      kind == .rate
      ? natural == .one && unit.measure == .euro && largest >= 1e6 ? .thousand : natural
      : Self.scale(natural, largest: largest, unit)
    isSigned = values.column.isChange
    let usual = language.decimals(for: largest, unit: unit, scale: scale, in: .text)
    decimals =
      kind == .rate
      ? NumberForm.decimals(usual, largest: largest / NumberForm.factor(unit, scale)) : usual
  }

  /// A scale in which amounts have four digits at most.
  private static func scale(_ natural: Language.Scale, largest: Double, _ unit: Unit) -> Language.Scale {
    guard unit.measure == .euro else { return natural }
    let scales = Language.Scale.allCases.filter { $0.rawValue >= natural.rawValue }
    return scales.first { largest < 1e4 * $0.factor } ?? scales.last ?? natural
  }

  /// The number alone: `841`.
  func number(_ value: Double) -> String {
    language.text(
      .value(Quantity(value, unit, kind)), scale: scale, decimals: decimals(of: value), signed: isSigned)
  }

  /// More decimals for a value that is not nothing, and would be printed as nothing without them: `0,2`.
  private func decimals(of value: Double) -> Int {
    (decimals...decimals + 3).first { value == 0 || rounded(value, to: $0) != 0 } ?? decimals + 3
  }

  /// A value as it is printed.
  func rounded(_ value: Double) -> Double { rounded(value, to: decimals(of: value)) }

  private func rounded(_ value: Double, to places: Int) -> Double {
    let factor = power(10, Double(places)) * (unit.measure == .one ? 100 : 1) / scale.factor
    return (value * factor).rounded() / factor
  }

  /// The number, `s` or `nd`.
  func published(_ value: Published<Quantity>) -> String {
    value.value.map { number($0.value) } ?? language.text(value, scale: scale, decimals: decimals)
  }

  /// With its unit: `841 € par habitant`.
  func phrase(_ value: Double) -> String {
    language.phrase(Quantity(value, unit, kind), scale: scale, decimals: decimals(of: value))
  }

  /// With the name of its unit alone: `841 €`.
  func amount(_ value: Double) -> String {
    language.amount(Quantity(value, unit, kind), scale: scale, decimals: decimals(of: value))
  }

  /// A chosen number, with no more decimals than it has (three at most): `330`, `2,5`; a computed one that has more,
  /// with one more than the values have.
  func bound(_ value: Double) -> String {
    let printed = value / scale.factor * (unit.measure == .one ? 100 : 1)
    let decimals = (0...3).first { places in
      let shifted = printed * [1, 10, 100, 1000][places]
      return (shifted - shifted.rounded()).magnitude < 1e-11 * max(1, shifted.magnitude)
    }
    let shown = decimals ?? min(self.decimals + 1, 3)
    return language.text(.value(Quantity(value, unit, kind)), scale: scale, decimals: shown)
  }

  /// The bounds between classes, all with as many decimals: those of chosen numbers (three at most), and of computed
  /// ones so few as leave every value on its side of the printed number.
  func bounds(_ breaks: [Double]) -> [String] {
    let places = breaks.map { bound in (0...decimals + 3).first { printed(bound, $0) != nil } ?? decimals + 3
    }
    let most = places.max() ?? 0
    return breaks.map { bound in
      language.text(
        .value(Quantity(printed(bound, most) ?? bound, unit, kind)), scale: scale, decimals: most,
        signed: isSigned)
    }
  }

  /// The bound with so many decimals, moved where it has more; `nil` where that would move a value to another class, or
  /// where a chosen number has a few more.
  private func printed(_ bound: Double, _ places: Int) -> Double? {
    let factor = power(10, Double(places)) * (unit.measure == .one ? 100 : 1) / scale.factor
    let shifted = bound * factor
    func isWhole(_ number: Double) -> Bool {
      (number - number.rounded()).magnitude < 1e-11 * max(1, number.magnitude)
    }
    if isWhole(shifted) { return bound }
    let isChosen = places < 3 && isWhole(shifted * power(10, Double(3 - places)))
    guard !isChosen, places >= decimals else { return nil }
    return [FloatingPointRoundingRule.toNearestOrEven, .down, .up].map { shifted.rounded($0) / factor }
      .first { moved in !numbers.contains { ($0 < bound) != ($0 < moved) } }
  }

  var unitLabel: String { language.unitLabel(unit, scale: scale) }

  /// "montant versé, en M€"; "population", whose numbers need no unit.
  func measure(_ column: Tabulation.Column) -> String {
    let name = column.label.lowercasedFirst
    if case .count = unit.measure, unit.per == nil, scale == .one { return name }
    return "\(name), \(MapWords(language).inUnit.lowercased()) \(unitLabel)"
  }

  /// In words: `euros par habitant`, `millions d’euros`, `%`.
  var unitName: String {
    let ten = Quantity(10 * scale.factor, unit, .flow)
    let phrase = language.phrase(ten, scale: scale, decimals: 0, spelled: true)
    return String(phrase.drop { !$0.isLetter && $0 != "%" })
  }
}
