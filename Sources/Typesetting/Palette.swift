import Pages

/// Colours that are made for one another, and who made them.
public struct Palette: Hashable, Sendable {
  public enum Kind: String, Hashable, Sendable, CaseIterable {
    /// From pale to dark: from a low value to a high one.
    case sequential
    /// Two ends that meet in a pale middle.
    case diverging
    /// Hues without an order.
    case categorical
  }

  public let kind: Kind
  public let colors: [Color]
  /// Their author, the publication, the licence.
  public let source: String

  public init(_ kind: Kind, _ colors: [Color], source: String) {
    (self.kind, self.colors, self.source) = (kind, colors, source)
  }
}
