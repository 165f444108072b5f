/// How the pages of a document are counted.
public struct PageNumbering: Hashable, Sendable {
  /// From 1 to the number of pages.
  public static let own = PageNumbering(first: 1, count: nil)

  public var first: Int
  /// Of the volume that the document is part of.
  public var count: Int?

  public init(first: Int, count: Int?) { (self.first, self.count) = (first, count) }
}
