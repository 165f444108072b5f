import Quantities

/// The words of a rounded number beside the true one.
struct ApproximationWords: Hashable {
  /// "près de {amount}": the true number is a little lower.
  let nearly: String
  /// "plus de {amount}"
  let over: String

  static let french = ApproximationWords(nearly: "près de {amount}", over: "plus de {amount}")
  static let english = ApproximationWords(nearly: "nearly {amount}", over: "over {amount}")
}

extension Language {
  /// A round number in words, true of the exact one: "près de deux millions d’entreprises", "plus de 21 milliards
  /// d’euros". One significant digit where it is within 2 %, else two.
  public func about(_ quantity: Quantity) -> String {
    guard quantity.value.isFinite, quantity.value.magnitude >= 10 else { return phrase(quantity) }
    let round = Self.round(quantity.value)
    var shown = quantity
    shown.value = round
    let scale = Scale.allCases.last { round.magnitude >= $0.factor && $0 != .thousand } ?? .one
    let number = number(round / scale.factor, decimals: Self.decimals(round / scale.factor))
    let count = Int((round / scale.factor).rounded())
    let word = count <= 16 && Double(count) == round / scale.factor ? spelled(count) : number
    let amount = word + units.space + roundNoun(shown, scale: scale)
    if round == quantity.value { return amount }
    return fill(
      round > quantity.value ? approximations.nearly : approximations.over, ["amount": amount])
  }

  private static func decimals(_ value: Double) -> Int { value == value.rounded() ? 0 : 1 }

  /// To one significant digit, or to two where one would be off by more than 2 %.
  private static func round(_ value: Double) -> Double {
    var step = 1.0
    while value.magnitude / step >= 10 { step *= 10 }
    let coarse = (value / step).rounded() * step
    if (coarse - value).magnitude <= value.magnitude * 0.02 { return coarse }
    return (value / (step / 10)).rounded() * (step / 10)
  }
}
