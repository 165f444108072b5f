import Fonts

/// A word or a space of one run.
struct Token {
  enum Kind: Hashable {
    case word
    /// A space between words: it may end a line, and it stretches in justified text.
    case space
    /// U+00A0: stretches like a space, but no line ends there.
    case fixedSpace
    /// A line feed: the line ends here.
    case lineFeed
  }

  var kind: Kind
  /// Index of the run in the paragraph.
  var run: Int
  var text: String
  var shaped: ShapedText
  /// In points.
  var width: Double
}
