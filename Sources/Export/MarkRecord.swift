import Pages

/// Who owns what was drawn, page by page, in drawing order; neighbours of one owner count once.
///
/// The order in which a finisher meets the marks of a page; reading order is the structure's.
public struct MarkRecord: Hashable, Sendable {
  public private(set) var pages: [[Owner]] = []

  public init() {}

  mutating func beginPage() { pages.append([]) }

  mutating func note(_ owner: Owner) {
    guard let page = pages.indices.last, pages[page].last != owner else { return }
    pages[page].append(owner)
  }
}
