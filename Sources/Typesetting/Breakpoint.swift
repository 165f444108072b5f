/// A place in a token list: a token, and a byte inside it where it is divided.
struct Position: Hashable {
  var token: Int
  var byte = 0
}

/// Natural width, and how much it can grow and shrink, summed from the start of a paragraph; in points.
struct Extent {
  var natural = 0.0
  var stretch = 0.0
  var shrink = 0.0
}

/// Where a line may end.
struct Breakpoint {
  enum Kind {
    case space
    /// Inside a word, with a hyphen added.
    case division
    /// After a hyphen or a slash that stands in the word.
    case hyphen
    /// A line feed or the end: the line must end here.
    case forced
  }

  var kind: Kind
  /// The line ends before this place …
  var end: Position
  /// … and the next begins at this one.
  var next: Position
  /// Up to the end of the line, its hyphen included.
  var atEnd: Extent
  /// Up to the start of the next line.
  var atNext: Extent
  /// What it costs to end a line here: 50 is a little, 300 is avoided where it can be.
  var penalty = 0.0
  /// How far the last character may stand out of the right edge, in points.
  var hang = 0.0

  var endsInHyphen: Bool { kind == .division || kind == .hyphen }
}
