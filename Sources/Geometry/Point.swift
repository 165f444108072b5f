/// A place on a page or in a frame: origin at the top left, `y` grows downwards.
public struct Point: Hashable, Sendable {
  public var x: Length
  public var y: Length

  public init(x: Length, y: Length) {
    self.x = x
    self.y = y
  }

  public static let zero = Point(x: .zero, y: .zero)

  public static func + (a: Point, b: Point) -> Point { Point(x: a.x + b.x, y: a.y + b.y) }
  public static func - (a: Point, b: Point) -> Point { Point(x: a.x - b.x, y: a.y - b.y) }

  public func distance(to other: Point) -> Length {
    let dx = x.points - other.x.points
    let dy = y.points - other.y.points
    return Length(points: (dx * dx + dy * dy).squareRoot())
  }
}

/// A width and a height.
public struct Size: Hashable, Sendable {
  public var width: Length
  public var height: Length

  public init(width: Length, height: Length) {
    self.width = width
    self.height = height
  }

  public static let zero = Size(width: .zero, height: .zero)
  public static let a4 = Size(width: .mm(210), height: .mm(297))
}
