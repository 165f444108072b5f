/// Names a font of the manifest: a family and a weight (`serif`, `400`), with `italic` where it slopes.
public struct FontID: Hashable, Sendable {
  public let family: String
  public let weight: Int
  public let italic: Bool

  public init(_ family: String, _ weight: Int = 400, italic: Bool = false) {
    (self.family, self.weight, self.italic) = (family, weight, italic)
  }
}

extension FontID: CustomStringConvertible {
  public var description: String { "\(family) \(weight)\(italic ? " italic" : "")" }
}
