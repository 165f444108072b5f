/// An sRGB colour; components from 0 to 1.
public struct Color: Hashable, Sendable {
  public var red, green, blue, alpha: Double

  public init(red: Double, green: Double, blue: Double, alpha: Double = 1) {
    (self.red, self.green, self.blue, self.alpha) = (red, green, blue, alpha)
  }

  /// `0x14284B`
  public init(_ rgb: UInt32) {
    self.init(
      red: Double(rgb >> 16 & 0xFF) / 255, green: Double(rgb >> 8 & 0xFF) / 255,
      blue: Double(rgb & 0xFF) / 255)
  }

  /// `#14284B`; `nil` for anything else.
  public init?(hex: String) {
    // The digits are looked at too: a number may start with a sign, a colour may not.
    guard hex.utf8.count == 7, hex.first == "#", hex.dropFirst().allSatisfy(\.isHexDigit),
      let rgb = UInt32(hex.dropFirst(), radix: 16)
    else {
      return nil
    }
    self.init(rgb)
  }

  public func opacity(_ alpha: Double) -> Color { Color(red: red, green: green, blue: blue, alpha: alpha) }

  public static let white = Color(0xFFFFFF)
  public static let black = Color(0x000000)

  /// Relative luminance (WCAG 2.1), from 0 (black) to 1 (white).
  public var luminance: Double {
    func linear(_ c: Double) -> Double { c <= 0.04045 ? c / 12.92 : power((c + 0.055) / 1.055, 2.4) }
    return 0.2126 * linear(red) + 0.7152 * linear(green) + 0.0722 * linear(blue)
  }
}
