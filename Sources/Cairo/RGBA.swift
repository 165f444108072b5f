/// A colour, not premultiplied; components from 0 to 1.
public struct RGBA: Hashable, Sendable {
  public var red, green, blue, alpha: Double

  public init(red: Double, green: Double, blue: Double, alpha: Double = 1) {
    (self.red, self.green, self.blue, self.alpha) = (red, green, blue, alpha)
  }

  public static let black = RGBA(red: 0, green: 0, blue: 0)
  public static let white = RGBA(red: 1, green: 1, blue: 1)
  public static let clear = RGBA(red: 0, green: 0, blue: 0, alpha: 0)
}
