/// A number in base ten with a fixed number of decimals, rounded half away from zero.
///
/// It starts from the shortest decimal text that names the value, so that what a reader would round by hand is what
/// is printed: 2.675 gives 2.68, though the nearest binary number lies just under it.
struct RoundedDecimal: Hashable {
  let negative: Bool
  /// Digits 0…9 before the decimal mark, at least one.
  let integer: [UInt8]
  /// Digits 0…9 after the decimal mark.
  let fraction: [UInt8]

  /// `shift` moves the decimal mark to the right (−6 turns euros into millions). `nil` when not a finite number.
  init?(_ value: Double, shift: Int = 0, decimals: Int) {
    guard value.isFinite, let (digits, point) = Self.parse(value.magnitude.description) else { return nil }
    var kept = Self.rounded(digits, keeping: point + shift + decimals)
    if kept.count < decimals { kept.insert(contentsOf: zeros(decimals - kept.count), at: 0) }
    let whole = kept.dropLast(decimals).drop { $0 == 0 }
    integer = whole.isEmpty ? [0] : Array(whole)
    fraction = Array(kept.suffix(decimals))
    negative = value < 0 && kept.contains { $0 != 0 }
  }

  var isZero: Bool { integer == [0] && fraction.allSatisfy { $0 == 0 } }

  /// The digits of a description such as `1234.5` or `1e+16`, and how many stand before the decimal mark.
  private static func parse(_ text: String) -> (digits: [UInt8], point: Int)? {
    let parts = text.utf8.split(separator: UInt8(ascii: "e"))
    guard let mantissa = parts.first else { return nil }
    let exponent = parts.count > 1 ? Int(String(Substring(parts[1]))) : 0
    let digits = mantissa.filter { $0 != UInt8(ascii: ".") }.map { $0 - UInt8(ascii: "0") }
    let before = mantissa.prefix { $0 != UInt8(ascii: ".") }.count
    guard let exponent else { return nil }
    return (digits, before + exponent)
  }

  private static func rounded(_ digits: [UInt8], keeping count: Int) -> [UInt8] {
    guard count >= 0 else { return [] }
    var kept = Array(digits.prefix(count))
    kept.append(contentsOf: zeros(count - kept.count))
    guard count < digits.count, digits[count] >= 5 else { return kept }
    var place = count - 1
    while place >= 0, kept[place] == 9 {
      kept[place] = 0
      place -= 1
    }
    if place >= 0 { kept[place] += 1 } else { kept.insert(1, at: 0) }
    return kept
  }
}

private func zeros(_ count: Int) -> [UInt8] { [UInt8](repeating: 0, count: max(0, count)) }
