/// A place in user space; in a fresh context the origin is at the top left and `y` grows downwards.
public struct Position: Hashable, Sendable {
  public var x, y: Double

  public init(x: Double, y: Double) {
    self.x = x
    self.y = y
  }

  public static let origin = Position(x: 0, y: 0)
}
