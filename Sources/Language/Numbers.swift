/// The marks of a written number.
struct NumberMarks: Hashable {
  let group: String
  let decimal: String
  let minus = "\u{2212}"
  let plus = "+"
}

extension Language {
  /// A number with grouped thousands and exactly `decimals` decimals, rounded half away from zero.
  ///
  /// A zero has no sign, nor has what rounds to zero. What is not finite prints as not available.
  public func number(_ value: Double, decimals: Int, signed: Bool = false) -> String {
    number(value, scale: .one, decimals: decimals, signed: signed)
  }

  /// A share is written in percent: the decimal mark moves, so that no multiplication disturbs the rounding.
  func number(_ value: Double, scale: Scale, percent: Bool = false, decimals: Int, signed: Bool) -> String {
    let shift = (percent ? 2 : 0) - scale.exponent
    guard let rounded = RoundedDecimal(value, shift: shift, decimals: max(0, decimals)) else {
      return words.unavailable
    }
    let sign = rounded.negative ? marks.minus : signed && !rounded.isZero ? marks.plus : ""
    let fraction = rounded.fraction.isEmpty ? "" : marks.decimal + text(of: rounded.fraction)
    return sign + grouped(rounded.integer) + fraction
  }

  private func grouped(_ digits: [UInt8]) -> String {
    let first = digits.count % 3
    var groups = first == 0 ? [] : [text(of: digits.prefix(first))]
    for start in stride(from: first, to: digits.count, by: 3) {
      groups.append(text(of: digits[start..<start + 3]))
    }
    return groups.joined(separator: marks.group)
  }

  private func text(of digits: some Sequence<UInt8>) -> String {
    String(String.UnicodeScalarView(digits.map { Unicode.Scalar($0 + UInt8(ascii: "0")) }))
  }
}
