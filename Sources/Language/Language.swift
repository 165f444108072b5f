/// How a language writes numbers, dates and sentences. A value, not a branch.
public struct Language: Hashable, Sendable {
  /// BCP 47.
  public let tag: String

  public static let french = Language(tag: "fr")
}
